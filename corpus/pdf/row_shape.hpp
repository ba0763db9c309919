#pragma once

#include "corpus/pdf/page.hpp"

#include <string>
#include <vector>

namespace minutes::pdf {

/// What a row shows of its place in a paragraph.
struct RowShape {
    bool bullet = false;          ///< a bullet or a dash stands before the text
    bool numbered = false;        ///< "3", "3.", "3.1", "(a)", "ii)" does
    float text_x0 = 0;            ///< where the text behind bullet or number begins; else where the row does
    float lead_gap = 0;           ///< between bullet or number and text, in heights of the row
    std::vector<std::size_t> cells;   ///< the words that begin cells of a table row; empty if the row is none
};

/// The shape of each row. A row is one of a table when wide gaps part it and a row next to it has a gap at the same place. O(words).
[[nodiscard]] std::vector<RowShape> shapes_of(const std::vector<Row>& rows);

}  // namespace minutes::pdf
