#pragma once

#include "searcher/word_match.hpp"

#include <vector>

namespace minutes {

/// The hits that take part in a chain: each operand has a hit that stands in its links to the hits of the operands beside
/// it, and these in theirs. Sorted by position. O(hits * kMaxNear).
[[nodiscard]] std::vector<TextHit> chained_hits(std::vector<std::vector<TextHit>> operands, const std::vector<Link>& links);

/// The hits of single words that take part in a stretch of at most operands.size() + slop - 1 words in which every
/// operand has a word of its own, in any order. Sorted by position.
[[nodiscard]] std::vector<TextHit> gathered_hits(const std::vector<std::vector<TextHit>>& operands, std::uint32_t slop);

}  // namespace minutes
