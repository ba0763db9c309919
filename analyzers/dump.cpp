#include "analyzers/dump.hpp"

#include "analyzers/dump_outcomes.hpp"
#include "analyzers/report.hpp"
#include "analyzers/structure/plain_text.hpp"

#include <nlohmann/json.hpp>

namespace minutes {
namespace {

using Json = nlohmann::ordered_json;

Json or_null(std::string_view value) { return value.empty() ? Json(nullptr) : Json(value); }

Json to_json(Span span) { return Json::array({span.begin, span.end}); }

void add_fact(Json& meeting, const char* name, const Fact& fact, bool with_evidence) {
    meeting[name] = or_null(fact.value);
    if (with_evidence) meeting[std::string(name) + "_evidence"] = or_null(name_of(fact.evidence));
}

Json to_json(RoleFlags flags) {
    Json set = Json::array();
    if (flags.interim) set.push_back("interim");
    if (flags.acting) set.push_back("acting");
    if (flags.deputy) set.push_back("deputy");
    return set;
}

Json to_json(const Person& person) {
    return {{"name", person.name}, {"role", name_of(person.role)}, {"post", or_null(person.post)}, {"status", name_of(person.status)}, {"flags", to_json(person.flags)}};
}

Json to_json(const Document& doc, const Speaker& speaker) {
    return {{"role", name_of(speaker.role)}, {"person", or_null(speaker.person)}, {"act", name_of(speaker.act)},
            {"attribution", name_of(speaker.attribution)}, {"surface", or_null(slice(doc.text, speaker.surface))},
            {"surface_span", to_json(speaker.surface)}, {"title", or_null(speaker.title)}, {"flags", to_json(speaker.flags)},
            {"resolution", name_of(speaker.resolution)}, {"rule", or_null(speaker.rule)},
            {"evidence_span", speaker.evidence.empty() ? Json(nullptr) : to_json(speaker.evidence)}, {"candidates", speaker.candidates}};
}

Json to_json(const Document& doc, const Passage& passage, std::string_view id) {
    Json json{{"id", id}, {"number", or_null(passage.number)}, {"kind", name_of(passage.kind)}, {"zone", name_of(passage.zone)}, {"incomplete", passage.incomplete},
              {"span", to_json(Span{passage.parts.front().begin, passage.parts.back().end})}};
    json["parts"] = Json::array();
    for (const Span part : passage.parts) json["parts"].push_back(to_json(part));
    json["text"] = passage_text(doc.text, passage);
    json["speakers"] = Json::array();
    for (const Speaker& speaker : passage.speakers) json["speakers"].push_back(to_json(doc, speaker));
    return json;
}

Json to_json(const Document& doc, const Item& item, const std::vector<std::string>& ids, std::size_t& next_id) {
    Json json{{"number", or_null(item.number)}, {"title", or_null(item.title)}, {"kind", name_of(item.kind)}, {"incomplete", item.incomplete}};
    json["passages"] = Json::array();
    for (const Passage& passage : item.passages) {
        json["passages"].push_back(to_json(doc, passage, next_id < ids.size() ? ids[next_id] : std::string()));
        ++next_id;
    }
    add_outcomes(json, doc, item);
    return json;
}

Json to_json(const Document& doc, const Meeting& meeting, const std::vector<std::string>& ids, std::size_t& next_id) {
    Json json;
    add_fact(json, "council", meeting.council, true);
    add_fact(json, "committee", meeting.committee, true);
    add_fact(json, "date", meeting.date, true);
    add_fact(json, "start", meeting.start, false);
    add_fact(json, "end", meeting.end, false);
    add_fact(json, "venue", meeting.venue, false);
    add_fact(json, "chair", meeting.chair, false);
    json["people"] = Json::array();
    for (const Person& person : meeting.people) json["people"].push_back(to_json(person));
    json["items"] = Json::array();
    for (const Item& item : meeting.items) json["items"].push_back(to_json(doc, item, ids, next_id));
    return json;
}

Json to_json(const NumberSeries& series) {
    Json json{{"of", series.item.empty() ? "items" : "paragraphs"}, {"meeting", series.meeting}, {"item", or_null(series.item)}, {"first", series.first},
              {"last", series.last}, {"found", series.found}, {"expected", series.expected}, {"restarts", series.restarts}};
    json["missing"] = Json::array();
    for (const NumberSeries::Gap& gap : series.missing) json["missing"].push_back(gap.number);
    json["repeated"] = series.repeated;
    return json;
}

Json to_json(const Report& report) {
    Json json{{"bytes", report.bytes}, {"passage_bytes", report.passage_bytes}, {"items", report.items}, {"passages", report.passages}, {"turns", report.turns},
              {"unattributed_turns", report.unattributed_turns}, {"text_bytes", report.text_bytes}, {"orphan_bytes", report.orphan_bytes}, {"orphan_share", report.orphan_share()}};
    json["discarded"] = Json::object();
    for (const Report::Share& share : report.discarded) json["discarded"][std::string(share.reason)] = share.bytes;
    json["numbers"] = Json::array();
    for (const NumberSeries& series : report.numbers) json["numbers"].push_back(to_json(series));
    return json;
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
    Json json{{"format", "minutes-segment"}, {"version", 1}, {"source", doc.path}, {"layout", segmented.layout}};
    json["layout_scores"] = Json::object();
    for (const LayoutScore& score : segmented.scores) json["layout_scores"][std::string(score.layout)] = score.score;
    json["report"] = to_json(report_of(doc.text, segmented));
    std::size_t next_id = 0;
    json["meetings"] = Json::array();
    for (const Meeting& meeting : segmented.meetings) json["meetings"].push_back(to_json(doc, meeting, ids, next_id));
    json["discarded"] = Json::array();
    for (const Discard& discard : segmented.discarded) json["discarded"].push_back({{"class", discard.reason}, {"span", to_json(discard.at)}});
    json["problems"] = Json::array();
    for (const std::vector<Problem>* list : {&doc.problems, &segmented.problems})
        for (const Problem& problem : *list) json["problems"].push_back({{"span", to_json(problem.at)}, {"message", problem.message}});
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
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
