#pragma once

#include "corpus/document.hpp"
#include "corpus/read_document.hpp"

#include <string>
#include <string_view>
#include <variant>

namespace minutes {

/// Whether decoded text is a page of HTML: a doctype, or tags of the frame of a page near its head. Text that merely holds tags is none.
[[nodiscard]] bool is_html(std::string_view text);

/// The charset that the bytes of a page declare ("utf-8", "windows-1252"), lower case, or "". Looks at the first kilobytes.
[[nodiscard]] std::string declared_charset(std::string_view bytes);

/// What a page shows.
struct HtmlText {
    std::string text;        ///< blocks parted by blank lines
    std::string site;        ///< the council of the page's title, or its address, where the text names no council; else ""
    std::size_t dropped = 0; ///< words of navigation, notices and hidden text
    std::size_t struck = 0;  ///< words that were struck out
    std::size_t links = 0;   ///< points of lists that are nothing but a link to a file
};

/// The text of a page as a person sees it: scripts, navigation, cookie notices, hidden and struck-out text are left out. When that
/// would leave hardly anything, only what is marked as navigation by its element is. `utf8` is decoded. O(text) but for
/// tags that are never closed in odd orders: run it under limits.
[[nodiscard]] HtmlText html_text(std::string_view utf8);

/// A page as a Document. Parses in a limited child.
[[nodiscard]] std::variant<Document, Skipped> read_html(std::string path, std::string_view bytes, std::string_view address = {});

}  // namespace minutes
