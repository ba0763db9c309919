#pragma once

#include <string>
#include <string_view>

namespace minutes {

/// Text that is safe on a terminal: control characters (C0, DEL, C1) and bidirectional overrides are shown as \x1b or
/// \u202e, line breaks and tabs as a space. The text of documents and file names reaches a terminal only through this.
[[nodiscard]] std::string printable(std::string_view text);

/// One cell of a CSV row (RFC 4180), quoted when needed. A cell that a spreadsheet would run as a formula (it begins
/// with = + - @ or a control character) gets an apostrophe in front.
[[nodiscard]] std::string csv_cell(std::string_view value);

/// "2020-01-16" as "16 January 2020"; anything else as it is.
[[nodiscard]] std::string long_date(std::string_view iso);

/// 1234567 as "1,234,567".
[[nodiscard]] std::string grouped(unsigned long long number);

/// "1 meeting", "2 meetings".
[[nodiscard]] std::string counted(unsigned long long number, std::string_view noun);

}  // namespace minutes
