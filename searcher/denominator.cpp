#include "searcher/denominator.hpp"

#include "indexer/facet_values.hpp"
#include "indexer/word_shares.hpp"
#include "searcher/base.hpp"
#include "searcher/compile.hpp"
#include "searcher/doc_list.hpp"
#include "searcher/zone_scope.hpp"

#include <algorithm>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace minutes {
namespace {

// --- What a filter has to look at ---

/// Its meeting, its share (word_shares.hpp), or the whole record.
enum Level { kMeeting, kShare, kRecord };

Level level_of(const Field& field) {
    for (const std::string_view name : {"council", "committee", "year", "month", "meeting", "file"})
        if (field.name == name) return kMeeting;
    for (const std::string_view name : {"zone", "kind", "role"})
        if (field.name == name) return kShare;
    return kRecord;
}

/// nullopt: the node has words.
std::optional<Level> level_of(const Node& node) {
    if (std::holds_alternative<Everything>(node.is) || std::holds_alternative<DateRange>(node.is)) return kMeeting;
    if (const auto* filter = std::get_if<Filter>(&node.is)) return level_of(*filter->field);
    if (const auto* negated = std::get_if<Not>(&node.is)) return level_of(*negated->of);
    const auto* all = std::get_if<All>(&node.is);
    const auto* any = std::get_if<Any>(&node.is);
    if (all == nullptr && any == nullptr) return std::nullopt;
    // Of several levels no share shows enough: a meeting's filter says nothing of a share and the other way round.
    std::optional<Level> level;
    for (const Node& part : all ? all->of : any->of) {
        const std::optional<Level> own = level_of(part);
        if (!own) return std::nullopt;
        level = !level || *level == *own ? *own : kRecord;
    }
    return level;
}

Record meeting_record(const FileShares& file, const MeetingShares& meeting) {
    Record record;
    record.path = file.path;
    record.meeting_id = meeting.id;
    record.council = meeting.council;
    record.committee = meeting.committee;
    record.date = meeting.date;
    return record;
}

/// Hands the shares of every file to `each`.
template <typename Each>
void visit_shares(const Xapian::Database& database, Each each) {
    for (auto value = database.valuestream_begin(kSharesSlot); value != database.valuestream_end(kSharesSlot); ++value) each(decode_shares(*value));
}

template <typename Each>
void visit_records(const Xapian::Database& database, const Xapian::Query& query, Each each) {
    for (const Xapian::docid docid : documents_of(database, query)) each(decode_record(database.get_document(docid).get_data()));
}

// --- Cells ---

/// The record's values, or "" alone.
std::vector<std::string> values_of(const Record& record, const Field& field) {
    std::vector<std::string> values = facet_values(record, field);
    if (values.empty()) values.emplace_back();
    return values;
}

using Fields = std::vector<const Field*>;
using Cells = std::map<CellValues, Searched>;

/// Shares of the meetings in scope, added up: first by the meeting's values of the fields, then by the share's key.
using Added = std::map<CellValues, std::unordered_map<std::string, Searched>>;

/// What one pass over the shares of all files gives.
struct SharesInScope {
    Denominator meetings;               ///< of Denominator what is about meetings and files
    std::vector<const Field*> fields;   ///< of meetings, by whose values the shares are told apart
    Added added;
};

SharesInScope shares_in_scope(const Xapian::Database& database, const ScopeFilters& filters, std::vector<const Field*> meeting_fields) {
    SharesInScope scope{{}, std::move(meeting_fields), {}};
    Denominator& sums = scope.meetings;
    std::unordered_set<std::string> meetings;
    visit_shares(database, [&](const FileShares& file) {
        bool any = false;
        for (const MeetingShares& meeting : file.meetings) {
            const Record record = meeting_record(file, meeting);
            if (!filters.admit_meeting(record)) continue;
            any = true;
            sums.incomplete_items += meeting.incomplete_items;
            if (meetings.insert(meeting.id).second) {
                if (meeting.date.empty()) ++sums.undated_meetings;
                else if (sums.first_date.empty() || meeting.date < sums.first_date) sums.first_date = meeting.date;
                sums.last_date = std::max(sums.last_date, meeting.date);
            }
            std::unordered_map<std::string, Searched>& by_key = scope.added[cells_of(record, scope.fields).front()];
            for (const WordShare& share : meeting.shares) {
                Searched& sum = by_key[share.key];
                sum.records += share.records;
                sum.words += share.words;
                sum.cut += share.cut;
            }
        }
        sums.documents += any;
    });
    sums.meetings = meetings.size();
    return scope;
}

void add(Cells& cells, const CellValues& cell, const Searched& more) {
    Searched& sum = cells[cell];
    sum.records += more.records;
    sum.words += more.words;
    sum.cut += more.cut;
}

/// REQUIRES: neither filters nor fields need records; those of `fields` that are of meetings are among scope.fields.
Cells by_shares(const SharesInScope& scope, const ScopeFilters& filters, const ZoneScope& zones, const Fields& fields) {
    Cells cells;
    for (const auto& [values, by_key] : scope.added)
        for (const auto& [key, sum] : by_key) {
            const Record share = record_of_share(key);
            if (!zones.has(share.zone) || !filters.admit_share(share)) continue;
            std::vector<CellValues> crossed(1);
            for (const Field* field : fields) {
                const auto of_meeting = std::find(scope.fields.begin(), scope.fields.end(), field);
                cross(crossed, of_meeting != scope.fields.end() ? CellValues{values[static_cast<std::size_t>(of_meeting - scope.fields.begin())]} : values_of(share, *field));
            }
            for (const CellValues& cell : crossed) add(cells, cell, sum);
        }
    return cells;
}

/// For each of `groupings`, in one pass over the records.
std::vector<Cells> by_records(const Xapian::Database& database, const ScopeFilters& filters, const ZoneScope& zones, const std::vector<Fields>& groupings) {
    std::vector<Cells> cells(groupings.size());
    visit_records(database, filters.candidates(database), [&](const Record& record) {
        if (!zones.has(record.zone) || !filters.admit_record(record)) return;
        for (std::size_t i = 0; i < groupings.size(); ++i)
            for (const CellValues& cell : cells_of(record, groupings[i])) add(cells[i], cell, {1, record.words, record.item_incomplete || record.incomplete ? 1u : 0u});
    });
    return cells;
}

/// By zone, for every record is in one, and by `fields`.
std::vector<Cells> cells_in_scope(const Xapian::Database& database, const ScopeFilters& filters, const ZoneScope& zones, const SharesInScope& shares, const Fields& fields) {
    const Fields by_zone{field_named("zone")};
    if (filters.need_records()) return by_records(database, filters, zones, fields.empty() ? std::vector<Fields>{by_zone} : std::vector<Fields>{by_zone, fields});
    std::vector<Cells> cells{by_shares(shares, filters, zones, by_zone)};
    if (fields.empty()) return cells;
    const bool records = std::any_of(fields.begin(), fields.end(), [](const Field* field) { return level_of(*field) == kRecord; });
    cells.push_back(records ? by_records(database, filters, zones, {fields}).front() : by_shares(shares, filters, zones, fields));
    return cells;
}

// --- The scope as a whole ---

Denominator whole_index(const Xapian::Database& database, const ZoneScope& zones) {
    const Base base = index_base(database);
    Denominator scope{base.meetings, base.undated_meetings, base.documents, base.incomplete_items, base.first_date, base.last_date};
    for (const Zone zone : zones.list()) {
        (zone == Zone::title ? scope.titles : scope.passages) += base.zones[static_cast<std::size_t>(zone)];
        scope.words += base.words[static_cast<std::size_t>(zone)];
    }
    return scope;
}

}  // namespace

