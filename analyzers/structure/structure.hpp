#pragma once

#include "analyzers/segment.hpp"

namespace minutes {

/// First stage of segment(): layout, items, passages with kinds and numbers, discards. No facts, people or speakers.
[[nodiscard]] Segmented find_structure(const Document& doc);

}  // namespace minutes
