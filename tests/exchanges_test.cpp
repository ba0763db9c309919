#include "analyzers/outcomes/outcomes.hpp"

#include "tests/written_meeting.hpp"

#include <boost/test/unit_test.hpp>

using namespace minutes;

namespace {

constexpr std::string_view kList =
    "Present: Councillor Astley (in the Chair), Councillors Brook, Carr and Lark\n"
    "Officers in attendance:\n"
    "• Janice Speke (Director of Children’s Services)\n"
    "• Guy Dunn (Head of Roads)\n";

std::string printed(TurnAt at) { return std::to_string(at.passage) + "." + std::to_string(at.turn); }

/// "0.0 < 0.1 1.0 answered-below | ..." for the exchanges of an item: question, answers, rule.
std::string exchanges_of(const Item& item) {
    std::string text;
    for (const Exchange& exchange : item.exchanges) {
        text += (text.empty() ? "" : " | ") + printed(exchange.question) + " <";
        for (const TurnAt answer : exchange.answers) text += " " + printed(answer);
        text += " " + std::string(exchange.rule);
    }
    return text;
}

struct Case {
    std::string_view paragraphs, exchanges;
};

constexpr Case kCases[] = {
    // In the same passage.
    {"Councillor Brook asked about fees. The DCS replied that they would rise.", "0.0 < 0.1 answered-in-passage"},
    {"Councillor Brook asked about fees. The DCS replied. Mr Dunn added that they were low.", "0.0 < 0.1 0.2 answered-in-passage"},
    {"In response to a question from Councillor Brook, the DCS confirmed it.", "0.0 < 0.1 answered-in-passage"},
    {"Councillor Brook asked about fees. Councillor Carr asked about fines. The DCS answered both.", "0.0 < 0.2 answered-together | 0.1 < 0.2 answered-together"},
    {"Councillor Brook asked about fees. The DCS replied. Councillor Carr asked about fines. Mr Dunn replied.", "0.0 < 0.1 answered-in-passage | 0.2 < 0.3 answered-in-passage"},
    // In the passages below.
    {"Councillor Brook asked about fees.|The DCS replied that they would rise.", "0.0 < 1.0 answered-below"},
    {"Councillor Brook asked about fees.|The wall was old.|The DCS replied that they would rise.", "0.0 < 2.0 answered-below"},
    {"Councillor Brook asked about fees.|Councillor Carr asked about fines.|The DCS answered both.", "0.0 < 2.0 answered-together | 1.0 < 2.0 answered-together"},
    {"Councillor Brook asked about fees.|The DCS replied that they would rise.|Mr Dunn confirmed that they had.", "0.0 < 1.0 2.0 answered-below"},
    {"Councillor Brook asked about fees.|Councillor Carr asked about fines. The DCS replied.", "0.0 < unanswered | 1.0 < 1.1 answered-in-passage"},
    {"Councillor Brook asked about fees.|Councillor Carr asked about fines.|In response to Councillor Brook, the DCS said that they would rise.",
     "0.0 < 2.1 answered-by-name | 1.0 < unanswered"},
    // Not answered.
    {"Councillor Brook asked about fees.", "0.0 < unanswered"},
    {"Councillor Brook asked about fees.|= RESOLVED that the report be noted.|The DCS replied that they would rise.", "0.0 < unanswered"},
    {"Councillor Brook asked about fees.|The following points were made:|The DCS confirmed that it was late.", "0.0 < unanswered"},
    {"Councillor Brook asked about fees.|In response to a question, the DCS confirmed that it was late.", "0.0 < unanswered"},
    {"Councillor Brook asked about fees.|One.|Two.|Three.|The DCS replied.", "0.0 < unanswered"},
    // A question that is only mentioned is none; a concern is one if it is answered.
    {"In response to a question, the DCS confirmed that it was late.", ""},
    {"Councillor Brook was concerned about fees. The DCS replied that they would fall.", "0.0 < 0.1 answered-in-passage"},
    {"Councillor Brook was concerned about fees.", ""},
    {"The DCS reported on fees.", ""},
    {"", ""},
};

}  // namespace

BOOST_AUTO_TEST_CASE(questions_are_linked_to_their_answers) {
    for (const Case& c : kCases) {
        tests::ReadMeeting read = tests::read({.list = kList, .paragraphs = c.paragraphs});
        read.meeting = with_exchanges(read.doc, std::move(read.meeting));
        BOOST_TEST_CONTEXT("text: " << c.paragraphs) BOOST_TEST(exchanges_of(read.meeting.items[1]) == c.exchanges);
    }
}

BOOST_AUTO_TEST_CASE(no_link_leads_to_another_item) {
    tests::ReadMeeting read = tests::read({.list = kList, .paragraphs = "Councillor Brook asked about fees.|The DCS replied that they would rise."});
    Item next = read.meeting.items[1];
    next.passages.erase(next.passages.begin());
    read.meeting.items[1].passages.pop_back();
    read.meeting.items.push_back(next);
    read.meeting = with_exchanges(read.doc, std::move(read.meeting));
    BOOST_TEST(exchanges_of(read.meeting.items[1]) == "0.0 < unanswered");
    BOOST_TEST(exchanges_of(read.meeting.items[2]) == "");
}
