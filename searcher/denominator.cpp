#include "searcher/denominator.hpp"

#include "indexer/facet_values.hpp"
#include "searcher/base.hpp"
#include "searcher/compile.hpp"
#include "searcher/doc_list.hpp"
#include "searcher/filter_level.hpp"
#include "searcher/reader.hpp"
#include "searcher/share_table.hpp"
#include "searcher/zone_scope.hpp"

#include <algorithm>
#include <optional>
#include <tuple>
#include <unordered_map>

namespace minutes {
namespace {

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
using Cells = std::map<CellValues, CellScope>;

/// What of the table the filters of meetings leave.
struct Places {
    Denominator meetings;               ///< of Denominator what is about meetings and files
    std::vector<const ShareTable::Place*> list;
};

Places places_in_scope(const ShareTable& table, const ScopeFilters& filters) {
    Places scope;
    Denominator& sums = scope.meetings;
    std::vector<bool> meetings(table.meetings.size());
    for (const ShareTable::Place& place : table.places) {
        if (!filters.admit_meeting(place.meeting)) continue;
        sums.documents += scope.list.empty() || scope.list.back()->file != place.file;
        scope.list.push_back(&place);
        sums.incomplete_items += place.incomplete_items;
        if (meetings[place.number]) continue;
        meetings[place.number] = true;
        ++sums.meetings;
        const std::string& date = place.meeting.date;
        if (date.empty()) ++sums.undated_meetings;
        else if (sums.first_date.empty() || date < sums.first_date) sums.first_date = date;
        sums.last_date = std::max(sums.last_date, date);
    }
    return scope;
}

void add(CellScope& cell, const Searched& more, const std::uint32_t* meeting) {
    cell.searched.records += more.records;
    cell.searched.words += more.words;
    cell.searched.cut += more.cut;
    if (meeting != nullptr) cell.words[*meeting] += more.words;
}

/// The shares of meetings in scope by `fields`. REQUIRES: neither filters nor fields need records.
class ShareCells {
public:
    ShareCells(const ShareTable& table, const ScopeFilters& filters, const ZoneScope& zones, const Fields& fields) : table_(table), fields_(fields) {
        for (const Record& key : table.keys) admitted_.push_back(zones.has(key.zone) && filters.admit_share(key));
    }

    void add_place(const ShareTable::Place& place, Detail detail) {
        CellValues values;
        for (const Field* field : fields_)
            if (level_of(*field) == FilterLevel::meeting) values.push_back(values_of(place.meeting, *field).front());
        std::unordered_map<std::uint32_t, std::vector<CellScope*>>& of_key = known_[values];
        for (const ShareTable::Share& share : table_.shares_of(place)) {
            if (!admitted_[share.key]) continue;
            const auto [into, fresh] = of_key.try_emplace(share.key);
            if (fresh) into->second = cells_for(values, table_.keys[share.key]);
            for (CellScope* cell : into->second) add(*cell, {share.records, share.words, share.cut}, detail == Detail::meetings ? &place.number : nullptr);
        }
    }

    [[nodiscard]] Cells take() { return std::move(cells_); }

private:
    const ShareTable& table_;
    const Fields& fields_;
    std::vector<bool> admitted_;            ///< by key
    std::map<CellValues, std::unordered_map<std::uint32_t, std::vector<CellScope*>>> known_;  ///< by a meeting's values of the fields and a share's key
    Cells cells_;

