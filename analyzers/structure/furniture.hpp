#pragma once

#include "analyzers/structure/lines.hpp"

#include <string_view>
#include <unordered_map>
#include <vector>

namespace minutes {

/// How often each short line is printed, digits made equal: running heads and footers come again on every page.
using LineCounts = std::unordered_map<std::string, std::size_t>;
[[nodiscard]] LineCounts count_lines(const Lines& lines);

/// Why a line belongs to the page or the program and not to the minutes, as a name from discard_reasons(); "" if it does.
[[nodiscard]] std::string_view furniture_reason(const Line& line, std::string_view content, const LineCounts& counts);

/// "Page 3 of 40", as a plain_form().
[[nodiscard]] bool is_page_number(std::string_view plain);

/// Whether the line is one to sign on ("Chairman ........ Date ....").
[[nodiscard]] bool is_signature(const Line& line, std::string_view content);

}  // namespace minutes
