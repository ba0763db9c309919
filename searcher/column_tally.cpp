#include "searcher/column_tally.hpp"

#include <algorithm>
#include <map>

namespace minutes {
namespace {

/// Different texts that are not "".
class DistinctTexts {
public:
    explicit DistinctTexts(const PassageColumns& columns) : met_(columns.texts()) {}

    void add(std::uint32_t text) {
        if (text >= met_.size()) throw ColumnsDamaged("a text of the columns is missing");
        if (met_[text] || text == 0) return;
        met_[text] = true;
        ++count_;
    }
    [[nodiscard]] std::size_t count() const { return count_; }

private:
    std::vector<bool> met_;
    std::size_t count_ = 0;
};

}  // namespace

/// Sums by the ordinal of a text.
class ColumnTally::TextSums {
public:
    explicit TextSums(const PassageColumns& columns) : columns_(columns), sums_(columns.texts()) {}

    void add(std::uint32_t text, std::uint64_t count) {
        if (text >= sums_.size()) throw ColumnsDamaged("a text of the columns is missing");
        if (sums_[text] == 0) met_.push_back(text);
        sums_[text] += count;
    }
    template <typename Each>
    void visit(Each each) const {
        for (const std::uint32_t text : met_) each(columns_.text(text), sums_[text]);
    }
    void clear() {
        for (const std::uint32_t text : met_) sums_[text] = 0;
        met_.clear();
    }

private:
    const PassageColumns& columns_;
    Sparse<std::uint64_t> sums_;
    std::vector<std::uint32_t> met_;
};

void ColumnTally::Spread::add_place(const ColumnRow& row, std::uint64_t passages) {
    if (row.item >= items.size()) throw ColumnsDamaged("an item of the columns is missing");
    if (items[row.item] == 0) items_met.push_back(row.item);
    items[row.item] += static_cast<std::uint32_t>(passages);
}

void ColumnTally::Spread::add_voices(const ColumnRow& row, std::uint64_t passages) {
    if (row.voices >= voices.size()) throw ColumnsDamaged("voices of the columns are missing");
    if (voices[row.voices] == 0) voices_met.push_back(row.voices);
    voices[row.voices] += static_cast<std::uint32_t>(passages);
}

void ColumnTally::Spread::add_key(const ColumnRow& row, std::uint64_t passages) {
    const auto known = std::find_if(kinds.begin(), kinds.end(), [&](const auto& kind) { return kind.first == row.kind; });
    if (known != kinds.end()) known->second += passages;
    else kinds.emplace_back(row.kind, passages);
    zones[row.zone] += passages;
    rows += passages;
}

void ColumnTally::Spread::add(const ColumnRow& row) {
    add_place(row, 1);
    add_voices(row, 1);
    add_key(row, 1);
}

ColumnTally::ColumnTally(const PassageColumns& columns, std::vector<const Field*> facets, std::vector<const Field*> selections)
    : columns_(columns), facets_(std::move(facets)), selections_(std::move(selections)), whole_(columns) {
    for (std::size_t i = 0; i < selections_.size(); ++i) but_for_.emplace_back(columns);
    for (std::size_t i = 0; i < kZones; ++i) elsewhere_[i].zone = static_cast<Zone>(i);
}

void ColumnTally::count(const ColumnRow& row, std::size_t occurrences) {
    whole_.add(row);
    sums_.occurrences += occurrences;
    ++sums_.passages;
    if (row.flags & kRowTitle) ++sums_.titles;
    if (row.flags & kRowIncomplete) sums_.at_least = true;
}

void ColumnTally::count_key(const ColumnRow& key, std::uint64_t passages, bool roles) {
    whole_.add_key(key, passages);
    if (roles) whole_.add_voices(key, passages);
    sums_.passages += passages;
    if (key.flags & kRowTitle) sums_.titles += passages;
    if (key.flags & kRowIncomplete) sums_.at_least = true;
}

void ColumnTally::count_key_elsewhere(const ColumnRow& key, std::uint64_t passages, bool zones_selected) {
    if (key.zone < kZones) elsewhere_[key.zone].passages += passages;
    if (zones_selected) zones_only_[key.zone] += passages;
}

void ColumnTally::count_place_but_for(const ColumnRow& place, std::uint64_t passages, std::size_t failed) {
    but_for_[failed].add_place(place, passages);
    but_for_[failed].rows += passages;
}

void ColumnTally::count_key_but_for(const ColumnRow& key, std::uint64_t passages, std::size_t failed) {
    but_for_[failed].add_key(key, passages);
    but_for_[failed].add_voices(key, passages);
}

void ColumnTally::count_elsewhere(const ColumnRow& row, std::size_t occurrences) {
    if (row.zone >= kZones) return;
    elsewhere_[row.zone].occurrences += occurrences;
    ++elsewhere_[row.zone].passages;
}

void ColumnTally::count_but_for(const ColumnRow& row, std::size_t failed) { but_for_[failed].add(row); }

Counts ColumnTally::counts() const {
    DistinctTexts items(columns_), meetings(columns_), documents(columns_), councils(columns_);
    for (const std::uint32_t number : whole_.items_met) {
        const ColumnItem& item = columns_.item(number);
        items.add(item.id);
        meetings.add(item.meeting);
        documents.add(item.path);
        councils.add(item.council);
    }
    Counts counts = sums_;
    counts.items = items.count();
    counts.meetings = meetings.count();
    counts.documents = documents.count();
    counts.councils = councils.count();
    for (const Elsewhere& there : elsewhere_)
        if (there.passages > 0) counts.elsewhere.push_back(there);
    return counts;
}

/// The values of one facet with their passages. Texts become strings only when they are wanted.
class ColumnTally::Values {
public:
    /// `texts` are none, and none again when this ends.
    explicit Values(TextSums& texts) : texts_(texts) {}
    Values(const Values&) = delete;
    Values& operator=(const Values&) = delete;
    ~Values() { texts_.clear(); }

