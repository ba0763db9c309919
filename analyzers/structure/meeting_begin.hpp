#pragma once

#include "analyzers/structure/item_heading.hpp"

#include <vector>

namespace minutes {

/// The lines, in order, at which the head of a further meeting begins: a line that names a body or minutes and a full
/// date that no head before it has, where the item numbers start again; where they go on, right above a list of people
/// or below the close of the meeting before. On a day that is known only below a close and above a list. So neither a
/// running head, nor an agenda before its minutes, nor the date of the next meeting begins a meeting. O(text).
[[nodiscard]] std::vector<std::size_t> meeting_begins(std::string_view text, const Lines& lines, const std::vector<ItemHeading>& headings);

}  // namespace minutes
