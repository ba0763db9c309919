#include "searcher/column_answers.hpp"

#include "searcher/candidates.hpp"
#include "searcher/column_tally.hpp"
#include "searcher/zone_scope.hpp"

#include <algorithm>
#include <utility>

namespace minutes {
namespace {

constexpr std::uint32_t kNoneOfZones = kZones;

/// Its only value in a field that has one.
std::uint32_t value_of(const ColumnRow& row, const ColumnItem& item, ColumnPlace place) {
    switch (place) {
        case ColumnPlace::council: return item.council;
        case ColumnPlace::committee: return item.committee;
        case ColumnPlace::item: return item.id;
        case ColumnPlace::meeting: return item.meeting;
        case ColumnPlace::path: return item.path;
        case ColumnPlace::kind: return row.kind;
        case ColumnPlace::year: return item.date / 10'000;
        case ColumnPlace::month: return item.date / 100;
        default: return row.zone < kZones ? row.zone : kNoneOfZones;
    }
}

std::string text_of(const PassageColumns& columns, std::uint32_t value, ColumnPlace place) {
    switch (place) {
        case ColumnPlace::year: return year_of(value * 10'000);
        case ColumnPlace::month: return month_of(value * 100);
        case ColumnPlace::zone: return value == kNoneOfZones ? std::string() : std::string(name_of(static_cast<Zone>(value)));
        default: return std::string(columns.text(value));
    }
}

}  // namespace

bool is_facet_of_columns(const Field& field) {
    const ColumnPlace place = column_field(field).place;
    return place != ColumnPlace::elsewhere && place != ColumnPlace::title;
}

void cells_of(const PassageColumns& columns, const ColumnRow& row, const std::vector<const Field*>& fields, std::vector<CellKey>& cells) {
    cells.assign(1, {});
    const ColumnItem& item = columns.item(row.item);
    for (const Field* field : fields) {
        const ColumnField column = column_field(*field);
        std::vector<std::uint32_t> values;
        if (column.place != ColumnPlace::voice) {
            values.push_back(value_of(row, item, column.place));
        } else {
            const Voices voices = columns.voices(row.voices);
            values.assign(voices.of[column.voice].begin(), voices.of[column.voice].end());
            if (values.empty()) values.push_back(0);
        }
        std::vector<CellKey> crossed;
        for (const CellKey& cell : cells)
            for (const std::uint32_t value : values) {
                crossed.push_back(cell);
                crossed.back().push_back(value);
            }
        cells = std::move(crossed);
    }
}

CellValues values_of(const PassageColumns& columns, const CellKey& key, const std::vector<const Field*>& fields) {
    CellValues values;
    for (std::size_t i = 0; i < fields.size(); ++i) values.push_back(text_of(columns, key[i], column_field(*fields[i]).place));
    return values;
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
