#pragma once

#include "analyzers/people/attendance_list.hpp"
#include "analyzers/people/lexemes.hpp"
#include "analyzers/people/person_names.hpp"
#include "analyzers/people/role_titles.hpp"

#include <initializer_list>

namespace minutes {

[[nodiscard]] bool any_word(const Words& words, std::initializer_list<std::string_view> list);

/// The words of a name or post without line ends and Markdown's asterisks.
[[nodiscard]] std::string one_line(std::string_view raw);

/// "P Sumner (PS)" is no police sergeant.
[[nodiscard]] bool are_initials_of(std::string_view letters, std::string_view name);

/// Whether the line that begins at `i` goes on a post that the line before began: that one ends with "for", "of", "and", "with".
[[nodiscard]] bool joins_lines(const Lexemes& lexemes, std::size_t i);

/// Whether "for" or "of" ends the line at `i`, so that the post goes on below, even below a blank line.
[[nodiscard]] bool runs_over_line(const Lexemes& lexemes, std::size_t i);

/// Whether brackets behind a name tell when, how or for whom somebody came, and no post.
[[nodiscard]] bool is_attendance_note(const Words& words);

}  // namespace minutes
