#pragma once

#include <string>
#include <string_view>

namespace minutes {

/// At most `characters` (code points) of the end of `text`, white space collapsed, begun at a word.
[[nodiscard]] std::string left_context(std::string_view text, std::size_t characters);

/// The same of its beginning, ended at a word.
[[nodiscard]] std::string right_context(std::string_view text, std::size_t characters);

/// Runs of white space as one space each.
[[nodiscard]] std::string collapse_space(std::string_view text);

/// Number of code points.
[[nodiscard]] std::size_t characters_in(std::string_view text);

}  // namespace minutes
