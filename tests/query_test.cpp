// What the parser makes of words, phrases and their combinations, and of bytes that are no query.
#include "searcher/query.hpp"

#include "tests/query_explain.hpp"

#include <boost/test/unit_test.hpp>

#include <iterator>
#include <random>
#include <string>
#include <string_view>

using namespace minutes;
using namespace minutes::test;

BOOST_AUTO_TEST_CASE(parses_queries) {
    static constexpr struct { std::string_view query, tree; } cases[] = {
        {"", "(everything)"},
        {"   ", "(everything)"},
        {"(a)(b)", "(and a b)"},
        {"a(", "! 1-2 this touches what stands before it; put a space between them, or put all of it in quotes"},
        {"date:30.2.2024", "! 5-14 \"30.2.2024\" is no date; write 2024, 2024-03, 2024-03-15, or a range such as 2023-04..2024-03"},
        {"agency", "agency"},
        {"Agency STAFF", "(and agency staff)"},
        {"agency  and\tstaff", "(and agency and staff)"},
        {"staff,", "staff"},
        {"Children’s", "children's"},
        {"O'Brien", "o'brien"},
        {"café", "cafe"},
        {"DCS", "dcs"},
        {"D.C.S.", "dcs"},
        {"agency-staff", "\"agency staff\""},
        {"agency/staff", "\"agency staff\""},
        {"22/00345/FUL", "=22/00345/ful"},
        {"SPCLL.25", "=spcll.25"},
        {"SPCLL.25,", "=spcll.25"},
        {"22/00345/FUL-A/B", "=22/00345/ful-a/b"},
        {"C&F", "=c&f"},
        {"£7.1million", "=£7.1million"},
        {"£1,200", "=£1,200"},
        {"1200", "1200"},
        {"12.5%", "=12.5%"},
        {"£5m-£7m", "\"£5m £7m\""},
        {"someone@example.org", "\"someone example org\""},
        {"2023/24", "=2023/24"},
        {"covid-19", "\"covid 19\""},
        {"2024-03-01", "\"2024 03 01\""},
        {"it's", "it's"},
        {"\"agency staff\"", "\"agency staff\""},
        {"“agency staff”", "\"agency staff\""},
        {"„agency staff”", "\"agency staff\""},
        {"\"agency\"", "=agency"},
        {"\"Agency-Staff\"", "\"agency staff\""},
        {"\"22/00345/FUL\"", "=22/00345/ful"},
        {"\"application 22/00345/FUL\"", "\"application 22 00345 ful\""},
        {"\"saved £1,200 or 12.5%\"", "\"saved £1,200 or 12.5%\""},
        {"\"time: 10:30\"", "\"time 10 30\""},
        {"\"AND\"", "=and"},
        {"\"staff OR agency\"", "\"staff or agency\""},
        {"\"a\" \"b\"", "(and =a =b)"},
        {"agency \"agency staff\" role:dcs", "(and agency \"agency staff\" role:dcs)"},
        {"a AND b", "(and a b)"},
        {"a OR b", "(or a b)"},
        {"a b OR c d", "(or (and a b) (and c d))"},
        {"a AND b OR c AND d", "(or (and a b) (and c d))"},
        {"a OR b c OR d", "(or a (and b c) d)"},
        {"(a OR b) c", "(and (or a b) c)"},
        {"((a))", "a"},
        {"a (b OR (c d))", "(and a (or b (and c d)))"},
        {"NOT x", "(not x)"},
        {"-x", "(not x)"},
        {"a -b", "(and a (not b))"},
        {"a AND NOT b", "(and a (not b))"},
        {"a -\"b c\"", "(and a (not \"b c\"))"},
        {"a -(b OR c)", "(and a (not (or b c)))"},
        {"a OR -b", "(or a (not b))"},
        {"-(-a)", "a"},
        {"and or not", "(and and or not)"},
        {"near adj", "(and near adj)"},
        {"a - b", "! 2-3 this dash stands alone; write it directly before the word to exclude (-agency), or leave it out"},
        {"a -", "! 2-3 this dash stands alone; write it directly before the word to exclude (-agency), or leave it out"},
        {"-", "! 0-1 this dash stands alone; write it directly before the word to exclude (-agency), or leave it out"},
        {"NOT", "! 0-3 NOT needs something after it; to search for the word put it in quotes"},
        {"NOT NOT a", "! 4-7 two negations in a row; write one, or none"},
        {"NOT -a", "! 4-5 two negations in a row; write one, or none"},
        {"--a", "! 0-2 two hyphens in a row mean nothing; write one to exclude a word: -agency"},
        {"a AND", "! 2-5 AND needs something on both sides of it; to search for the word put it in quotes: \"AND\""},
        {"AND a", "! 0-3 AND needs something on both sides of it; to search for the word put it in quotes: \"AND\""},
        {"a OR", "! 2-4 OR needs something on both sides of it; to search for the word put it in quotes: \"OR\""},
        {"OR", "! 0-2 OR needs something on both sides of it; to search for the word put it in quotes: \"OR\""},
        {"a AND OR b", "! 2-5 AND needs something on both sides of it; to search for the word put it in quotes: \"AND\""},
        {"a OR OR b", "! 2-4 OR needs something on both sides of it; to search for the word put it in quotes: \"OR\""},
        {"a AND AND b", "! 2-5 AND needs something on both sides of it; to search for the word put it in quotes: \"AND\""},
        {"(OR a)", "! 1-3 OR needs something on both sides of it; to search for the word put it in quotes: \"OR\""},
        {"(a OR)", "! 3-5 OR needs something on both sides of it; to search for the word put it in quotes: \"OR\""},
        {"()", "! 0-2 there is nothing between these brackets"},
        {"( )", "! 0-3 there is nothing between these brackets"},
        {"(a", "! 0-1 this bracket is never closed; add a )"},
        {"a)", "! 1-2 this bracket was never opened; take it out or add a ("},
        {")", "! 0-1 there is nothing in these brackets, or this bracket was never opened"},
        {"((a)", "! 0-1 this bracket is never closed; add a )"},
        {"\"a", "! 0-1 this quote is never closed; add a closing \""},
        {"“a", "! 0-3 this quote is never closed; add a closing \""},
        {"\"\"", "! 0-2 there is nothing between these quotes; write the words to search for"},
        {"\" \"", "! 0-3 there is nothing between these quotes; write the words to search for"},
        {"\"...\"", "! 0-5 there is no letter or digit between these quotes; punctuation alone is not indexed"},
        {"...", "! 0-3 there is no letter or digit to search for here; punctuation alone is not indexed"},
        {"&", "! 0-1 there is no letter or digit to search for here; punctuation alone is not indexed"},
        {"a & b", "! 2-3 there is no letter or digit to search for here; punctuation alone is not indexed"},
        {"health&care", "=health&care"},
        // what no rule of the language foresees
        {"🎉", "! 0-4 there is no letter or digit to search for here; punctuation alone is not indexed"},
        {"staff 🎉", "! 6-10 there is no letter or digit to search for here; punctuation alone is not indexed"},
        {"שלום", "שלום"},
        {"\"שלום עולם\"", "\"שלום עולם\""},
        {"cafe\u0301", "cafe"},
        {"\u0301", "! 0-2 there is no letter or digit to search for here; punctuation alone is not indexed"},
        {"(((", "! 2-3 this bracket is never closed; add a )"},
        {"has:vote", "! 0-4 unknown field \"has\"; ..."},
        {"rolle:dcs", "! 0-6 unknown field \"rolle\"; did you mean role:? ..."},
        {"role:xyz", "! 5-8 unknown role \"xyz\"; one of: dcs, ..."},
    };
    check_queries(cases);
}