    void add_text(std::uint32_t text, std::uint64_t passages) { texts_.add(text, passages); }
    void add(std::string value, std::uint64_t passages) { others_[std::move(value)] += passages; }

    void fill(Facet& facet, std::optional<std::size_t> most) const {
        struct Listed {
            std::string_view value;
            std::uint64_t passages;
        };
        std::vector<Listed> all;
        texts_.visit([&](std::string_view text, std::uint64_t passages) { all.push_back({text, passages}); });
        for (const auto& [value, passages] : others_) all.push_back({value, passages});
        facet.distinct = facet.matching = all.size();
        const std::size_t wanted = std::min(most.value_or(all.size()), all.size());
        std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(wanted), all.end(),
                          [](const Listed& a, const Listed& b) { return a.passages != b.passages ? a.passages > b.passages : a.value < b.value; });
        facet.values.reserve(wanted);
        for (std::size_t i = 0; i < wanted; ++i) facet.values.push_back({std::string(all[i].value), all[i].passages});
    }

private:
    TextSums& texts_;
    std::map<std::string, std::uint64_t> others_;  ///< of years, months and zones
};

void ColumnTally::add_values(const Spread& spread, ColumnField field, Values& values) const {
    std::map<std::uint32_t, std::uint64_t> dates;
    switch (field.place) {
        case ColumnPlace::kind:
            for (const auto& [kind, rows] : spread.kinds) values.add_text(kind, rows);
            break;
        case ColumnPlace::zone:
            for (std::size_t zone = 0; zone < spread.zones.size(); ++zone)
                if (spread.zones[zone] > 0) values.add(zone < kZones ? std::string(name_of(static_cast<Zone>(zone))) : "", spread.zones[zone]);
            break;
        case ColumnPlace::voice:
            for (const std::uint32_t number : spread.voices_met) {
                const std::span<const std::uint32_t> texts = columns_.voices(number).of[field.voice];
                for (const std::uint32_t text : texts) values.add_text(text, spread.voices[number]);
                if (texts.empty()) values.add_text(0, spread.voices[number]);
            }
            break;
        case ColumnPlace::year:
        case ColumnPlace::month:
            for (const std::uint32_t number : spread.items_met) dates[columns_.item(number).date / (field.place == ColumnPlace::year ? 10'000 : 100)] += spread.items[number];
            for (const auto& [date, rows] : dates) values.add(field.place == ColumnPlace::year ? year_of(date * 10'000) : month_of(date * 100), rows);
            break;
        default:
            for (const std::uint32_t number : spread.items_met) values.add_text(text_of_item(columns_.item(number), field.place), spread.items[number]);
            break;
    }
}

Facet ColumnTally::facet_of(const Field& field, TextSums& texts, std::optional<std::size_t> most) const {
    Values values(texts);
    Facet facet;
    facet.field = &field;
    facet.base = whole_.rows;
    add_values(whole_, column_field(field), values);
    for (std::size_t i = 0; i < selections_.size(); ++i) {
        if (selections_[i] != &field) continue;
        facet.base += but_for_[i].rows;
        add_values(but_for_[i], column_field(field), values);
    }
    if (field.name == "zone")
        for (std::size_t zone = 0; zone < kZones; ++zone) {
            facet.base += zones_only_[zone];
            if (zones_only_[zone] > 0) values.add(std::string(name_of(static_cast<Zone>(zone))), zones_only_[zone]);
        }
    values.fill(facet, most);
    return facet;
}

std::vector<Facet> ColumnTally::facets(std::optional<std::size_t> most) const {
    std::vector<Facet> facets;
    TextSums texts(columns_);
    for (const Field* field : facets_) facets.push_back(facet_of(*field, texts, most));
    return facets;
}

}  // namespace minutes
