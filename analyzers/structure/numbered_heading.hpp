#pragma once

#include "analyzers/structure/item_heading.hpp"

namespace minutes {

/// The headings with a printed number, in order: those of the run that counts up, in the printed form that most of
/// them share. Candidates weigh by how much they look like titles, so that a numbered list inside an item loses.
[[nodiscard]] std::vector<ItemHeading> numbered_headings(std::string_view text, const Lines& lines, const Layout& layout);

}  // namespace minutes
