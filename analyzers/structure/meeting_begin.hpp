#pragma once

#include "analyzers/structure/item_heading.hpp"

#include <vector>

namespace minutes {

/// The lines, in order, at which another meeting surely begins, whatever its layout and its items: a line that names a
/// body or minutes and a full date that no head before it has, right above a list of people, and below another list or
/// the close of a meeting. Each part reads as a document of its own. O(text).
[[nodiscard]] std::vector<std::size_t> meetings_apart(std::string_view text, const Lines& lines);

/// The same inside such a part, by its items: where their numbers start again below a new head; where they go on, below
/// the close of the meeting before, if the head names minutes. On a day that is known only below a close and above a
/// list. So neither a running head, nor an agenda before its minutes, nor the date of the next meeting begins a
/// meeting. O(text).
[[nodiscard]] std::vector<std::size_t> meeting_begins(std::string_view text, const Lines& lines, const std::vector<ItemHeading>& headings);

}  // namespace minutes
