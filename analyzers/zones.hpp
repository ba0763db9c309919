#pragma once

#include "analyzers/segment.hpp"

#include <optional>
#include <string_view>

namespace minutes {

/// Gives every passage of a meeting its zone, from its kind, the title of its item and, for an attendance list, the status of
/// those whom it names. Titles and words are rows of data/zones.tsv. Expects the people of the meeting. O(text).
[[nodiscard]] Meeting with_zones(std::string_view text, Meeting meeting);

/// The zone of text that is no passage: documents or boilerplate; nullopt where it holds no words of its own (white space,
/// rules) or they stand elsewhere (headings are titles, labels say what follows them).
[[nodiscard]] std::optional<Zone> zone_of(const Discard& discard);

}  // namespace minutes
