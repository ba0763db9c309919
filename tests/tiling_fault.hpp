#pragma once

#include "analyzers/segment.hpp"

#include <string>

/// Empty when passages and discards tile the text on code points, each with a reason of its own; else what is wrong.
[[nodiscard]] std::string tiling_fault(const minutes::Document& doc, const minutes::Segmented& segmented);
