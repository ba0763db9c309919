#pragma once

#include "searcher/count.hpp"
#include "searcher/table.hpp"

#include <string>
#include <string_view>

namespace minutes {

// The answer of `minutes count`: text for people, JSON and rows for programs; shapes in docs/output.md.
[[nodiscard]] std::string count_as_text(const CountAnswer& answer);
[[nodiscard]] std::string count_as_json(const CountAnswer& answer, std::string_view query);
/// An object a line: the cells, and last the whole, each with its "row": cell or all.
[[nodiscard]] std::string count_as_json_lines(const CountAnswer& answer);
/// A header, the cells, and last the whole with empty values.
[[nodiscard]] std::string count_as_csv(const CountAnswer& answer, TableStyle style = {});

}  // namespace minutes
