#pragma once

#include "analyzers/people/lexemes.hpp"

#include <cstddef>

namespace minutes {

/// How many lexemes the decision marker at the start of a range takes: "RESOLVED", "It was RESOLVED", "And Resolved"; 0 if none.
[[nodiscard]] std::size_t marker_length(const Lexemes& lexemes, Range range);

/// "The minutes of ... were agreed as a correct record", "confirmed and signed", "taken as read".
[[nodiscard]] bool approves_minutes(const Lexemes& lexemes);

}  // namespace minutes