ScopeFilters::ScopeFilters(const Request& request) {
    add_parts(request.query);
    for (const Filter& selection : request.selections)
        if (selection.field->name != "zone") add({nullptr, &selection}, level_of(*selection.field));
}

void ScopeFilters::add_parts(const Node& node) {
    if (const auto* all = std::get_if<All>(&node.is)) {
        for (const Node& part : all->of) add_parts(part);
        return;
    }
    const std::optional<Level> level = level_of(node);
    if (level && !std::holds_alternative<Everything>(node.is)) add({&node, nullptr, std::make_shared<const Matcher>(node)}, *level);
}

void ScopeFilters::add(Condition condition, int level) { (level == kMeeting ? meeting_ : level == kShare ? share_ : record_).push_back(condition); }

bool ScopeFilters::admit(const Conditions& conditions, const Record& record) {
    return std::all_of(conditions.begin(), conditions.end(), [&](const Condition& condition) {
        return condition.matcher ? condition.matcher->match(record, Tokens()).yes : filter_matches(record, *condition.selection);
    });
}

Xapian::Query ScopeFilters::candidates(const Xapian::Database& database) const {
    std::vector<Xapian::Query> queries{compile(Node{}, database).query};
    for (const Conditions* conditions : {&meeting_, &share_, &record_})
        for (const Condition& condition : *conditions)
            queries.push_back(condition.node ? compile(*condition.node, database).query : compile(Node{*condition.selection, {}}, database).query);
    return Xapian::Query(Xapian::Query::OP_AND, queries.begin(), queries.end());
}

