#pragma once

#include "searcher/answer.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace minutes {

/// A line for each widened part: "~DCS: DCS 14 in 9 passages, Director of Children's Services 8 in 8; not found: DCS's, DCSs".
[[nodiscard]] std::string widened_as_text(const std::vector<Widened>& widened);
/// "staf is not in the index; did you mean staff (31 passages)?", a line a word.
[[nodiscard]] std::string suggestions_as_text(const std::vector<Suggestion>& suggestions);

[[nodiscard]] nlohmann::ordered_json widened_json(const std::vector<Widened>& widened);
[[nodiscard]] nlohmann::ordered_json suggestions_json(const std::vector<Suggestion>& suggestions);

}  // namespace minutes
