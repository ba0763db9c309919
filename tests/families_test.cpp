#include "analyzers/families.hpp"
#include "analyzers/tables.hpp"
#include "analyzers/tokens.hpp"

#include <boost/test/unit_test.hpp>

#include <map>
#include <set>

using namespace minutes;

namespace minutes { extern const std::string_view k_families_tsv; }

namespace {

bool related(std::string_view a, std::string_view b) {
    const std::vector<std::string> family = family_of(stem(a));
    return stem(a) == stem(b) || std::find(family.begin(), family.end(), stem(b)) != family.end();
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " | ") + word;
    return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(families_join_what_the_stemmer_splits) {
    constexpr struct { std::string_view a, b; bool want; } kRows[] = {
        {"staff", "staffing", true},        {"overspend", "overspent", true}, {"overspends", "overspent", true}, {"resolve", "resolution", true},
        {"child", "children", true},        {"child", "children's", true},    {"chair", "chairman", true},       {"reduce", "reductions", true},
        {"programme", "programs", true},    {"organised", "organising", true},
        {"minute", "minutes", true},  // one stem to the stemmer; no family
        {"general", "generous", false},     {"meet", "met", false},           {"advise", "advice", false},       {"authorised", "authority", false},
        {"responsible", "respond", false},  {"lead", "led", false},           {"", "", true},                    {"staff", "", false},
    };
    for (const auto& row : kRows) BOOST_TEST_CONTEXT(row.a << ", " << row.b) {
        BOOST_TEST(related(row.a, row.b) == row.want);
        BOOST_TEST(related(row.b, row.a) == row.want);
    }
}

// A row of one stem would be no family, and a stem of two rows would join them by half.
BOOST_AUTO_TEST_CASE(every_row_joins_stems_that_no_other_has) {
    std::map<std::string, std::string> row_of;
    std::size_t rows = 0;
    for (const TableRow& row : table_rows(k_families_tsv, 1)) {
        std::set<std::string> stems;
        const Tokens tokens = tokenise(row.front());
        for (const Token& token : tokens.list) stems.insert(stem(tokens.form(token)));
        BOOST_TEST(stems.size() > 1u, row.front());
        for (const std::string& one : stems) {
            const auto [known, added] = row_of.emplace(one, row.front());
            BOOST_TEST(added, one << " of " << row.front() << " is also in " << known->second);
        }
        ++rows;
    }
    BOOST_TEST(rows >= 150u);
}

BOOST_AUTO_TEST_CASE(compounds_are_known_both_ways) {
    constexpr struct { std::string_view first, second; bool want; } kRows[] = {
        {"multi", "agency", true}, {"well", "being", true},  {"e", "mail", true},    {"e", "mails", true},    {"fly", "tipping", true}, {"co", "operate", true},
        {"pot", "holes", true},    {"per", "cent", true},    {"under", "spend", true}, {"anti", "social", true},
        {"over", "time", false},   {"re", "sign", false},    {"multi", "use", false}, {"agency", "staff", false}, {"", "", false}, {"multi", "", false}, {"", "agency", false},
    };
    for (const auto& row : kRows) BOOST_TEST_CONTEXT(row.first << " " << row.second) BOOST_TEST(is_compound(row.first, row.second) == row.want);
    constexpr struct { std::string_view joined, want; } kJoined[] = {
        {"multiagency", "multi agency"}, {"wellbeing", "well being"}, {"email", "e mail"}, {"emails", "e mails"}, {"potholes", "pot holes"}, {"flytipping", "fly tipping"},
        {"resign", ""}, {"overtime", ""}, {"council", "co uncil"}, {"", ""}, {"e", ""}, {"report", ""}, {"interest", ""},
    };
    for (const auto& row : kJoined) BOOST_TEST_CONTEXT(row.joined) {
        const auto split = split_compound(row.joined);
        BOOST_TEST((split ? split->first + " " + split->second : "") == row.want);
    }
}

BOOST_AUTO_TEST_CASE(sums_have_several_spellings) {
    constexpr struct { std::string_view words, want; } kRows[] = {
        {"\u00A37.1m", "\u00A37.1m | \u00A37.1mn | \u00A37.1million | \u00A37.1 million"},
        {"\u00A37.1 million", "\u00A37.1m | \u00A37.1mn | \u00A37.1million | \u00A37.1 million"},
        {"\u00A37.1million", "\u00A37.1m | \u00A37.1mn | \u00A37.1million | \u00A37.1 million"},
        {"2bn", "2bn | 2b | 2billion | 2 billion"},
        {"7", ""}, {"\u00A3", ""}, {"m", ""}, {"", ""}, {".m", ""}, {"7 staff", ""}, {"\u00A37.1", ""}, {"\u00A37.1 ", ""},
    };
    for (const auto& row : kRows) BOOST_TEST_CONTEXT(row.words) BOOST_TEST(joined(spellings_of_sum(row.words)) == row.want);
}
