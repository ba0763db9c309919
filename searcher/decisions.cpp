#include "searcher/decisions.hpp"

#include "searcher/base.hpp"
#include "searcher/candidates.hpp"
#include "searcher/document_order.hpp"
#include "searcher/match.hpp"
#include "searcher/notes.hpp"
#include "searcher/prepare.hpp"
#include "searcher/reader.hpp"
#include "searcher/zone_scope.hpp"

#include <algorithm>
#include <set>

namespace minutes {
namespace {

/// A passage with the rows of it that are wanted, as indices.
struct FoundPassage {
    Record record;
    std::vector<std::size_t> rows;
};

struct Collected {
    std::vector<FoundPassage> passages;
    DecisionsAnswer answer;
};

/// Whether the row has one of the people that a selection of owner or mover names.
bool has_people(const Request& request, const RecordOutcome& row) {
    return std::all_of(request.selections.begin(), request.selections.end(), [&](const Filter& selection) {
        const bool owner = selection.field->name == "owner";
        if (!owner && selection.field->name != "mover") return true;
        return std::any_of(selection.values.begin(), selection.values.end(), [&](const std::string& wanted) {
            const std::vector<std::string> names = owner ? owners_of(row) : std::vector<std::string>{row.mover};
            return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return !name.empty() && value_matches(*selection.field, name, wanted); });
        });
    });
}

bool holds_a_hit(const RecordOutcome& row, const std::vector<Span>& hits) {
    return std::any_of(hits.begin(), hits.end(), [&](Span hit) {
        return std::any_of(row.at.begin(), row.at.end(), [&](Span at) { return at.begin < hit.end && hit.begin < at.end; });
    });
}

std::vector<std::size_t> wanted_rows(const Request& request, const Record& record, const std::vector<Span>& hits, const std::vector<std::string>& kinds) {
    const std::vector<RecordOutcome>& all = record.outcomes;
    const bool by_hits = std::any_of(all.begin(), all.end(), [&](const RecordOutcome& row) { return holds_a_hit(row, hits); });
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool kind = kinds.empty() || std::find(kinds.begin(), kinds.end(), all[i].kind) != kinds.end();
        if (kind && (!by_hits || holds_a_hit(all[i], hits)) && has_people(request, all[i])) rows.push_back(i);
    }
    return rows;
}

Collected collect(const Xapian::Database& database, const Request& asked, const std::vector<std::string>& kinds) {
    const Request request = prepared(database, asked);
    Collected collected;
    const Matcher matcher(request.query);
    const ZoneScope scope = zone_scope(request);
    std::set<std::string> meetings, documents;
    for (const Xapian::docid candidate : find_candidates(database, request).list) {
        Record record = decode_record(database.get_document(candidate).get_data());
        if (record.outcomes.empty() || !scope.has(record.zone) || !is_selected(request, record)) continue;
        const Matched matched = matcher.match(record);
        if (!matched.yes) continue;
        std::vector<std::size_t> rows = wanted_rows(request, record, matched.hits, kinds);
        if (rows.empty()) continue;
        collected.answer.rows += rows.size();
        ++collected.answer.passages;
        collected.answer.at_least = collected.answer.at_least || record.item_incomplete || record.incomplete;
        meetings.insert(record.meeting_id);
        documents.insert(record.path);
        collected.passages.push_back({std::move(record), std::move(rows)});
    }
    collected.answer.meetings = meetings.size();
    collected.answer.documents = documents.size();
    collected.answer.notes = find_notes(database, request, index_base(database));
    return collected;
}

DecisionRow made_row(const Record& record, const RecordOutcome& outcome) {
    const Span text = outcome.at.empty() ? Span{0, static_cast<std::uint32_t>(record.text.size())} : Span{outcome.at.front().begin, outcome.at.back().end};
    return {&record, &outcome, outcome_text(record, outcome), to_source(record, text)};
}

}  // namespace

DecisionsAnswer find_decisions(Reader& reader, const Request& request, const std::vector<std::string>& kinds,
                               const std::function<void(const DecisionRow&)>& each) {
    Collected collected = reader.read([&](const Xapian::Database& database) { return collect(database, request, kinds); });
    std::sort(collected.passages.begin(), collected.passages.end(),
              [](const FoundPassage& a, const FoundPassage& b) { return by_date_and_place(a.record, b.record); });
    for (const FoundPassage& found : collected.passages)
        for (const std::size_t row : found.rows) each(made_row(found.record, found.record.outcomes[row]));
    return std::move(collected.answer);
}

}  // namespace minutes
