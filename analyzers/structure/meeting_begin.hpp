#pragma once

#include "analyzers/structure/item_heading.hpp"

#include <vector>

namespace minutes {

/// The lines, in order, at which the head of a further meeting begins: the item numbers start again, and before them
/// stands a line that names a body or minutes and a full date that no head before it has. So neither a running head,
/// nor an agenda before its minutes, nor the date of the next meeting begins a meeting. O(text).
[[nodiscard]] std::vector<std::size_t> meeting_begins(std::string_view text, const Lines& lines, const std::vector<ItemHeading>& headings);

}  // namespace minutes
