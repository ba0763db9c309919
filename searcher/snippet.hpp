#pragma once

#include "searcher/answer.hpp"

#include <string_view>
#include <vector>

namespace minutes {

/// The window of at most `max_bytes` that holds most of the hits (the first such), begun and ended at a sentence if one
/// is near, else at a word. Never cuts a hit unless it alone is longer. Without hits: the beginning of the text.
[[nodiscard]] Snippet make_snippet(std::string_view text, const std::vector<Span>& hits, std::size_t max_bytes = 280);

}  // namespace minutes
