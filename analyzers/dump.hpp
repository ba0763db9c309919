#pragma once

#include "analyzers/segment.hpp"

#include <string>

namespace minutes {

/// The segmentation as one JSON object (docs/segment-json.md) ending in a newline. `source` is the path as given.
/// Passage ids are those that the index gives (indexer/passages): `ids[i]` is that of the i-th passage in document order.
[[nodiscard]] std::string to_json(const Document& doc, const Segmented& segmented, const std::vector<std::string>& ids);

/// The same for people: meeting facts, items, passages with their speakers, what was discarded and why. For golden files.
[[nodiscard]] std::string to_text(const Document& doc, const Segmented& segmented);

}  // namespace minutes
