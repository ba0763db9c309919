#pragma once

#include "analyzers/structure/paragraph_marker.hpp"
#include "analyzers/structure/phrases.hpp"
#include "analyzers/structure/sections.hpp"

#include <optional>
#include <string>
#include <vector>

namespace minutes {

/// Lines that make one paragraph, joined over page breaks.
struct Paragraph {
    std::vector<Span> parts;          ///< its lines, in order
    std::vector<std::uint32_t> breaks;  ///< where a part begins after a page break, even if only white space lies between
    std::vector<Span> false_bullets;  ///< bullets that the page break put into its middle
    std::optional<Marker> marker;
    Stretch stretch = Stretch::text;
    std::uint32_t gap = 0;            ///< blank lines before it
    bool attendance = false, truncated = false, sentence_end = false;
    bool small = false;               ///< its text begins with a small letter
    char last_mark = 0;
    std::size_t plain_bytes = 0;      ///< of its plain_form() with its marker
    std::string body;                 ///< plain_form() without its marker, at most about 2 kPlainBytes; empty for a stub
    PhraseClasses classes = kAnyClass;  ///< those that classes_anywhere(body) would name, and perhaps more
    std::string last_plain;           ///< of its last line

    [[nodiscard]] PlainText body_text() const { return {body, classes}; }
};

/// The paragraphs of a section's lines. O(bytes).
[[nodiscard]] std::vector<Paragraph> find_paragraphs(std::string_view text, const Section& section, const Layout& layout);

}  // namespace minutes