std::vector<CellValues> cells_of(const Record& record, const std::vector<const Field*>& fields) {
    std::vector<CellValues> cells(1);
    for (const Field* field : fields) cross(cells, values_of(record, *field));
    return cells;
}

InScope in_scope(const Xapian::Database& database, const Request& request, const std::vector<const Field*>& fields) {
    const ScopeFilters filters(request);
    const ZoneScope zones = zone_scope(request);
    std::vector<const Field*> of_meetings;
    for (const Field* field : fields)
        if (level_of(*field) == kMeeting) of_meetings.push_back(field);
    const SharesInScope shares = shares_in_scope(database, filters, std::move(of_meetings));
    std::vector<Cells> cells = cells_in_scope(database, filters, zones, shares, fields);
    InScope scope{filters.none() ? whole_index(database, zones) : shares.meetings, {}, {}};
    for (const auto& [cell, sum] : cells.front()) {
        scope.all.records += sum.records;
        scope.all.words += sum.words;
        scope.all.cut += sum.cut;
        if (filters.none()) continue;
        (cell.front() == name_of(Zone::title) ? scope.denominator.titles : scope.denominator.passages) += sum.records;
        scope.denominator.words += sum.words;
    }
    if (!fields.empty()) scope.cells = std::move(cells.back());
    return scope;
}

Denominator denominator_of(const Xapian::Database& database, const Request& request) {
    return ScopeFilters(request).none() ? whole_index(database, zone_scope(request)) : in_scope(database, request, {}).denominator;
}

std::vector<ScopeMeeting> meetings_in_scope(const Xapian::Database& database, const Request& request) {
    const ScopeFilters filters(request);
    std::map<std::string, ScopeMeeting> by_id;
    visit_shares(database, [&](const FileShares& file) {
        for (const MeetingShares& meeting : file.meetings) {
            if (!filters.admit_meeting(meeting_record(file, meeting))) continue;
            ScopeMeeting& found = by_id.try_emplace(meeting.id, ScopeMeeting{meeting.id, meeting.council, meeting.committee, meeting.date, file.path, 0}).first->second;
            found.incomplete_items += meeting.incomplete_items;
            found.path = std::min(found.path, file.path);
        }
    });
    std::vector<ScopeMeeting> meetings;
    for (auto& [id, meeting] : by_id) meetings.push_back(std::move(meeting));
    const auto place = [](const ScopeMeeting& m) { return std::make_tuple(std::string_view(m.council), std::string_view(m.committee), m.date.empty(), std::string_view(m.date)); };
    std::stable_sort(meetings.begin(), meetings.end(), [&](const ScopeMeeting& a, const ScopeMeeting& b) { return place(a) < place(b); });
    return meetings;
}

}  // namespace minutes
