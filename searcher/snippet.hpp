#pragma once

#include "searcher/answer.hpp"

#include <string_view>
#include <vector>

namespace minutes {

/// What stands between two windows of a snippet.
inline constexpr std::string_view kGap = " … ";

/// At most `max_bytes` (and the gaps) of `text` that show the hits best: one window, or up to three joined by kGap where
/// the different things that were found stand too far apart for one. Windows are chosen by how many different hits they
/// show, then by how many; they begin and end at a sentence if one is near, else at a word, never within a character or
/// between a letter and its accent, and never cut a hit unless it alone is longer. Without hits: the beginning of the
/// text. Hits outside the windows are left out; none are made up. O(text + hits log hits).
[[nodiscard]] Snippet make_snippet(std::string_view text, const std::vector<Span>& hits, std::size_t max_bytes = 280);

}  // namespace minutes
