#pragma once

#include "analyzers/structure/item_heading.hpp"
#include "analyzers/structure/item_number.hpp"

#include <vector>

namespace minutes {

/// A line that may be the numbered heading of an item.
struct NumberedLine {
    ItemHeading heading;
    ItemNumber number;
    bool alone = false;  ///< nothing but the number on its line
    double weight = 1;   ///< how much it looks like a heading; a numbered list inside an item weighs less
};

/// The candidates of the printed form that most items share, in runs that count up, a run for each set of minutes in the
/// file; references win over plain numbers of equal count. In the order of the lines. O(n log n).
[[nodiscard]] std::vector<NumberedLine> dominant(const Lines& lines, const std::vector<NumberedLine>& all, const Layout& layout);

/// `run` with the numbers that it lacks where another printed form has them: "6 Minutes" between "5. Roads" and "7. Trees".
[[nodiscard]] std::vector<NumberedLine> with_holes_filled(std::vector<NumberedLine> run, const std::vector<NumberedLine>& all);

}  // namespace minutes
