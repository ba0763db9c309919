#include "searcher/column_filter.hpp"

#include "indexer/totals.hpp"
#include "searcher/match.hpp"

#include <algorithm>

namespace minutes {
namespace {

constexpr std::uint8_t kNo = 1, kYes = 2;

std::string digits(std::uint32_t number, std::size_t width) {
    std::string text = std::to_string(number);
    return std::string(width > text.size() ? width - text.size() : 0, '0') + text;
}

bool any_value(const Filter& filter, std::string_view value) {
    return std::any_of(filter.values.begin(), filter.values.end(), [&](const std::string& wanted) { return value_matches(*filter.field, value, wanted); });
}

}  // namespace

ColumnField column_field(const Field& field) {
    struct Row {
        std::string_view name;
        ColumnPlace place;
    };
    static constexpr Row kPlaces[] = {
        {"council", ColumnPlace::council}, {"committee", ColumnPlace::committee}, {"year", ColumnPlace::year},       {"month", ColumnPlace::month}, {"kind", ColumnPlace::kind},
        {"zone", ColumnPlace::zone},       {"item", ColumnPlace::item},           {"meeting", ColumnPlace::meeting}, {"file", ColumnPlace::path},   {"title", ColumnPlace::title},
    };
    for (const Row& row : kPlaces)
        if (row.name == field.name) return {row.place, 0};
    for (std::size_t i = 0; i < kVoiceFields.size(); ++i)
        if (kVoiceFields[i] == field.name) return {ColumnPlace::voice, i};
    return {};
}

std::string year_of(std::uint32_t date) { return date == 0 ? "" : digits(date / 10'000, 4); }
std::string month_of(std::uint32_t date) { return date == 0 ? "" : year_of(date) + "-" + digits(date / 100 % 100, 2); }
std::string day_of(std::uint32_t date) { return date == 0 ? "" : month_of(date) + "-" + digits(date % 100, 2); }

std::uint32_t text_of_item(const ColumnItem& item, ColumnPlace place) {
    switch (place) {
        case ColumnPlace::council: return item.council;
        case ColumnPlace::committee: return item.committee;
        case ColumnPlace::meeting: return item.meeting;
        case ColumnPlace::path: return item.path;
        default: return item.id;
    }
}

bool has_columns(const Node& query) {
    if (const auto* filter = std::get_if<Filter>(&query.is)) return column_field(*filter->field).place != ColumnPlace::elsewhere;
    const std::vector<const Node*> parts = parts_of(query);
    return std::all_of(parts.begin(), parts.end(), [](const Node* part) { return has_columns(*part); });
}

bool ColumnFilters::text_holds(Known& known, std::uint32_t text, const Filter& filter) {
    if (text == 0) return false;
    if (text >= known.texts.size()) throw ColumnsDamaged("a text of the columns is missing");
    std::uint8_t& judged = known.texts[text];
    if (judged == 0) judged = any_value(filter, columns_.text(text)) ? kYes : kNo;
    return judged == kYes;
}

bool ColumnFilters::voices_hold(Known& known, std::uint32_t voices, const Filter& filter) {
    if (voices >= known.voices.size()) throw ColumnsDamaged("voices of the columns are missing");
    std::uint8_t& judged = known.voices[voices];
    if (judged == 0) {
        const std::span<const std::uint32_t> texts = columns_.voices(voices).of[known.field.voice];
        judged = std::any_of(texts.begin(), texts.end(), [&](std::uint32_t text) { return text_holds(known, text, filter); }) ? kYes : kNo;
    }
    return judged == kYes;
}

bool ColumnFilters::other_holds(Known& known, std::uint32_t key, const Filter& filter, std::string_view value) {
    if (value.empty()) return false;
    const auto found = known.others.find(key);
    return found != known.others.end() ? found->second : known.others.emplace(key, any_value(filter, value)).first->second;
}

bool ColumnFilters::title_holds(Known& known, const ColumnRow& row, const Filter& filter) {
    const std::uint32_t title = columns_.item(row.item).title;
    if (title >= known.texts.size()) throw ColumnsDamaged("a text of the columns is missing");
    std::uint8_t& judged = known.texts[title];
    if (judged == 0) {
        Record record;
        record.item_title = columns_.text(title);
        judged = filter_matches(record, filter) ? kYes : kNo;
    }
    return judged == kYes;
}

bool ColumnFilters::holds(const ColumnRow& row, const Filter& filter) {
    auto found = known_.find(&filter);
    if (found == known_.end()) found = known_.emplace(&filter, Known{column_field(*filter.field), Sparse<std::uint8_t>(columns_.texts()), Sparse<std::uint8_t>(columns_.voice_rows()), {}}).first;
    Known& known = found->second;
    switch (known.field.place) {
        case ColumnPlace::council:
        case ColumnPlace::committee:
        case ColumnPlace::item:
        case ColumnPlace::meeting:
        case ColumnPlace::path: return text_holds(known, text_of_item(columns_.item(row.item), known.field.place), filter);
        case ColumnPlace::kind: return text_holds(known, row.kind, filter);
        case ColumnPlace::voice: return voices_hold(known, row.voices, filter);
        case ColumnPlace::title: return title_holds(known, row, filter);
        case ColumnPlace::zone: return row.zone < kZones && other_holds(known, row.zone, filter, name_of(static_cast<Zone>(row.zone)));
        case ColumnPlace::year: {
            const std::uint32_t date = columns_.item(row.item).date;
            return other_holds(known, date / 10'000, filter, year_of(date));
        }
        case ColumnPlace::month: {
            const std::uint32_t date = columns_.item(row.item).date;
            return other_holds(known, date / 100, filter, month_of(date));
        }
        case ColumnPlace::elsewhere: break;
    }
    throw Error("a field without a column was asked for; this is a fault of the program, please report it");
}

bool ColumnFilters::holds(const ColumnRow& row, const DateRange& range) const {
    const std::uint32_t date = columns_.item(row.item).date;
    return date != 0 && (range.from.empty() || date >= date_number(range.from)) && (range.to.empty() || date <= date_number(range.to));
}

}  // namespace minutes
