#pragma once

#include "analyzers/structure/furniture.hpp"
#include "analyzers/structure/item_heading.hpp"
#include "analyzers/structure/section_builder.hpp"

#include <vector>

namespace minutes {

/// Whether a line of a transcript lies at or below its first turn: above that the document reads as minutes do.
[[nodiscard]] bool is_spoken(const Turns& turns, std::size_t line);

/// Puts such a line where it belongs: it opens a turn or goes on with it, or is a time, a remark in brackets, the close.
void take_turn_line(SectionBuilder& b, const Lines& lines, std::size_t i, const LineCounts& counts);

/// The headings of a transcript: lines set apart that read as titles, right above a turn. O(lines).
[[nodiscard]] std::vector<ItemHeading> turn_headings(std::string_view text, const Lines& lines, const Turns& turns);

}  // namespace minutes
