#pragma once

#include "searcher/answer.hpp"

#include <nlohmann/json.hpp>

namespace minutes {

// The parts of JSON answers that several verbs print; shapes in docs/output.md.
[[nodiscard]] nlohmann::ordered_json counts_json(const Counts& counts);
[[nodiscard]] nlohmann::ordered_json base_json(const Base& base);

}  // namespace minutes
