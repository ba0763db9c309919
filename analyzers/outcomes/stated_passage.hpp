#pragma once

#include "analyzers/outcomes/motions.hpp"
#include "analyzers/outcomes/votes.hpp"

#include <vector>

namespace minutes {

/// A passage, or a recorded vote of several, with the motions and votes that it states.
struct StatedPassage {
    std::size_t passage = 0, end = 0;  ///< the passages it takes
    MinuteText minute;
    std::vector<Motion> motions;
    std::vector<VoteAt> votes;

    [[nodiscard]] bool tells() const { return !motions.empty() || !votes.empty(); }
    /// A motion that was lost is an outcome by itself; its vote is of no other.
    [[nodiscard]] bool lost() const;
    /// It speaks of an amendment, whose vote is not that of the resolution below it.
    [[nodiscard]] bool on_amendment() const;
    /// Whether a range says no more than who moved and how the vote went.
    [[nodiscard]] bool is_pure(Range range) const;
};

[[nodiscard]] StatedPassage stated_passage(MinuteText minute, std::size_t passage, std::size_t end, bool recorded);

}  // namespace minutes
