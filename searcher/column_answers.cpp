#include "searcher/column_answers.hpp"

#include "searcher/column_rows.hpp"
#include "searcher/column_tally.hpp"
#include "searcher/search_steps.hpp"
#include "searcher/zone_scope.hpp"

namespace minutes {
namespace {

constexpr std::uint32_t kNoneOfZones = kZones;

/// Its only value in a field that has one.
std::uint32_t value_of(const ColumnRow& row, const ColumnItem& item, ColumnPlace place) {
    switch (place) {
        case ColumnPlace::kind: return row.kind;
        case ColumnPlace::year: return item.date / 10'000;
        case ColumnPlace::month: return item.date / 100;
        case ColumnPlace::zone: return row.zone < kZones ? row.zone : kNoneOfZones;
        default: return text_of_item(item, place);
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

std::vector<ColumnField> column_fields(const std::vector<const Field*>& fields) {
    std::vector<ColumnField> places;
    for (const Field* field : fields) places.push_back(column_field(*field));
    return places;
}

void cells_of(const PassageColumns& columns, const ColumnRow& row, const std::vector<ColumnField>& fields, std::vector<CellKey>& cells) {
    cells.assign(1, {});
    const ColumnItem& item = columns.item(row.item);
    for (const ColumnField& field : fields) {
        CellKey values;
        if (field.place == ColumnPlace::voice) {
            const Voices voices = columns.voices(row.voices);
            values.assign(voices.of[field.voice].begin(), voices.of[field.voice].end());
            if (values.empty()) values.push_back(0);
        } else {
            values.push_back(value_of(row, item, field.place));
        }
        cross(cells, values);
    }
}

CellValues values_of(const PassageColumns& columns, const CellKey& key, const std::vector<ColumnField>& fields) {
    CellValues values;
    for (std::size_t i = 0; i < fields.size(); ++i) values.push_back(text_of(columns, key[i], fields[i].place));
    return values;
}

Counts each_answering_row(const Xapian::Database& database, const PassageColumns& columns, const Request& request,
                          const std::function<void(const ColumnRow&, const ColumnMatcher&)>& each) {
    ColumnMatcher matcher(request.query, columns, nullptr);
    const ZoneScope scope = zone_scope(request);
    ColumnTally tally(columns, {}, {});
    each_row(database, columns, request, matcher, [&](Xapian::docid, const ColumnRow& row, const auto& answers) {
        if (failed_selection(request.selections, [&](const Filter& filter) { return matcher.filters().holds(row, filter); }) != kFailsNone || !answers()) return;
        if (!scope.has(row)) return tally.count_elsewhere(row, matcher.occurrences());
        tally.count(row, matcher.occurrences());
        each(row, matcher);
    });
    Counts counts = tally.counts();
    counts.zones = scope.list();
    return counts;
}

}  // namespace minutes
