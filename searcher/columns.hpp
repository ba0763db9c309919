#pragma once

#include <cstddef>
#include <string_view>

namespace minutes {

/// How many columns `text` (UTF-8, printable) takes on a terminal: none for combining characters, two for wide ones.
[[nodiscard]] std::size_t columns_of(std::string_view text);

/// The last place at or before `at` where `text` may be cut: never within a character, nor between a letter and what
/// combines with it.
[[nodiscard]] std::size_t cut_before(std::string_view text, std::size_t at);

/// The first such place at or after `at`.
[[nodiscard]] std::size_t cut_after(std::string_view text, std::size_t at);

}  // namespace minutes
