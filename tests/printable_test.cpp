#include "searcher/context.hpp"
#include "searcher/printable.hpp"

#include <boost/test/unit_test.hpp>

using namespace minutes;

BOOST_AUTO_TEST_CASE(no_control_character_reaches_a_terminal) {
    static constexpr struct { std::string_view text, shown; } cases[] = {
        {"plain £7.1m – café", "plain £7.1m – café"},
        {"a\nb\tc\rd", "a b c d"},
        {"\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"},
        {"bell\a del\x7f", "bell\\x07 del\\x7f"},
        {"C1 \u009b31m", "C1 \\x9b31m"},
        {"override \u202e evil", "override \\u202e evil"},
        {"truncated \xc3", "truncated \xc3"},
    };
    for (const auto& c : cases) BOOST_TEST(printable(c.text) == c.shown);
}

BOOST_AUTO_TEST_CASE(cells_are_quoted_and_formulas_disarmed) {
    static constexpr struct { std::string_view value, cell; } cases[] = {
        {"plain", "plain"}, {"", ""}, {"a,b", "\"a,b\""}, {"say \"no\"", "\"say \"\"no\"\"\""}, {"two\nlines", "\"two\nlines\""},
        {"=SUM(A1)", "'=SUM(A1)"}, {"+1", "'+1"}, {"-1,2", "\"'-1,2\""}, {"@x", "'@x"}, {"a=b", "a=b"}, {"'=1", "''=1"}, {"'tis", "'tis"},
        {"\x1b[31m", "\uFFFD[31m"}, {"a\tb", "a\tb"}, {"\tb", "'\tb"}, {"\nb", "\"'\nb\""},
    };
    for (const auto& c : cases) BOOST_TEST(csv_cell(c.value) == c.cell);
}

BOOST_AUTO_TEST_CASE(numbers_and_dates_read_well) {
    BOOST_TEST(grouped(0) == "0");
    BOOST_TEST(grouped(999) == "999");
    BOOST_TEST(grouped(1000) == "1,000");
    BOOST_TEST(grouped(1234567) == "1,234,567");
    BOOST_TEST(counted(1, "meeting") == "1 meeting");
    BOOST_TEST(counted(0, "meeting") == "0 meetings");
    BOOST_TEST(long_date("2020-01-06") == "6 January 2020");
    BOOST_TEST(long_date("2020-13-06") == "2020-13-06");
    BOOST_TEST(long_date("") == "");
}

BOOST_AUTO_TEST_CASE(context_is_cut_at_words) {
    static constexpr struct { std::string_view text; std::size_t characters; std::string_view left, right; } cases[] = {
        {"", 10, "", ""},
        {"short", 10, "short", "short"},
        {"one two  three\nfour", 12, "three four", "one two"},
        {"one\u00a0two", 10, "one two", "one two"},
        {"unbreakablewordthatislong", 10, "wordthatis", "unbreakabl"},
        {"ééé ééé ééé", 7, "ééé ééé", "ééé ééé"},
    };
    for (const auto& c : cases)
        BOOST_TEST_CONTEXT("text: " << c.text) {
            if (c.text != "unbreakablewordthatislong") BOOST_TEST(left_context(c.text, c.characters) == c.left);
            BOOST_TEST(right_context(c.text, c.characters) == c.right);
            BOOST_TEST(characters_in(left_context(c.text, c.characters)) <= std::max<std::size_t>(c.characters, 0));
        }
}
