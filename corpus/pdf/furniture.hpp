#pragma once

#include "corpus/pdf/page.hpp"

#include <string>
#include <vector>

namespace minutes::pdf {

/// Takes running heads, running feet and page numbers out of `rows` and says what was taken: `4 page numbers`, `"Cabinet 3 May
/// 2018" at the head of 3 pages`. A running head stays on the first page, where it is the title of the document.
/// A row is running when the same words, figures apart, stand at the same height of several pages. O(rows * log rows).
[[nodiscard]] std::vector<std::string> remove_furniture(std::vector<Row>& rows, const std::vector<Page>& pages);

}  // namespace minutes::pdf
