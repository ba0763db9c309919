#pragma once

#include "searcher/mentions.hpp"

#include <string_view>

namespace minutes {

/// A passage or item stands on each side with at most this many bytes, cut at a word: one text may have many mentions.
inline constexpr std::size_t kMostContext = 32u << 10;

/// The last (first) `bytes` of `text` or a little less, begun (ended) at a word.
[[nodiscard]] std::string_view last_bytes(std::string_view text, std::size_t bytes);
[[nodiscard]] std::string_view first_bytes(std::string_view text, std::size_t bytes);

/// Sets left, match and right of a line whose record and span are known. `before`, `after`: the rest of the item, where
/// that is the context.
void set_context(KwicLine& line, const MentionsOptions& options, std::string_view before, std::string_view after);

}  // namespace minutes
