#include "searcher/render_decisions.hpp"

#include "analyzers/json_text.hpp"
#include "searcher/context.hpp"
#include "searcher/json_values.hpp"
#include "searcher/printable.hpp"
#include "searcher/quote.hpp"

#include <nlohmann/json.hpp>

namespace minutes {
namespace {

using Json = nlohmann::ordered_json;

std::string or_empty(const std::optional<std::uint32_t>& number) { return number ? std::to_string(*number) : std::string(); }

void add(std::string& text, const std::string& part) {
    if (part.empty()) return;
    text += (text.empty() ? "" : "; ") + part;
}

std::string named(std::string_view what, const std::string& value) { return value.empty() ? "" : std::string(what) + " " + printable(value); }

/// "5 for, 2 against": the numbers that the text states.
std::string vote_text(const RecordOutcome& row) {
    std::string text;
    const auto number = [&](const std::optional<std::uint32_t>& votes, const char* what) {
        if (votes) text += (text.empty() ? "" : ", ") + std::to_string(*votes) + " " + what;
    };
    number(row.in_favour, "for");
    number(row.against, "against");
    number(row.abstained, "abstained");
    return text;
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : "; ") + name;
    return text;
}

/// Where the text of the row stands in the source; the whole passage if the row has no text of its own.
std::vector<Span> row_spans(const DecisionRow& decision) {
    std::vector<Span> spans;
    for (const Span at : decision.outcome->at)
        for (const Span span : quote_of(*decision.record, at).at) spans.push_back(span);
    return spans.empty() ? decision.record->parts : spans;
}

Json spans_json(const std::vector<Span>& spans) {
    Json json = Json::array();
    for (const Span span : spans) json.push_back({span.begin, span.end});
    return json;
}

/// Owner, due date, mover, seconder and vote on one line; empty if the text states none of them.
std::string detail_text(const RecordOutcome& row) {
    std::string text;
    add(text, named("owner", row.owner) + (row.owner_person.empty() || row.owner_person == row.owner ? "" : " (" + printable(row.owner_person) + ")"));
    add(text, named("due", row.due));
    add(text, named("moved by", row.mover));
    add(text, named("seconded by", row.seconder));
    add(text, vote_text(row));
    add(text, row.vote.empty() ? "" : "“" + printable(row.vote) + "”");
    return text;
}

}  // namespace

std::string decision_as_text(const DecisionRow& decision) {
    const Record& record = *decision.record;
    const RecordOutcome& row = *decision.outcome;
    const std::string limb = row.limb.empty() ? "" : " (" + printable(row.limb) + ")";
    std::string text = "  " + (record.item_number.empty() ? "" : "item " + printable(record.item_number) + " · ") + row.kind + limb + ": " +
                       collapse_space(printable(decision.text)) + "\n";
    if (const std::string detail = detail_text(row); !detail.empty()) text += "      " + detail + "\n";
    return text + "      " + record.id + "  " + place_text(record.path, record.line, page_of(record, decision.in_source.begin)) + "\n";
}

std::string decisions_counts_as_text(const DecisionsAnswer& answer) {
    if (answer.rows == 0) return "No decision or action found.\n";
    return (answer.at_least ? "At least " : "") + counted(answer.rows, "row") + " of decisions and actions in " + counted(answer.passages, "passage") + ", " +
           counted(answer.meetings, "meeting") + ", " + counted(answer.documents, "document") + ".\n";
}

std::string decision_as_json_line(const DecisionRow& decision) {
    const Record& r = *decision.record;
    const RecordOutcome& row = *decision.outcome;
    const Json json{{"format", "minutes-decision"}, {"version", 1}, {"id", r.id}, {"council", or_null(r.council)}, {"committee", or_null(r.committee)}, {"date", or_null(r.date)},
                    {"item", or_null(r.item_number)}, {"item_title", or_null(r.item_title)}, {"paragraph", or_null(r.paragraph)},
                    {"kind", row.kind}, {"limb", or_null(row.limb)}, {"text", decision.text},
                    {"mover", or_null(row.mover)}, {"seconder", or_null(row.seconder)},
                    {"vote", {{"for", or_null(row.in_favour)}, {"against", or_null(row.against)}, {"abstained", or_null(row.abstained)},
                              {"voted_for", row.voted_for}, {"voted_against", row.voted_against}, {"abstainers", row.abstainers},
                              {"words", or_null(row.vote)}, {"lost", row.lost}}},
                    {"owner", or_null(row.owner)}, {"owner_person", or_null(row.owner_person)}, {"due", or_null(row.due)},
                    {"item_incomplete", r.item_incomplete},
                    {"source", {{"path", r.path}, {"begin", decision.in_source.begin}, {"end", decision.in_source.end}, {"sha256", r.sha256}, {"line", r.line},
                                {"page", page_json(page_of(r, decision.in_source.begin))}, {"parts", spans_json(row_spans(decision))}}},
                    {"item_id", r.item_id}, {"meeting_id", r.meeting_id}};
    return json_line(json);
}

std::string decisions_tail_as_json(const DecisionsAnswer& answer) {
    const Json json{{"rows", answer.rows}, {"passages", answer.passages}, {"meetings", answer.meetings}, {"documents", answer.documents},
                    {"at_least", answer.at_least}, {"notes", answer.notes}};
    return json_line(json);
}

std::string decisions_csv_header(TableStyle style) {
    return table_row({"id", "council", "committee", "date", "item", "item_title", "paragraph", "kind", "limb", "text", "mover", "seconder", "for", "against",
                      "abstained", "voted_for", "voted_against", "abstainers", "vote", "lost", "owner", "owner_person", "due", "item_incomplete", "path",
                      "begin", "end", "sha256", "line", "item_id", "meeting_id", "spans", "page", "format"},
                     style);
}

std::string decision_as_csv(const DecisionRow& decision, TableStyle style) {
    const Record& r = *decision.record;
    const RecordOutcome& row = *decision.outcome;
    return table_row({r.id, r.council, r.committee, r.date, r.item_number, r.item_title, r.paragraph, row.kind, row.limb, decision.text,
                      row.mover, row.seconder, or_empty(row.in_favour), or_empty(row.against), or_empty(row.abstained),
                      joined(row.voted_for), joined(row.voted_against), joined(row.abstainers), row.vote, row.lost ? "yes" : "no",
                      row.owner, row.owner_person, row.due, r.item_incomplete ? "yes" : "no", r.path,
                      std::to_string(decision.in_source.begin), std::to_string(decision.in_source.end), r.sha256, std::to_string(r.line),
                      r.item_id, r.meeting_id, to_text(row_spans(decision)), page_or_empty(page_of(r, decision.in_source.begin)), table_format("minutes-decisions", style)},
                     style);
}

}  // namespace minutes
