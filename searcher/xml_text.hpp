#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace minutes {

/// Text as it may stand between tags and in double-quoted attributes of XML 1.0: & < > " escaped; what XML forbids (control
/// characters, U+FFFE, U+FFFF), bidirectional overrides and bytes that are no UTF-8 become U+FFFD; tabs and line breaks spaces.
[[nodiscard]] std::string xml_text(std::string_view text);

/// ` name="value"`, or nothing for an empty value.
[[nodiscard]] std::string xml_attribute(std::string_view name, std::string_view value);

/// ` page="3"`, or nothing for 0: the file has no pages.
[[nodiscard]] std::string page_attribute(std::uint32_t page);

/// "file:///home/a%20b.txt" of an absolute path.
[[nodiscard]] std::string file_uri(std::string_view path);

}  // namespace minutes
