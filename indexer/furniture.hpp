#pragma once

#include "analyzers/segment.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace minutes {

/// A stretch of discarded text with words in it, and where it stands.
struct Furniture {
    Zone zone = Zone::boilerplate;
    std::size_t meeting = 0;            ///< index in Segmented::meetings
    std::optional<std::size_t> item;    ///< of the meeting's items; documents belong to the item above them, all else to the meeting
    std::vector<Span> parts;
};

/// What segmentation set aside but somebody may look for: lists of documents, link text, site navigation, running heads,
/// signatures. Neighbouring discards of one reason are one stretch. In the order of the text. O(text + items log items).
[[nodiscard]] std::vector<Furniture> find_furniture(const Document& doc, const Segmented& segmented);

}  // namespace minutes
