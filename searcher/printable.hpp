#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace minutes {

/// Text that is safe on a terminal: control characters (C0, DEL, C1) and bidirectional overrides are shown as \x1b or
/// \u202e, line breaks and tabs as a space. The text of documents and file names reaches a terminal only through this.
[[nodiscard]] std::string printable(std::string_view text);

/// Control characters (but tab and line breaks) and bidirectional overrides as U+FFFD, so that neither XML nor a terminal
/// chokes on them. The length in characters stays.
[[nodiscard]] std::string without_controls(std::string_view text);

/// A value with an apostrophe in front if a spreadsheet would run it as a formula: it begins with = + - @ TAB CR LF,
/// or with apostrophes and then one of these, so that unguarded() gives every value back.
[[nodiscard]] std::string guarded(std::string_view value);
[[nodiscard]] std::string unguarded(std::string_view cell);

/// A value between double quotes if RFC 4180 asks for them.
[[nodiscard]] std::string csv_quoted(std::string_view value);

/// One cell of a CSV row: without_controls(), guarded() and csv_quoted().
[[nodiscard]] std::string csv_cell(std::string_view value);

/// "3"; "" for 0: the file has no pages.
[[nodiscard]] std::string page_or_empty(std::uint32_t page);

/// Where to look in a file: "minutes.txt:12", or "minutes.pdf, page 3" where the file has pages (`page` is not 0).
[[nodiscard]] std::string place_text(std::string_view path, std::uint32_t line, std::uint32_t page);

/// "2020-01-16" as "16 January 2020"; anything else as it is.
[[nodiscard]] std::string long_date(std::string_view iso);

/// 1234567 as "1,234,567".
[[nodiscard]] std::string grouped(unsigned long long number);

/// "1 meeting", "2 meetings".
[[nodiscard]] std::string counted(unsigned long long number, std::string_view noun);

}  // namespace minutes
