#pragma once

#include "corpus/span.hpp"

#include <string_view>
#include <vector>

namespace minutes {

/// Where the page says that its text goes on elsewhere: the ellipsis and "view the full minutes text for item 26."
/// with the white space before it, wherever lines break in it. Sorted, disjoint. O(text).
[[nodiscard]] std::vector<Span> truncation_marks(std::string_view text);

/// Links to files at a line's end or inside it: "pdf icon PDF 92 KB", "DOTX 24 KB". Sorted, disjoint. O(line).
[[nodiscard]] std::vector<Span> document_links(std::string_view line);

}  // namespace minutes
