#pragma once

#include <string_view>
#include <vector>

namespace minutes {

/// One row of a data table: its tab-separated cells, views into the program's read-only data.
using TableRow = std::vector<std::string_view>;

/// The rows of an embedded TSV table, without blank lines and lines that start with '#'.
/// Every row has at least `columns` cells; missing ones are empty. O(text); callers keep the result in a static.
[[nodiscard]] std::vector<TableRow> table_rows(std::string_view tsv, std::size_t columns);

}  // namespace minutes
