#pragma once

#include "analyzers/meeting.hpp"
#include "analyzers/people/lexed_text.hpp"

#include <cstddef>
#include <optional>

namespace minutes {

/// A vote whose sides and names stand in passages of their own ("For: 7", "Councillors Ash, Brook", "Against: 2"), put
/// together as one passage.
struct RecordedVote {
    Passage passage;
    std::size_t end = 0;  ///< behind the last passage of it
};

/// The recorded vote that starts at passage `p` of an item, or nullopt. O(what it takes), and O(1) where none starts.
[[nodiscard]] std::optional<RecordedVote> recorded_vote_at(const LexedText& text, const Item& item, std::size_t p);

}  // namespace minutes
