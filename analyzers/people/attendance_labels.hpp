#pragma once

#include "analyzers/people/attendance_list.hpp"
#include "analyzers/people/role_titles.hpp"

#include <initializer_list>

namespace minutes {

[[nodiscard]] bool is_bullet(const Lexeme& lexeme);

[[nodiscard]] bool any_word(const Words& words, std::initializer_list<std::string_view> list);

/// The words of a name or post without line ends and Markdown's asterisks.
[[nodiscard]] std::string one_line(std::string_view raw);

/// "Executive Director, Children's Services": from the comma at `i`, one past the capitals that run to the end of the line;
/// `i` if they are a name or anything else.
[[nodiscard]] std::size_t with_service(const Lexemes& lexemes, std::size_t i);

/// Whether a label is also the post of the officers behind it: "Town Clerk: Mrs L Evans".
[[nodiscard]] bool names_office(const Words& words);

/// Whether the letters in brackets behind a name are its own: "P Sumner (PS)" is no police sergeant.
[[nodiscard]] bool are_initials(std::string_view letters, std::string_view person);

/// Whether the line that begins at `i` goes on a post that the line before began: that one ends with "for", "of", "and", "with".
[[nodiscard]] bool joins_lines(const Lexemes& lexemes, std::size_t i);

/// Whether "for" or "of" ends the line at `i`, so that the post goes on below, even below a blank line.
[[nodiscard]] bool runs_over_line(const Lexemes& lexemes, std::size_t i);

/// Whether brackets behind a name hold a party: "(Labour)", "(Lib Dem)".
[[nodiscard]] bool is_party(const Words& words);

/// Whether brackets behind a name tell when, how or for whom somebody came, and no post.
[[nodiscard]] bool is_attendance_note(const Words& words);

}  // namespace minutes
