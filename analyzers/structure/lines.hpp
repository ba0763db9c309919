#pragma once

#include "analyzers/segment.hpp"
#include "analyzers/structure/phrases.hpp"

#include <string>
#include <vector>

namespace minutes {

/// One non-blank line, or one cell or inner part of it, as the later steps see it.
struct Line {
    Span at;                  ///< without white space at its ends and without the cuts; may be empty when all was cut
    std::uint32_t gap = 0;    ///< blank lines before it
    std::uint32_t indent = 0; ///< bytes of white space before it
    bool heading_mark = false;  ///< Markdown heading ("## ...")
    bool bold = false;          ///< Markdown bold from end to end
    bool has_link = false;      ///< a document link ("pdf icon PDF 92 KB") was cut off its end
    bool truncated = false;     ///< "... view the full minutes text for item N" was cut off its end
    bool row_start = false;     ///< first cell of a row of a flattened table
    std::string plain;          ///< plain_form() of its first kPlainBytes bytes
    PhraseClasses classes = kAnyClass;  ///< classes_anywhere(plain)

    [[nodiscard]] PlainText plain_text() const { return {plain, classes}; }
};

/// Gives the line another plain form.
void set_plain(Line& line, std::string plain);

struct Lines {
    std::vector<Line> list;
    std::vector<Discard> cuts;  ///< document links, link texts, table rules; sorted
};

/// Bytes of a line that rules look at; a paragraph's kind shows in its beginning.
inline constexpr std::uint32_t kPlainBytes = 1600;

/// The lines of a document with links, truncation marks and table borders cut out. O(text).
[[nodiscard]] Lines read_lines(const Document& doc);

}  // namespace minutes
