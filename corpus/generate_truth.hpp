#pragma once

#include "corpus/generate_layout.hpp"

#include <string>
#include <string_view>

namespace minutes::synthetic {

/// The true segmentation as one line of JSON (docs/segment-json.md), ending in a newline. `source` is the path from
/// the corpus's folder. Beyond that shape: "planted", how often "agency staff" stands in the passages, any case.
[[nodiscard]] std::string truth_line(const Printed& printed, std::string_view layout, std::string_view source);

/// How often "agency staff" stands in the text, in any case; never across a line.
[[nodiscard]] unsigned count_planted(std::string_view text);

}  // namespace minutes::synthetic
