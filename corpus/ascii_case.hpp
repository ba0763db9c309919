#pragma once

#include <string>
#include <string_view>

namespace minutes {

/// Capitals of ASCII in lower case, all other bytes as they are: for names of elements, header fields and file endings.
[[nodiscard]] constexpr char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

[[nodiscard]] inline std::string lowered(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) c = lowered(c);
    return lower;
}

}  // namespace minutes
