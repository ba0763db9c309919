#pragma once

#include "searcher/absent.hpp"
#include "searcher/coverage.hpp"
#include "searcher/table.hpp"

#include <string>
#include <string_view>

namespace minutes {

// What is in the index, and where something is not: text for people, JSON and rows for programs; shapes in docs/output.md.
[[nodiscard]] std::string coverage_as_text(const Coverage& coverage, bool list_gaps);
[[nodiscard]] std::string coverage_as_json(const Coverage& coverage);
[[nodiscard]] std::string coverage_as_csv(const Coverage& coverage, TableStyle style = {});

[[nodiscard]] std::string absent_as_text(const AbsentAnswer& answer);
[[nodiscard]] std::string absent_as_json(const AbsentAnswer& answer, std::string_view query);
/// A row a meeting.
[[nodiscard]] std::string absent_as_csv(const AbsentAnswer& answer, TableStyle style = {});

}  // namespace minutes
