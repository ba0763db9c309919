#pragma once

#include "analyzers/segment.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace minutes {

/// Numbers that should count up without holes: those of a meeting's items, or of an item's paragraphs (3.1, 3.2, 3.4).
struct NumberSeries {
    /// A number that the series should hold; `at` is where to look for it.
    struct Gap {
        std::string number;
        Span at;
        bool printed = false;   ///< a line there begins with the number
    };

    std::size_t meeting = 0;             ///< index in Segmented::meetings
    std::string item;                    ///< whose paragraphs they are; "" for the items themselves
    std::string first, last;
    std::size_t found = 0, expected = 0; ///< different numbers; expected counts those missing too
    std::vector<Gap> missing;            ///< at most kMaxListed; `expected - found` counts all
    std::vector<std::string> repeated;   ///< printed twice, at most kMaxListed
    std::size_t restarts = 0;            ///< how often the numbers begin again
};

inline constexpr std::size_t kMaxListed = 50;

/// How well a document was read, for whoever has to trust what was made of it. Layout and scores stand in Segmented.
struct Report {
    struct Share {
        std::string_view reason;   ///< a class of Discard; static storage
        std::size_t bytes = 0;
    };

    std::size_t bytes = 0, passage_bytes = 0;
    std::vector<Share> discarded;             ///< by class, most first
    std::size_t items = 0, passages = 0;      ///< items: with a number or a title
    std::size_t turns = 0, unattributed_turns = 0;
    std::size_t text_bytes = 0, orphan_bytes = 0;   ///< running text, and what of it stands under no item: no lists of people, no close
    std::vector<NumberSeries> numbers;        ///< of each meeting its items, then its paragraphs; only series with a number

    /// Share of running text under no item, 0..1.
    [[nodiscard]] double orphan_share() const { return text_bytes == 0 ? 0 : static_cast<double>(orphan_bytes) / static_cast<double>(text_bytes); }
};

/// Pure: what `segmented` holds, counted. Total for any input. O(text + passages).
[[nodiscard]] Report report_of(std::string_view text, const Segmented& segmented);

/// What a reader should look at: holes in numbers that otherwise count up, and much text under no item. Series in which
/// many numbers are missing (agendas whose items were withdrawn) say nothing; their holes stand in the report alone.
[[nodiscard]] std::vector<Problem> problems_of(const Report& report);

/// "= items 1 to 12: 11 of 12 found; missing 3" and the like, a line a fact.
[[nodiscard]] std::string to_text(const Report& report);

}  // namespace minutes
