#pragma once

#include "analyzers/structure/layout.hpp"

#include <string>
#include <vector>

namespace minutes {

/// Where an item begins. Spans are empty where the page prints no number or no title.
struct ItemHeading {
    std::size_t line = 0;        ///< first line of it in Lines::list
    std::size_t last_line = 0;   ///< last line of it: the title may stand below its number
    std::string number;          ///< as printed, without its final dot
    Span number_at, title_at;
    Span rest;                   ///< text glued to the title, on last_line
};

/// The headings of all items, in order. Numbered headings are those of the longest run of one printed form that
/// counts up; a numbered list inside an item is no such run. Unnumbered titles count where the layout has them.
/// O(text).
[[nodiscard]] std::vector<ItemHeading> find_headings(std::string_view text, const Lines& lines, const Layout& layout);

}  // namespace minutes
