#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace minutes {

class ZipArchive;

/// What a word processor's document shows.
struct OfficeText {
    std::string text;         ///< blocks parted by blank lines
    std::size_t deleted = 0;  ///< words of tracked deletions
    std::size_t hidden = 0;   ///< words struck out, hidden, of comments
};

/// The text of a DOCX as printed: list numbers are counted as Word does, insertions are kept and deletions left out. Nothing when the
/// archive holds no sound document.
[[nodiscard]] std::optional<OfficeText> docx_text(ZipArchive& archive);

/// The same for an OpenDocument text.
[[nodiscard]] std::optional<OfficeText> odt_text(ZipArchive& archive);

}  // namespace minutes
