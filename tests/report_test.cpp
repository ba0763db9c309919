#include "analyzers/report.hpp"

#include <boost/test/unit_test.hpp>

#include <sstream>
#include <string>
#include <vector>

using namespace minutes;

namespace {

/// "items 1-4: 3/4 missing 3" and the like, joined by "; ".
std::string numbers_of(const Report& report) {
    std::string out;
    for (const NumberSeries& series : report.numbers) {
        out += (out.empty() ? "" : "; ") + (series.item.empty() ? std::string("items") : "item " + series.item) + " " + series.first + "-" + series.last + ": " + std::to_string(series.found) + "/" +
               std::to_string(series.expected);
        for (const NumberSeries::Gap& gap : series.missing) out += " missing " + gap.number + (gap.printed ? "!" : "");
        for (const std::string& number : series.repeated) out += " twice " + number;
        if (series.restarts > 0) out += " restarts " + std::to_string(series.restarts);
    }
    return out;
}

Item item_of(std::string number, Span heading = {}) {
    Item item;
    item.number = std::move(number);
    if (!heading.empty()) item.heading = {heading};
    return item;
}

Segmented items_of(const std::vector<std::string>& numbers) {
    Segmented segmented;
    segmented.meetings.emplace_back();
    for (const std::string& number : numbers) segmented.meetings[0].items.push_back(item_of(number));
    return segmented;
}

std::vector<std::string> words_of(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(word);
    return words;
}

/// A document with these lines, each a passage of one item.
std::string paragraphs_report(std::string_view text) {
    const Document doc = make_document("case.txt", text);
    Segmented segmented;
    segmented.meetings.emplace_back();
    segmented.meetings[0].items.push_back(item_of(""));
    for (const Span line : doc.lines)
        if (!line.empty()) segmented.meetings[0].items[0].passages.push_back({PassageKind::discussion, {line}, {}, {}, false, {}});
    return numbers_of(report_of(doc.text, segmented));
}

}  // namespace

BOOST_AUTO_TEST_CASE(compares_items_with_their_numbers) {
    static const struct { std::string numbers, report; std::size_t problems; } cases[] = {
        {"", "", 0},
        {"1 2 3", "items 1-3: 3/3", 0},
        {"1 2 4", "items 1-4: 3/4 missing 3", 1},
        {"2 3 4", "items 2-4: 3/4 missing 1", 1},
        {"45 46 47", "items 45-47: 3/3", 0},                          // minutes go on counting over the year
        {"1 2 4 5 6 7 8 9 12", "items 1-12: 9/12 missing 3 missing 10 missing 11", 0},   // many are missing: printed so
        {"1 2 2 3", "items 1-3: 3/3 twice 2", 0},
        {"1 2 1 2 3", "items 1-3: 3/3 restarts 1", 0},
        {"1 2 3 2 4", "items 1-4: 4/4 restarts 1", 0},
        {"7 7a 7b 8", "items 7-8: 2/2", 0},
        {"7(a) 7(b) 9", "items 7(a)-9: 2/3 missing 8", 1},
        {"CLSP.26 CLSP.27 CLSP.29", "items CLSP.26-CLSP.29: 3/4 missing CLSP.28", 1},
        {"22/118 22/119 22/121", "items 22/118-22/121: 3/4 missing 22/120", 1},
        {"128/20 129/20 131/20", "items 128/20-131/20: 3/4 missing 130/20", 1},
        {"1 2 900 3", "items 1-3: 4/4 restarts 1", 0},                  // a year or a sum, no item 3 to 899
        {"1 3 2", "items 1-2: 3/3 restarts 1", 0},                      // out of order, but all there
        {"99999999999999999999 1", "items 1-1: 1/1", 0},
    };
    for (const auto& c : cases)
        BOOST_TEST_CONTEXT(c.numbers) {
            const Report report = report_of("", items_of(words_of(c.numbers)));
            BOOST_TEST(numbers_of(report) == c.report);
            BOOST_TEST(problems_of(report).size() == c.problems);
        }
}

