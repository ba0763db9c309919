#pragma once

#include "analyzers/structure/item_heading.hpp"

namespace minutes {

/// Adds the items of an item, as meeting systems print them: "4.1" or "3a" alone on its line below item 4 or 3, with a
/// title below it and then a label or a document. Anything less is a numbered paragraph. O(lines).
[[nodiscard]] std::vector<ItemHeading> with_sub_items(std::string_view text, const Lines& lines, std::vector<ItemHeading> headings);

/// "I APOLOGIES", "II MINUTES": roman numerals before titles that have no number, where at least two of them count up from I.
void number_by_romans(std::string_view text, std::vector<ItemHeading>& headings);

}  // namespace minutes
