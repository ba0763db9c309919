#pragma once

#include "analyzers/report.hpp"

namespace minutes {

/// The numbers of a meeting's items, a series for each printed form ("7", "CLSP.26", "22/118").
/// A number with a letter ("7a", "7(b)") counts as its number. Appends only series that hold a number.
void add_item_series(std::vector<NumberSeries>& into, std::string_view text, const Meeting& meeting, std::size_t meeting_index);

/// The numbers of an item's paragraphs (3.1, 3.2), a series for each front ("3", "3.1"). They count from 1.
void add_paragraph_series(std::vector<NumberSeries>& into, std::string_view text, const Item& item, std::size_t meeting_index);

}  // namespace minutes
