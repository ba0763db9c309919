#pragma once

#include "searcher/answer.hpp"
#include "searcher/day.hpp"
#include "searcher/denominator.hpp"
#include "searcher/request.hpp"

#include <optional>
#include <string>
#include <vector>

namespace minutes {

class Reader;

/// One cell of a cross-tabulation: what answers there, of what was searched there.
struct CountCell {
    CellValues values;              ///< one a field, "" = not stated
    std::uint64_t occurrences = 0, passages = 0, meetings = 0;
    Searched searched;              ///< records and words in the cell, whether they answer or not
    bool at_least = false;          ///< a passage that answers belongs to an item that its source cuts short; if none answers, one that was searched
    std::string first_date, last_date;  ///< of what answers; "" when nothing does or no meeting has a date
    Silence gap;                    ///< the longest between two days on which something answers
    /// How unevenly occurrences lie over the meetings searched: Gries' DP ("Dispersions and adjusted frequencies in corpora", 2008), half
    /// the sum of what each meeting's share of the occurrences differs from its share of the words. 0: as the words do; towards 1: all in
    /// few of many meetings. nullopt when nothing occurs.
    std::optional<double> dispersion;
};

struct CountAnswer {
    Counts counts;
    Base base;
    bool rated = false;             ///< the query has words: occurrences per words are meant
    std::vector<const Field*> by;
    CountCell all;                  ///< everything, as one cell without values
    std::vector<CountCell> cells;   ///< those with records in scope; by the rules of in_cell_order()
    std::vector<std::string> notes;
    std::vector<Widened> widened;   ///< parts of the query that were searched, or found, under several forms
};

/// The six numbers of a request, and the same crossed by at most two facet fields. Rates are occurrences per 10,000 words of the
/// passages and titles that were searched in the cell: for a role those in which it speaks, all their words, for the record of
/// a meeting does not say where within a passage a turn ends. Years, months and councils are the meetings'.
/// O(candidates) + what in_scope() costs.
[[nodiscard]] CountAnswer count(Reader& reader, const Request& request, const std::vector<const Field*>& by);

/// Occurrences per 10,000 words; nullopt when there are no words.
[[nodiscard]] std::optional<double> rate_of(const CountCell& cell);

/// The exact 95 % interval of the rate (Garwood), as if each occurrence came by itself (Poisson); nullopt when there are no words.
struct RateInterval { double low = 0, high = 0; };
[[nodiscard]] std::optional<RateInterval> interval_of(const CountCell& cell);

/// Fewer occurrences than this say little; their cells are marked.
inline constexpr std::uint64_t kFew = 5;

}  // namespace minutes