BOOST_AUTO_TEST_CASE(words_know_their_alias_and_stem) {
    static constexpr struct { std::string_view query, form, alias, stem; } cases[] = {
        {"Staffing", "staffing", "", "staf"},      {"Children’s", "children's", "childrens", "children"},
        {"O'Brien", "o'brien", "obrien", "o'brien"}, {"it's", "it's", "", "it"},
        {"1,200", "1,200", "1200", "1,200"},       {"\"Children's\"", "children's", "childrens", ""},
        {"22/00345/FUL", "22/00345/ful", "", ""},  {"£1,200", "£1,200", "£1200", ""},
    };
    for (const auto& c : cases)
        BOOST_TEST_CONTEXT("query: " << c.query) {
            const Parsed parsed = parse_query(c.query);
            const auto* word = std::get_if<Word>(&parsed.tree.is);
            BOOST_REQUIRE(word != nullptr);
            BOOST_TEST(word->form == c.form);
            BOOST_TEST(word->alias == c.alias);
            BOOST_TEST(word->stem == c.stem);
        }
}

BOOST_AUTO_TEST_CASE(nodes_remember_where_they_stand) {
    const Parsed parsed = parse_query("é (a OR \"b c\") -role:dcs");
    const auto& parts = std::get<All>(parsed.tree.is).of;
    BOOST_TEST((parts[0].at == Span{0, 2}));
    BOOST_TEST((parts[1].at == Span{3, 15}));
    BOOST_TEST((parts[2].at == Span{16, 25}));
    BOOST_TEST((std::get<Not>(parts[2].is).of->at == Span{17, 25}));
    BOOST_TEST((parsed.tree.at == Span{0, 25}));
}

