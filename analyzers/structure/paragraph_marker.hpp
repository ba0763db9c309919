#pragma once

#include "corpus/span.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace minutes {

/// What opens a paragraph: "3.1" ("3(a)"), "ii)", "(b)", "2." "(2)", or a bullet.
enum class MarkerStyle { section, roman, letter, number, bullet };

struct Marker {
    MarkerStyle style = MarkerStyle::bullet;
    Span at;              ///< bytes of the line: the mark and the white space after it
    std::string number;   ///< "3.1", "ii)", "(b)"; empty for bullets
    std::string section;  ///< for section marks the item they belong to: "3"
};

/// The mark that opens `line`, or nullopt. "(a)" and "a)" are letters unless they read as roman numerals above i.
[[nodiscard]] std::optional<Marker> parse_marker(std::string_view line);

}  // namespace minutes
