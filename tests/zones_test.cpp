// Which zone the passages of a document and its discarded text belong to, and which zones a query searches.
#include "analyzers/zones.hpp"
#include "indexer/passages.hpp"
#include "searcher/match.hpp"
#include "searcher/request.hpp"
#include "searcher/zone_scope.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <string>

using namespace minutes;

namespace {

/// A meeting of one item with this title and one passage of this kind and text.
Zone zone_of_case(std::string_view title, PassageKind kind, std::string_view text, Status status) {
    Meeting meeting;
    Item item;
    item.title = title;
    Passage passage;
    passage.kind = kind;
    passage.parts = {{0, static_cast<std::uint32_t>(text.size())}};
    item.passages = {passage};
    meeting.items = {item};
    if (const std::size_t at = text.find("Wren"); at != std::string_view::npos) {
        Person person;
        person.name = "Wren";
        person.status = status;
        person.at = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 4)};
        meeting.people = {person};
    }
    return with_zones(text, std::move(meeting)).items[0].passages[0].zone;
}

constexpr std::string_view kPage =
    "Agenda and minutes\n\nQuarry Panel\nThursday, 6th May, 2021 6.30 pm\n\nItems\n\n"
    "1. Apologies for Absence\nMinutes:\nApologies were received from Councillor Wren.\n\n"
    "2. Dust monitoring\nTo receive a report on dust.\nAdditional documents:\nDust figures for April , item 2. PDF 120 KB\nMinutes:\n"
    "The Director said that dust had fallen.\nResolved:\nThat the report be noted.\n";

std::vector<Record> records_of(std::string_view text) {
    const Document doc = make_document("page.txt", text);
    return make_records(doc, segment(doc));
}

std::string names_of(const ZoneScope& scope) {
    std::string names;
    for (const Zone zone : scope.list()) names += (names.empty() ? "" : " ") + std::string(name_of(zone));
    return names;
}

}  // namespace

BOOST_AUTO_TEST_CASE(zones_of_passages) {
    using Kind = PassageKind;
    const struct { std::string_view title; Kind kind; std::string_view text; Zone zone; } cases[] = {
        {"Dust", Kind::discussion, "A member asked about dust.", Zone::minutes},
        {"Dust", Kind::procedural, "The Director introduced the report.", Zone::minutes},
        {"Dust", Kind::decision, "RESOLVED: that the report be noted.", Zone::decision},
        {"Dust", Kind::action, "Action: Clerk to write.", Zone::action},
        {"Dust", Kind::agenda_note, "To receive a report.", Zone::agenda},
        {"Apologies for absence", Kind::procedural, "There were none.", Zone::apologies},
        {"APOLOGIES", Kind::procedural, "Councillor Wren.", Zone::apologies},
        {"Apology for Absence", Kind::procedural, "None.", Zone::apologies},
        {"Apologies for absence", Kind::agenda_note, "To receive apologies.", Zone::agenda},
        {"Apologies for absence", Kind::decision, "RESOLVED: that they be noted.", Zone::decision},
        {"Apologies for absence", Kind::discussion, "A member asked who had been told.", Zone::minutes},
        {"Apologies and substitutions", Kind::procedural, "Councillor Wren for Councillor Hay.", Zone::apologies},
        {"Welcome and apologies", Kind::procedural, "Apologies were received from Councillor Wren.", Zone::apologies},
        {"Welcome and apologies", Kind::procedural, "The Chair welcomed everybody.", Zone::minutes},
        {"Declarations of Interest", Kind::procedural, "None were made.", Zone::declarations},
        {"Declarations of Interest", Kind::discussion, "Councillor Wren said that his farm was near.", Zone::declarations},
        {"Declarations of Interest", Kind::decision, "RESOLVED: that a dispensation be granted.", Zone::decision},
        {"DISCLOSURE OF MEMBERS' INTERESTS", Kind::procedural, "None.", Zone::declarations},
        {"Declarations of disclosable pecuniary and other interests", Kind::procedural, "None.", Zone::declarations},
        {"Declarations of interest and any party whip", Kind::procedural, "None.", Zone::declarations},
        {"Annual report on declarations of interest", Kind::discussion, "A member asked why there were so few.", Zone::minutes},
        {"Declaration of a climate emergency", Kind::discussion, "A member moved it.", Zone::minutes},
        {"A public apology to former residents", Kind::procedural, "The Leader read it.", Zone::minutes},
        {"Interest rates", Kind::procedural, "The report was taken as read.", Zone::minutes},
        {"Apologies and declarations of interest", Kind::procedural, "Apologies were received from Councillor Wren.", Zone::apologies},
        {"Apologies and declarations of interest", Kind::procedural, "Councillor Hay declared an interest in item 5.", Zone::declarations},
        {"Apologies and declarations of interest", Kind::procedural, "The minutes were taken as read.", Zone::minutes},
        {"", Kind::attendance, "Present: Councillor Wren", Zone::attendance},
        {"", Kind::attendance, "Apologies: Councillor Hay", Zone::apologies},
        {"", Kind::attendance, "Absent: Councillor Hay", Zone::apologies},
        {"Apologies", Kind::attendance, "Councillor Hay", Zone::apologies},
        {"Absence rates in schools", Kind::procedural, "The report was taken as read.", Zone::minutes},
        {"", Kind::procedural, "", Zone::minutes},
    };
    for (const auto& c : cases)
        BOOST_TEST(name_of(zone_of_case(c.title, c.kind, c.text, Status::present)) == name_of(c.zone), c.title << " [" << name_of(c.kind) << "] " << c.text);
    BOOST_TEST((zone_of_case("", Kind::attendance, "Councillor Wren", Status::apologies) == Zone::apologies), "a list of the absent alone");
    BOOST_TEST((zone_of_case("", Kind::attendance, "Councillor Wren", Status::in_attendance) == Zone::attendance));
}

