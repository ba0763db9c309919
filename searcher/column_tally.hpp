#pragma once

#include "searcher/answer.hpp"
#include "searcher/column_filter.hpp"
#include "searcher/passage_columns.hpp"

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace minutes {

/// Tally on columns: rows are counted by item and by voices, and what these say is added up at the end, once for each that
/// was met. Refers to the columns.
class ColumnTally {
public:
    /// `facets`: REQUIRES column_field() of each to be a place. `selections`: fields with a selection of their own.
    ColumnTally(const PassageColumns& columns, std::vector<const Field*> facets, std::vector<const Field*> selections);

    /// A passage that answers the whole query, with the number of its match spans.
    void count(const ColumnRow& row, std::size_t occurrences);
    /// A passage that answers all of the query but stands in a zone that was not searched.
    void count_elsewhere(const ColumnRow& row, std::size_t occurrences);
    /// A passage that answers all but one selection, `failed` by number: it counts for the facet of that field alone.
    void count_but_for(const ColumnRow& row, std::size_t failed);
    /// A passage that answers all but the selection of zones.
    void count_zone(const ColumnRow& row) { ++zones_only_[row.zone]; }

    // Passages together (passage_groups.hpp): by what they share as passages of one place, and apart from that by their key. Counts::items
    // is then the caller's.

    /// Passages of a place that answer; `place`: one of them.
    void count_place(const ColumnRow& place, std::uint64_t passages) { whole_.add_place(place, passages); }
    /// Passages of a key that answer, of all places; `key`: one that has it. What its voices say beyond roles is that one's alone: where a
    /// facet asks for more, `roles` is false and count_voices() is told of each passage.
    void count_key(const ColumnRow& key, std::uint64_t passages, bool roles);
    void count_voices(const ColumnRow& row) { whole_.add_voices(row, 1); }
    void count_key_elsewhere(const ColumnRow& key, std::uint64_t passages, bool zones_selected);
    /// Passages of a place, or of a key, that fail one selection, which is the place's or the key's.
    void count_place_but_for(const ColumnRow& place, std::uint64_t passages, std::size_t failed);
    void count_key_but_for(const ColumnRow& key, std::uint64_t passages, std::size_t failed);

    [[nodiscard]] Counts counts() const;
    /// `most`: how many values of each are wanted, those with most passages; unset: all.
    [[nodiscard]] std::vector<Facet> facets(std::optional<std::size_t> most) const;

private:
    /// Rows by what they share, and which of these were met.
    struct Spread {
        Sparse<std::uint32_t> items, voices;
        std::vector<std::uint32_t> items_met, voices_met;
        std::vector<std::pair<std::uint32_t, std::uint64_t>> kinds;  ///< texts, of which there are few
        std::array<std::uint64_t, 256> zones{};
        std::uint64_t rows = 0;

        explicit Spread(const PassageColumns& columns) : items(columns.items()), voices(columns.voice_rows()) {}
        void add(const ColumnRow& row);
        void add_place(const ColumnRow& row, std::uint64_t passages);
        void add_voices(const ColumnRow& row, std::uint64_t passages);
        void add_key(const ColumnRow& row, std::uint64_t passages);
    };
    class TextSums;
    class Values;

    const PassageColumns& columns_;
    std::vector<const Field*> facets_, selections_;
    Spread whole_;
    std::vector<Spread> but_for_;           ///< by selection
    std::array<std::uint64_t, 256> zones_only_{};
    Counts sums_;
    std::array<Elsewhere, kZones> elsewhere_{};

    void add_values(const Spread& spread, ColumnField field, Values& values) const;
    [[nodiscard]] Facet facet_of(const Field& field, TextSums& texts, std::optional<std::size_t> most) const;
};

}  // namespace minutes
