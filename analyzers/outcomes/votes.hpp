#pragma once

#include "analyzers/outcomes/minute_text.hpp"

#include <optional>
#include <string>
#include <vector>

namespace minutes {

/// Those whom a recorded vote lists on one side.
using Voters = std::vector<Mention>;

/// One vote as a passage states it.
struct VoteAt {
    std::optional<int> in_favour, against, abstained;
    Voters voted_for, voted_against, abstainers;
    std::vector<Range> words;   ///< "carried", "unanimously", "on the casting vote of the Chairman"
    bool lost = false;
    Range at;                   ///< from the first to the last of what was read

    [[nodiscard]] bool has_numbers() const { return in_favour || against || abstained; }
};

/// All votes of a passage, in order. What the text says of one side twice makes two votes. Numbers count only where the
/// words are of a vote: "7 for 3" and "six residents were against it" are none. In a `recorded` vote, whose sides stand on
/// lines of their own, they are taken for granted, and the capitalised words below a side are names. O(passage).
[[nodiscard]] std::vector<VoteAt> votes_in(const MinuteText& minute, bool recorded = false);

}  // namespace minutes
