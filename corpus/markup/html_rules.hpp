#pragma once

#include <string_view>

namespace minutes {

/// What an element of HTML does to the text.
enum class HtmlKind {
    inline_text,   ///< nothing
    block,         ///< begins and ends a paragraph
    silent,        ///< shows no text: scripts, styles, controls
    navigation,    ///< of the site, not of the page
    header,        ///< navigation unless it stands within the page's content; its heading is kept
    content,       ///< a block that is the page's own content
    struck,        ///< struck out
    list, ordered_list, item, term, description, row, cell, line_break, preformatted, title, heading,
};

/// By name in lower case; unknown elements are inline.
[[nodiscard]] HtmlKind html_kind(std::string_view element);

/// Whether a class or id says that an element belongs to the site and not to the page: "cookie-banner", "mgBreadcrumb".
[[nodiscard]] bool names_chrome(std::string_view class_or_id);

/// Whether a class says that an element is not to be seen: "visually-hidden", "sr-only".
[[nodiscard]] bool names_hidden(std::string_view class_names);

}  // namespace minutes
