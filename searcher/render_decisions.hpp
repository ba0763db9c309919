#pragma once

#include "searcher/decisions.hpp"
#include "searcher/table.hpp"

#include <string>

namespace minutes {

// Rows of decisions and actions, one at a time; shapes in docs/output.md. The meeting's line above them is mention_heading().
[[nodiscard]] std::string decision_as_text(const DecisionRow& decision);
[[nodiscard]] std::string decisions_counts_as_text(const DecisionsAnswer& answer);
[[nodiscard]] std::string decision_as_json_line(const DecisionRow& decision);
[[nodiscard]] std::string decisions_tail_as_json(const DecisionsAnswer& answer);
[[nodiscard]] std::string decisions_csv_header(TableStyle style = {});
[[nodiscard]] std::string decision_as_csv(const DecisionRow& decision, TableStyle style = {});

}  // namespace minutes