    std::vector<CellScope*> cells_for(const CellValues& of_meeting, const Record& share) {
        std::vector<CellValues> crossed(1);
        std::size_t next = 0;
        for (const Field* field : fields_) cross(crossed, level_of(*field) == FilterLevel::meeting ? CellValues{of_meeting[next++]} : values_of(share, *field));
        std::vector<CellScope*> cells;
        for (const CellValues& cell : crossed) cells.push_back(&cells_[cell]);
        return cells;
    }
};

Cells by_shares(const ShareTable& table, const Places& places, const ScopeFilters& filters, const ZoneScope& zones, const Fields& fields, Detail detail) {
    ShareCells cells(table, filters, zones, fields);
    for (const ShareTable::Place* place : places.list) cells.add_place(*place, detail);
    return cells.take();
}

/// For each of `groupings`, in one pass over the records.
std::vector<Cells> by_records(const Xapian::Database& database, const ShareTable& table, const ScopeFilters& filters, const ZoneScope& zones, const std::vector<Fields>& groupings, Detail detail) {
    std::vector<Cells> cells(groupings.size());
    visit_records(database, filters.candidates(database), [&](const Record& record) {
        if (!zones.has(record.zone) || !filters.admit_record(record)) return;
        const Searched more{1, record.words, record.item_incomplete || record.incomplete ? 1u : 0u};
        const auto meeting = table.meetings.find(record.meeting_id);
        const std::uint32_t* number = detail == Detail::meetings && meeting != table.meetings.end() ? &meeting->second : nullptr;
        for (std::size_t i = 0; i < groupings.size(); ++i)
            for (const CellValues& cell : cells_of(record, groupings[i])) add(cells[i][cell], more, number);
    });
    return cells;
}

/// By zone, for every record is in one, and by `fields`.
std::vector<Cells> cells_in_scope(const Xapian::Database& database, const ShareTable& table, const Places& places, const ScopeFilters& filters, const ZoneScope& zones, const Fields& fields, Detail detail) {
    const Fields by_zone{field_named("zone")};
    if (filters.need_records()) return by_records(database, table, filters, zones, fields.empty() ? std::vector<Fields>{by_zone} : std::vector<Fields>{by_zone, fields}, detail);
    std::vector<Cells> cells{by_shares(table, places, filters, zones, by_zone, detail)};
    if (fields.empty()) return cells;
    const bool records = std::any_of(fields.begin(), fields.end(), [](const Field* field) { return level_of(*field) == FilterLevel::record; });
    cells.push_back(records ? by_records(database, table, filters, zones, {fields}, detail).front() : by_shares(table, places, filters, zones, fields, detail));
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
    const std::optional<FilterLevel> level = level_of(node);
    if (level && !std::holds_alternative<Everything>(node.is)) add({&node, nullptr, std::make_shared<const Matcher>(node)}, *level);
}

void ScopeFilters::add(Condition condition, FilterLevel level) { (level == FilterLevel::meeting ? meeting_ : level == FilterLevel::share ? share_ : record_).push_back(condition); }

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

InScope in_scope(const Xapian::Database& database, const ShareTable& table, const Request& request, const std::vector<const Field*>& fields, Detail detail) {
    const ScopeFilters filters(request);
    const ZoneScope zones = zone_scope(request);
    const Places places = places_in_scope(table, filters);
    std::vector<Cells> cells = cells_in_scope(database, table, places, filters, zones, fields, detail);
    InScope scope{filters.none() ? whole_index(database, zones) : places.meetings, {}, {}};
    for (const auto& [cell, sum] : cells.front()) {
        add(scope.all, sum.searched, nullptr);
        for (const auto& [meeting, words] : sum.words) scope.all.words[meeting] += words;
        if (filters.none()) continue;
        (cell.front() == name_of(Zone::title) ? scope.denominator.titles : scope.denominator.passages) += sum.searched.records;
        scope.denominator.words += sum.searched.words;
    }
    if (!fields.empty()) scope.cells = std::move(cells.back());
    return scope;
}

Denominator denominator_of(const Xapian::Database& database, Reader& reader, const Request& request) {
    return ScopeFilters(request).none() ? whole_index(database, zone_scope(request)) : in_scope(database, reader.shares(), request, {}, Detail::sums).denominator;
}

std::vector<ScopeMeeting> meetings_in_scope(const ShareTable& table, const Request& request) {
    const ScopeFilters filters(request);
    std::map<std::string, ScopeMeeting> by_id;
    for (const ShareTable::Place& place : table.places) {
        const Record& meeting = place.meeting;
        if (!filters.admit_meeting(meeting)) continue;
        ScopeMeeting& found = by_id.try_emplace(meeting.meeting_id, ScopeMeeting{meeting.meeting_id, meeting.council, meeting.committee, meeting.date, meeting.path, 0}).first->second;
        found.incomplete_items += place.incomplete_items;
        found.path = std::min(found.path, meeting.path);
    }
    std::vector<ScopeMeeting> meetings;
    for (auto& [id, meeting] : by_id) meetings.push_back(std::move(meeting));
    const auto place = [](const ScopeMeeting& m) { return std::make_tuple(std::string_view(m.council), std::string_view(m.committee), m.date.empty(), std::string_view(m.date)); };
    std::stable_sort(meetings.begin(), meetings.end(), [&](const ScopeMeeting& a, const ScopeMeeting& b) { return place(a) < place(b); });
    return meetings;
}

}  // namespace minutes
