#pragma once

#include "analyzers/segment.hpp"

namespace minutes {

/// No passage is longer: text without any structure (50 MB on one line) becomes ordinary passages.
inline constexpr std::uint32_t kMaxPassageBytes = 32u << 10;

/// Cuts passages longer than kMaxPassageBytes at the last sentence end, else word end, else code point before it,
/// and adds one Problem for each passage that was cut. Number and marker stay with the first piece. O(bytes).
[[nodiscard]] Segmented with_long_passages_cut(std::string_view text, Segmented segmented);

/// Sorts and completes `discarded` so that it tiles the text together with the parts of all passages: what neither
/// claims is "space" or "unread"; what both claim belongs to the passage. O(bytes + spans log spans).
[[nodiscard]] Segmented tiled(std::string_view text, Segmented segmented);

}  // namespace minutes
