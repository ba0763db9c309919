#pragma once

#include "analyzers/structure/sections.hpp"

namespace minutes {

/// The passages of one section, and the bytes of its lines that belong to none (false bullets, doubled decisions).
struct SectionPassages {
    std::vector<Passage> passages;
    std::vector<Discard> discarded;
    bool incomplete = false;   ///< an empty stub ("iv)") was cut away
};

/// Joins lines into paragraphs, paragraphs into passages (page breaks, decision blocks, lists of an agenda note),
/// and gives each its number and kind. O(bytes of the section).
[[nodiscard]] SectionPassages build_passages(std::string_view text, const Section& section, const Layout& layout);

}  // namespace minutes
