#pragma once

#include "corpus/pdf/page.hpp"

#include <string_view>
#include <vector>

namespace minutes::pdf {

/// Where narrow columns part from the text, in points from the left edge; 0 = there is none.
struct Gutters {
    float left = 0;    ///< the right end of a column of titles
    float right = 0;   ///< the left end of a column of owners
};

/// The gutters that hold for the whole document: hardly a word crosses them, and beyond them stand a few short cells. A column of
/// numbers or of amounts is none: it is read with its row. O(words + rows * candidates).
[[nodiscard]] Gutters find_gutters(const std::vector<Page>& pages);

/// A stretch of a page between two heights; with a gutter it is two columns of prose.
struct Band {
    float y0 = 0, y1 = 0, gutter = 0;
};

/// The bands of a page that has two columns of prose, top to bottom; empty for every other page. O(words * log words).
[[nodiscard]] std::vector<Band> find_bands(const Page& page);

/// "Action", "ACTION BY", "Owner": the head of a column of owners.
[[nodiscard]] bool is_owner_head(std::string_view cell);

}  // namespace minutes::pdf