BOOST_AUTO_TEST_CASE(compares_paragraphs_with_their_numbers) {
    static const struct { std::string_view text; std::string report; } cases[] = {
        {"3.1 It was so.\n3.2 It was not.\n", "item 3 3.1-3.2: 2/2"},
        {"3.1 It was so.\n3.2 It was not.\n3.4 Nobody knew.\n", "item 3 3.1-3.4: 3/4 missing 3.3"},
        {"3.2 It was so.\n3.3 It was not.\n", "item 3 3.2-3.3: 2/3 missing 3.1"},
        {"3.1 It was so.\n3.1 It was not.\n", "item 3 3.1-3.1: 1/1 twice 3.1"},
        {"3.1.1 Ice.\n3.1.2 Snow.\n3.1.4 Rain.\n", "item 3.1 3.1.1-3.1.4: 3/4 missing 3.1.3"},
        {"3.30 pm was the time.\nIt was late.\n", ""},
        {"3.1 Alone.\n", ""},
    };
    for (const auto& c : cases) BOOST_TEST_CONTEXT(c.text) BOOST_TEST(paragraphs_report(c.text) == c.report);
}

BOOST_AUTO_TEST_CASE(says_where_a_missing_number_is_printed) {
    const std::string text = "1 Apologies\n2 Paths\nMud.\n3. of them were wet\n4 Ponds\n";
    Segmented segmented;
    segmented.meetings.emplace_back();
    const auto at = [&](std::string_view words) { const auto begin = static_cast<std::uint32_t>(text.find(words)); return Span{begin, begin + static_cast<std::uint32_t>(words.size())}; };
    for (const auto& [number, heading] : {std::pair{"1", "1 Apologies"}, {"2", "2 Paths"}, {"4", "4 Ponds"}}) segmented.meetings[0].items.push_back(item_of(number, at(heading)));
    const Report report = report_of(text, segmented);
    BOOST_REQUIRE_EQUAL(report.numbers.size(), 1u);
    BOOST_REQUIRE_EQUAL(report.numbers[0].missing.size(), 1u);
    BOOST_TEST(report.numbers[0].missing[0].printed);
    BOOST_TEST(slice(text, problems_of(report).at(0).at) == "3. of them were wet");
}

BOOST_AUTO_TEST_CASE(counts_text_under_no_item) {
    const std::string text(1000, 'x');
    Segmented segmented;
    segmented.meetings.emplace_back();
    std::vector<Item>& items = segmented.meetings[0].items;
    items.resize(3);
    items[0].passages = {{PassageKind::discussion, {{0, 500}}, {}, {}, false, {Speaker{}}}, {PassageKind::attendance, {{500, 600}}, {}, {}, false, {}}};
    items[1] = item_of("1");
    items[1].passages = {{PassageKind::discussion, {{600, 700}, {750, 850}}, {}, {}, false, {}}};
    items[2].passages = {{PassageKind::procedural, {{850, 900}}, {}, {}, false, {}}};   // the close
    segmented.discarded = {{"space", {700, 750}}, {"rule", {900, 1000}}};
    const Report report = report_of(text, segmented);
    BOOST_TEST(report.bytes == 1000u);
    BOOST_TEST(report.passage_bytes == 850u);
    BOOST_TEST(report.text_bytes == 700u);
    BOOST_TEST(report.orphan_bytes == 500u);
    BOOST_TEST(report.items == 1u);
    BOOST_TEST(report.passages == 4u);
    BOOST_TEST(report.turns == 1u);
    BOOST_TEST(report.unattributed_turns == 1u);
    BOOST_REQUIRE_EQUAL(report.discarded.size(), 2u);
    BOOST_TEST(report.discarded[0].reason == "rule");
    BOOST_TEST(problems_of(report).size() == 1u);
    BOOST_TEST(report_of("", Segmented{}).orphan_share() == 0);
}
