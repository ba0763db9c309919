#pragma once

#include "corpus/pdf/page.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace minutes::pdf {

/// The rows of a document in reading order, and the heads of narrow columns that were taken off ("Action").
struct Rows {
    std::vector<Row> rows;
    std::vector<std::string> column_heads;
};

/// Puts the words of all pages into rows in the order in which they are read. A narrow column on the right (who is to act) is taken
/// off and its cells kept as `after` of the row beside them; one on the left (titles beside the text) as `before`; a page of
/// two columns of prose is read column by column. Everything else is read row by row. O(words * log words).
[[nodiscard]] Rows rows_in_order(const std::vector<Page>& pages);

}  // namespace minutes::pdf