BOOST_AUTO_TEST_CASE(a_title_of_any_length_takes_linear_time) {
    std::string title;
    for (int i = 0; i < 500'000; ++i) title += "a, ";
    const auto start = std::chrono::steady_clock::now();
    BOOST_TEST((zone_of_case(title, PassageKind::procedural, "x", Status::present) == Zone::minutes));
    BOOST_TEST((std::chrono::steady_clock::now() - start < std::chrono::seconds(2)));
}

BOOST_AUTO_TEST_CASE(discards_with_words_have_zones) {
    const struct { std::string_view reason, zone; } cases[] = {
        {"document-list", "documents"}, {"link-text", "documents"}, {"site-navigation", "boilerplate"}, {"page-furniture", "boilerplate"},
        {"signature", "boilerplate"}, {"head", "boilerplate"}, {"unread", "boilerplate"}, {"of-a-later-version", "boilerplate"},
        {"space", ""}, {"heading", ""}, {"label", ""}, {"rule", ""}, {"bullet", ""},
    };
    for (const auto& c : cases) {
        const std::optional<Zone> zone = zone_of({c.reason, {0, 1}});
        BOOST_TEST((zone ? name_of(*zone) : "") == c.zone, c.reason);
    }
}

// Every word of a page is in a record, unless it is a label or stands in a heading, whose title is a record.
BOOST_AUTO_TEST_CASE(every_word_is_in_a_record) {
    const Document doc = make_document("page.txt", kPage);
    const Segmented segmented = segment(doc);
    const std::vector<Record> records = make_records(doc, segmented);
    std::vector<bool> held(doc.text.size());
    const auto hold = [&](Span span) { std::fill(held.begin() + span.begin, held.begin() + span.end, true); };
    for (const Record& record : records)
        for (const Span part : record.parts) hold(part);
    for (const Discard& discard : segmented.discarded)
        if (!zone_of(discard)) hold(discard.at);
    for (const Meeting& meeting : segmented.meetings)
        for (const Item& item : meeting.items)
            for (const Passage& passage : item.passages) hold(passage.marker);
    for (std::size_t i = 0; i < held.size(); ++i)
        if (!held[i]) BOOST_TEST(!std::isalnum(static_cast<unsigned char>(doc.text[i])), "not in any record: " << doc.text.substr(i, 30));
}

BOOST_AUTO_TEST_CASE(furniture_stands_where_it_was_printed) {
    const std::vector<Record> records = records_of(kPage);
    std::string dump;
    for (const Record& record : records) dump += record.zone + (record.kind == kFurnitureKind ? "*" : "") + " " + record.item_title + ": " + record.text + "\n";
    BOOST_TEST(dump.find("documents* Dust monitoring: Dust figures for April") != std::string::npos, dump);
    BOOST_TEST(dump.find("boilerplate* : ") != std::string::npos, dump);
    BOOST_TEST(dump.find("agenda Dust monitoring: To receive a report on dust.") != std::string::npos, dump);
    std::uint32_t last = 0;
    for (const Record& record : records) {
        BOOST_TEST(record.order == static_cast<std::uint32_t>(&record - records.data()));
        if (record.parts.empty()) continue;
        BOOST_TEST(record.parts.front().begin >= last, record.text);
        last = record.parts.front().begin;
    }
}

// What furniture stands in a document changes no id of a passage: ids come from content.
BOOST_AUTO_TEST_CASE(furniture_changes_no_other_id) {
    const auto ids = [](std::string_view text) {
        std::vector<std::string> list;
        for (const Record& record : records_of(text))
            if (record.kind != kFurnitureKind) list.push_back(record.id);
        return list;
    };
    std::string other(kPage);
    other.replace(other.find("Dust figures for April"), 22, "Smoke figures for July");
    BOOST_TEST((ids(other) == ids(kPage)));
}

BOOST_AUTO_TEST_CASE(zones_that_a_query_searches) {
    const std::string usual = "title minutes decision action", all = usual + " agenda attendance apologies declarations documents boilerplate";
    const struct { std::string_view query; std::string zones; bool selected; } cases[] = {
        {"dust", usual, false},
        {"role:dcs", usual, false},
        {"zone:agenda", "agenda", true},
        {"dust zone:(agenda title)", "title agenda", true},
        {"dust zone:*", all, true},
        {"dust zone:(agenda all)", all, true},
        {"dust -zone:agenda", usual, false},        // what is left out opens nothing
        {"dust OR zone:agenda", all, false},        // the query itself says where
        {"zone:agenda AND zone:title", all, false}, // never both: nothing answers, but nothing is hidden either
        {"kind:attendance", usual + " attendance apologies", false},
        {"kind:agenda-note dust", usual + " agenda", false},
        {"kind:(decision furniture)", usual + " documents boilerplate", false},
        {"kind:procedural", usual, false},
        {"-kind:attendance", usual, false},
        {"id:abc.1.def", all, false},
        {"item:abc.1", usual, false},
    };
    for (const auto& c : cases) {
        Parsed parsed = parse_query(c.query);
        BOOST_REQUIRE_MESSAGE(parsed.problem.message.empty(), parsed.problem.message);
        const ZoneScope scope = zone_scope(make_request(std::move(parsed.tree)));
        BOOST_TEST(names_of(scope) == c.zones, c.query);
        BOOST_TEST(scope.selected == c.selected, c.query);
    }
    Request request;
    select(request, *field_named("zone"), "all");
    BOOST_TEST(names_of(zone_scope(request)) == all);
    BOOST_TEST(!zone_scope(Request()).has("no such zone"));
}
