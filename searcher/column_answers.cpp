#include "searcher/column_answers.hpp"

#include "searcher/candidates.hpp"
#include "searcher/column_tally.hpp"
#include "searcher/zone_scope.hpp"

#include <algorithm>
#include <utility>

namespace minutes {
namespace {

/// The values of a row in a field, or "" alone.
std::vector<std::string> values_of(const PassageColumns& columns, const ColumnRow& row, const Field& field) {
    const ColumnItem& item = columns.item(row.item);
    const ColumnField column = column_field(field);
    const auto text = [&](std::uint32_t number) { return std::vector<std::string>{std::string(columns.text(number))}; };
    switch (column.place) {
        case ColumnPlace::council: return text(item.council);
        case ColumnPlace::committee: return text(item.committee);
        case ColumnPlace::item: return text(item.id);
        case ColumnPlace::meeting: return text(item.meeting);
        case ColumnPlace::path: return text(item.path);
        case ColumnPlace::kind: return text(row.kind);
        case ColumnPlace::year: return {year_of(item.date)};
        case ColumnPlace::month: return {month_of(item.date)};
        case ColumnPlace::zone: return {row.zone < kZones ? std::string(name_of(static_cast<Zone>(row.zone))) : std::string()};
        default: break;
    }
    std::vector<std::string> values;
    for (const std::uint32_t number : columns.voices(row.voices).of[column.voice]) values.emplace_back(columns.text(number));
    if (values.empty()) values.emplace_back();
    return values;
}

}  // namespace

bool is_facet_of_columns(const Field& field) {
    const ColumnPlace place = column_field(field).place;
    return place != ColumnPlace::elsewhere && place != ColumnPlace::title;
}

std::vector<CellValues> cells_of(const PassageColumns& columns, const ColumnRow& row, const std::vector<const Field*>& fields) {
    std::vector<CellValues> cells(1);
    for (const Field* field : fields) {
        std::vector<CellValues> crossed;
        const std::vector<std::string> values = values_of(columns, row, *field);
        for (const CellValues& cell : cells)
            for (const std::string& value : values) {
                crossed.push_back(cell);
                crossed.back().push_back(value);
            }
        cells = std::move(crossed);
    }
    return cells;
}

std::string day_of(std::uint32_t date) {
    if (date == 0) return "";
    const std::string day = std::to_string(100 + date % 100);
    return month_of(date) + "-" + day.substr(1);
}

Counts each_answering_row(const Xapian::Database& database, const PassageColumns& columns, const Request& request,
                          const std::function<void(const ColumnRow&, const ColumnMatcher&)>& each) {
    ColumnMatcher matcher(request.query, columns, nullptr);
    const ZoneScope scope = zone_scope(request);
    ColumnTally tally(columns, {}, {});
    const std::vector<Xapian::docid> candidates = find_candidates(database, request).list;
    matcher.expect(candidates.size());
    for (const Xapian::docid candidate : candidates) {
        const ColumnRow& row = columns.row(candidate);
        const bool selected = std::all_of(request.selections.begin(), request.selections.end(),
                                          [&](const Filter& selection) { return selection.field->name == "zone" || matcher.filters().holds(row, selection); });
        if (!selected || !matcher.match(row)) continue;
        if (row.zone >= kZones || !scope.zones.test(row.zone)) {
            tally.count_elsewhere(row, matcher.hits().size());
            continue;
        }
        tally.count(row, matcher.hits().size());
        each(row, matcher);
    }
    Counts counts = tally.counts();
    counts.zones = scope.list();
    return counts;
}

}  // namespace minutes
