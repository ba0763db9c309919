#include "analyzers/dump.hpp"

#include "analyzers/people/role_flags.hpp"
#include "analyzers/dump_outcomes.hpp"
#include "analyzers/json_writer.hpp"
#include "analyzers/report.hpp"
#include "analyzers/structure/plain_text.hpp"

#include <cstdint>
#include <span>

namespace minutes {
namespace {

void write_fact(JsonWriter& json, std::string_view name, const Fact& fact, bool with_evidence) {
    json.key(name).string_or_null(fact.value);
    if (with_evidence) json.key(std::string(name) + "_evidence").string_or_null(name_of(fact.evidence));
}

void write_flags(JsonWriter& json, RoleFlags flags) {
    json.key("flags").begin_array();
    for (const std::string_view name : names_of(flags)) json.string(name);
    json.end_array();
}

void write(JsonWriter& json, const Person& person) {
    json.begin_object();
    json.key("name").string(person.name);
    json.key("role").string(name_of(person.role));
    json.key("post").string_or_null(person.post);
    json.key("status").string(name_of(person.status));
    write_flags(json, person.flags);
    json.end_object();
}

void write(JsonWriter& json, const Document& doc, const Speaker& speaker) {
    json.begin_object();
    json.key("role").string(name_of(speaker.role));
    json.key("person").string_or_null(speaker.person);
    json.key("act").string(name_of(speaker.act));
    json.key("attribution").string(name_of(speaker.attribution));
    json.key("surface").string_or_null(slice(doc.text, speaker.surface));
    json.key("surface_span").span(speaker.surface);
    json.key("title").string_or_null(speaker.title);
    write_flags(json, speaker.flags);
    json.key("resolution").string(name_of(speaker.resolution));
    json.key("rule").string_or_null(speaker.rule);
    json.key("evidence_span");
    speaker.evidence.empty() ? json.null() : json.span(speaker.evidence);
    json.key("candidates").begin_array();
    for (const std::string& candidate : speaker.candidates) json.string(candidate);
    json.end_array();
    json.end_object();
}

void write(JsonWriter& json, const Document& doc, const Passage& passage, std::string_view id) {
    json.begin_object();
    json.key("id").string(id);
    json.key("number").string_or_null(passage.number);
    json.key("kind").string(name_of(passage.kind));
    json.key("zone").string(name_of(passage.zone));
    json.key("incomplete").boolean(passage.incomplete);
    json.key("span").span({passage.parts.front().begin, passage.parts.back().end});
    if (!doc.page_starts.empty()) json.key("page").number(std::uint64_t{page_number(doc, passage.parts.front().begin)});
    json.key("parts").begin_array();
    for (const Span part : passage.parts) json.span(part);
    json.end_array();
    json.key("text").string(passage_text(doc.text, passage));
    json.key("speakers").begin_array();
    for (const Speaker& speaker : passage.speakers) write(json, doc, speaker);
    json.end_array();
    json.end_object();
}

/// The ids of the passages not yet written, in order.
using Ids = std::span<const std::string>;

void write(JsonWriter& json, const Document& doc, const Item& item, Ids& ids) {
    json.begin_object();
    json.key("number").string_or_null(item.number);
    json.key("title").string_or_null(item.title);
    json.key("kind").string(name_of(item.kind));
    json.key("incomplete").boolean(item.incomplete);
    json.key("passages").begin_array();
    for (const Passage& passage : item.passages) {
        write(json, doc, passage, ids.empty() ? std::string_view() : std::string_view(ids.front()));
        if (!ids.empty()) ids = ids.subspan(1);
    }
    json.end_array();
    write_outcomes(json, doc, item);
    json.end_object();
}

void write(JsonWriter& json, const Document& doc, const Meeting& meeting, Ids& ids) {
    json.begin_object();
    write_fact(json, "council", meeting.council, true);
    write_fact(json, "committee", meeting.committee, true);
    write_fact(json, "date", meeting.date, true);
    write_fact(json, "start", meeting.start, false);
    write_fact(json, "end", meeting.end, false);
    write_fact(json, "venue", meeting.venue, false);
    write_fact(json, "chair", meeting.chair, false);
    json.key("people").begin_array();
    for (const Person& person : meeting.people) write(json, person);
    json.end_array();
    json.key("items").begin_array();
    for (const Item& item : meeting.items) write(json, doc, item, ids);
    json.end_array();
    json.end_object();
}

void write_discards(JsonWriter& json, const Segmented& segmented) {
    json.key("discarded").begin_array();
    for (const Discard& discard : segmented.discarded) {
        json.begin_object();
        json.key("class").string(discard.reason);
        json.key("span").span(discard.at);
        json.end_object();
    }
    json.end_array();
}

void write_problems(JsonWriter& json, const Document& doc, const Segmented& segmented) {
    json.key("problems").begin_array();
    for (const std::vector<Problem>* list : {&doc.problems, &segmented.problems})
        for (const Problem& problem : *list) {
            json.begin_object();
            json.key("span").span(problem.at);
            json.key("message").string(problem.message);
            json.end_object();
        }
    json.end_array();
}

void write(JsonWriter& json, const NumberSeries& series) {
    json.begin_object();
    json.key("of").string(series.item.empty() ? "items" : "paragraphs");
    json.key("meeting").number(series.meeting);
    json.key("item").string_or_null(series.item);
    json.key("first").string(series.first);
    json.key("last").string(series.last);
    json.key("found").number(series.found);
    json.key("expected").number(series.expected);
    json.key("restarts").number(series.restarts);
    json.key("missing").begin_array();
    for (const NumberSeries::Gap& gap : series.missing) json.string(gap.number);
    json.end_array();
    json.key("repeated").begin_array();
    for (const std::string& number : series.repeated) json.string(number);
    json.end_array();
    json.end_object();
}

void write_report(JsonWriter& json, const Report& report) {
    json.key("report").begin_object();
    json.key("bytes").number(report.bytes);
    json.key("passage_bytes").number(report.passage_bytes);
    json.key("items").number(report.items);
    json.key("passages").number(report.passages);
    json.key("turns").number(report.turns);
    json.key("unattributed_turns").number(report.unattributed_turns);
    json.key("text_bytes").number(report.text_bytes);
    json.key("orphan_bytes").number(report.orphan_bytes);
    json.key("orphan_share").number(report.orphan_share());
    json.key("discarded").begin_object();
    for (const Report::Share& share : report.discarded) json.key(share.reason).number(share.bytes);
    json.end_object();
    json.key("numbers").begin_array();
    for (const NumberSeries& series : report.numbers) write(json, series);
    json.end_array();
    json.end_object();
}

// The readable dump: a line a thing, indented by what it belongs to.

std::string to_string(Span span) { return std::to_string(span.begin) + "-" + std::to_string(span.end); }

std::string text_of(std::string_view name, const Fact& fact) {
    if (fact.value.empty()) return {};
    return "  " + std::string(name) + ": " + fact.value + " (" + std::string(name_of(fact.evidence)) + ")\n";
}

std::string text_of(const Person& person) {
    return "  " + std::string(name_of(person.status)) + ": " + person.name + (person.post.empty() ? "" : ", " + person.post) + " [" +
           std::string(name_of(person.role)) + "]\n";
}

std::string text_of(const Document& doc, const Speaker& speaker) {
    std::string line = "      " + std::string(name_of(speaker.role)) + " " + std::string(name_of(speaker.act)) + ", " + std::string(name_of(speaker.attribution));
    if (!speaker.person.empty()) line += ", " + speaker.person;
    if (!speaker.surface.empty()) line += ": " + collapsed(slice(doc.text, speaker.surface));
    line += " [" + std::string(speaker.rule);
    if (!speaker.evidence.empty() && speaker.evidence != speaker.surface) line += " " + to_string(speaker.evidence);
    for (std::size_t i = 0; i < speaker.candidates.size(); ++i) line += (i == 0 ? ": " : " or ") + speaker.candidates[i];
    return line + "]\n";
}

std::string text_of(const Document& doc, const Passage& passage) {
    std::string line = "    " + std::string(name_of(passage.kind));
    if (!passage.number.empty()) line += " " + passage.number;
    if (name_of(passage.zone) != name_of(passage.kind) && passage.zone != Zone::minutes && passage.zone != Zone::agenda)
        line += " (" + std::string(name_of(passage.zone)) + ")";
    if (passage.incomplete) line += " incomplete";
    if (passage.parts.size() > 1) line += " in " + std::to_string(passage.parts.size()) + " parts";
    line += ": " + collapsed(passage_text(doc.text, passage)) + "\n";
    for (const Speaker& speaker : passage.speakers) line += text_of(doc, speaker);
    return line;
}

std::string text_of(const Document& doc, const Item& item) {
    std::string text = "  item " + (item.number.empty() ? "-" : item.number) + " " + (item.title.empty() ? "-" : item.title) + " [" +
                       std::string(name_of(item.kind)) + (item.incomplete ? ", incomplete" : "") + "]\n";
    for (const Passage& passage : item.passages) text += text_of(doc, passage);
    return text + outcomes_text(doc, item);
}

std::string text_of(const Document& doc, const Meeting& meeting) {
    std::string text = "meeting\n" + text_of("council", meeting.council) + text_of("committee", meeting.committee) + text_of("date", meeting.date) +
                       text_of("start", meeting.start) + text_of("end", meeting.end) + text_of("venue", meeting.venue) + text_of("chair", meeting.chair);
    for (const Person& person : meeting.people) text += text_of(person);
    for (const Item& item : meeting.items) text += text_of(doc, item);
    return text;
}

}  // namespace

std::string to_json(const Document& doc, const Segmented& segmented, const std::vector<std::string>& ids) {
    JsonWriter json(2 * doc.text.size());
    json.begin_object();
    json.key("format").string("minutes-segment");
    json.key("version").number(std::uint64_t{1});
    json.key("source").string(doc.path);
    json.key("layout").string(segmented.layout);
    json.key("layout_scores").begin_object();
    for (const LayoutScore& score : segmented.scores) json.key(score.layout).number(score.score);
    json.end_object();
    write_report(json, report_of(doc.text, segmented));
    Ids left(ids);
    json.key("meetings").begin_array();
    for (const Meeting& meeting : segmented.meetings) write(json, doc, meeting, left);
    json.end_array();
    write_discards(json, segmented);
    write_problems(json, doc, segmented);
    if (!doc.page_starts.empty()) json.key("pages").number(std::uint64_t{doc.page_starts.size()});
    if (!doc.left_out.empty()) {
        json.key("left_out").begin_array();
        for (const std::string& what : doc.left_out) json.string(what);
        json.end_array();
    }
    json.end_object();
    return std::move(json).finished();
}

std::string to_text(const Document& doc, const Segmented& segmented) {
    std::string out = "layout: " + std::string(segmented.layout) + "\n";
    for (const Meeting& meeting : segmented.meetings) out += text_of(doc, meeting);
    for (const Discard& discard : segmented.discarded)
        if (discard.reason != "space") out += "- " + std::string(discard.reason) + ": " + collapsed(slice(doc.text, discard.at)) + "\n";
    for (const std::vector<Problem>* list : {&doc.problems, &segmented.problems})
        for (const Problem& problem : *list) out += "! " + to_string(problem.at) + " " + problem.message + "\n";
    return out;
}

}  // namespace minutes