BOOST_AUTO_TEST_CASE(limits_and_bad_bytes_are_refused) {
    const struct { std::string query, tree; } cases[] = {
        {repeated("a ", 64), "(and..."},
        {repeated("a ", 65), "! 128-129 more than 64 words, phrases and values (limit: parts of a query); ask in several queries"},
        {"year:(" + repeated("2020 ", 65) + ")", "! 326-330 more than 64 words, phrases and values (limit: parts of a query); ask in several queries"},
        {repeated("(", 32) + "a" + repeated(")", 32), "a"},
        {repeated("(", 33) + "a" + repeated(")", 33), "! 32-33 brackets are nested deeper than 32 (limit: depth of brackets); simplify the query"},
        {repeated("-(", 33) + "a" + repeated(")", 33), "! 65-66 brackets are nested deeper than 32 (limit: depth of brackets); simplify the query"},
        {std::string(2048, 'a'), repeated("a", 200)},
        {std::string(2049, 'a'), "! 2048-2049 a query may have 2048 bytes (limit: length of a query); this one has 2049"},
        {std::string(100'000, '('), "! 2048-100000 a query may have 2048 bytes (limit: length of a query); this one has 100000"},
        {std::string("a\0b", 3), "! 1-2 the query holds a control character here; take it out"},
        {"a\x1B[0m", "! 1-2 the query holds a control character here; take it out"},
        {"a\x7F", "! 1-2 the query holds a control character here; take it out"},
        {"a\u0085", "! 1-3 the query holds a control character here; take it out"},
        {"a \xFF", "! 2-3 the query is not valid UTF-8 here..."},
        {"\xC3", "! 0-1 the query is not valid UTF-8 here..."},
        {"\xC0\x80", "! 0-1 the query is not valid UTF-8 here..."},
        {"\xED\xA0\x80", "! 0-3 the query is not valid UTF-8 here..."},
        {"\xF4\x90\x80\x80", "! 0-4 the query is not valid UTF-8 here..."},
        {"\xE0\x80\x80", "! 0-3 the query is not valid UTF-8 here..."},
        {" \t\r\n\u00A0\u3000", "(everything)"},
        {"a\u00A0b\u2003c\nd", "(and a b c d)"},
        {"chil\u00ADdren", "children"},
    };
    for (const auto& c : cases)
        BOOST_TEST_CONTEXT("query: " << c.query.substr(0, 80)) BOOST_TEST(cut_like(explain(c.query), c.tree) == c.tree);
}

BOOST_AUTO_TEST_CASE(a_fault_is_shown_under_its_character) {
    static const struct { std::string query, shown; } cases[] = {
        {"a ONEAR/3 b", "a ONEAR/3 b\n  ^~~~~~~"},
        {"cafés (x", "cafés (x\n      ^"},
        {"a\tb\n(c", "a b (c\n    ^"},
        {"“", "“\n^"},
        {"a\x1B[31m", "a?[31m\n ^"},
        {"\xFF" "b", "?b\n^"},
        {repeated("word ", 40) + "staff^2", "…" + repeated("word ", 12) + "staff^2\n" + std::string(61, ' ') + "^~~~~~~"},
        {"(" + repeated("word ", 20), "(" + repeated("word ", 7) + "word…\n^"},
    };
    for (const auto& c : cases)
        BOOST_TEST_CONTEXT("query: " << c.query) {
            const Problem problem = parse_query(c.query).problem;
            BOOST_TEST(with_caret(c.query, problem) == c.shown + '\n' + problem.message);
        }
    const std::string huge(1'000'000, '(');
    BOOST_TEST(with_caret(huge, parse_query(huge).problem).size() < 500);
}

BOOST_AUTO_TEST_CASE(reads_dates) {
    static constexpr struct { std::string_view text, range; } cases[] = {
        {"2024", "2024-01-01 2024-12-31"},       {"2024-02", "2024-02-01 2024-02-29"}, {"2023-02", "2023-02-01 2023-02-28"},
        {"2024-03-01", "2024-03-01 2024-03-01"}, {"..2024", " 2024-12-31"},            {"2024..", "2024-01-01 "},
        {"2023-04..2024-03", "2023-04-01 2024-03-31"}, {"", "none"}, {"..", "none"}, {"24", "none"}, {"0000", "none"}, {"2024-", "none"},
        {"2024-00", "none"}, {"2024-13", "none"}, {"2024-1-1", "none"}, {"2024-01-32", "none"}, {"2023-02-29", "none"}, {"2024-01-01x", "none"},
        {"2024...2025", "none"}, {"2024..2025..2026", "none"}, {"+024", "none"}, {"2024-+1", "none"}, {"20240101", "none"}, {"99999", "none"},
    };
    for (const auto& c : cases) {
        const std::optional<DateRange> range = parse_dates(c.text);
        BOOST_TEST_CONTEXT("text: " << c.text) BOOST_TEST((range ? range->from + ' ' + range->to : "none") == c.range);
    }
}

BOOST_AUTO_TEST_CASE(any_bytes_are_answered_or_refused) {
    static constexpr std::string_view pieces[] = {"a", "staff", " ", " ", "(", ")", "\"", "-", "AND ", "OR ", "NOT ", "role:", "dcs", "date:", "2024", "..",
                                                  ":", "*", "~", "=", "^", "~3", "NEAR/2 ", "ADJ ", "item:{", "}", "fy:", "2019/20", "concept:", "’", "é", "\xFF", "\x01", "“", "”", "'", "year:(", "{", "|", "/", ".", "&", "£5", "%", ","};
    std::mt19937 random(7);
    int answered = 0;
    for (int round = 0; round < 50'000; ++round) {
        std::string query;
        for (auto count = random() % 12; count > 0; --count) query += pieces[random() % std::size(pieces)];
        const Parsed parsed = parse_query(query);
        const Problem& problem = parsed.problem;
        if (problem.message.empty()) {
            ++answered;
            BOOST_REQUIRE_MESSAGE(!to_string(parsed.tree).empty(), query);
        } else {
            BOOST_REQUIRE_MESSAGE(problem.at.begin <= problem.at.end && problem.at.end <= query.size(), query);
            BOOST_REQUIRE_MESSAGE(!with_caret(query, problem).empty(), query);
        }
    }
    BOOST_TEST(answered > 1000);
}
