#pragma once

#include "corpus/pdf/page.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace minutes::pdf {

/// Text with the byte at which each page begins. A paragraph that runs over the end of a page is one line; the page then begins
/// within it. Pages without text begin where the next one does.
struct PagedText {
    std::string text;
    std::vector<std::uint32_t> page_starts;
};

/// Joins rows into paragraphs, one a line: words broken at the end of a line are put together, bullets and numbered points begin
/// lines of their own, rows of a table have their cells apart. Blank lines stand between paragraphs, none between the short
/// lines of a list. `rows` are in reading order; `pages` is how many there are. O(words).
[[nodiscard]] PagedText paragraphs_of(const std::vector<Row>& rows, std::size_t pages);

}  // namespace minutes::pdf
