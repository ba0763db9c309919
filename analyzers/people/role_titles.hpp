#pragma once

#include "analyzers/people/lexemes.hpp"
#include "analyzers/meeting.hpp"
#include "analyzers/people/patterns.hpp"

#include <optional>

namespace minutes {

/// A title found in running text: "the Head of Quality, Children's Services" without its article.
struct Title {
    Range at;            ///< the lexemes of the title, its complement and a bracketed acronym included
    Role role = Role::unattributed;
    Range core;          ///< without the complement: "Interim Director" of "Interim Director for Care"
};

/// The canonical role of a printed title by analyzers/data/roles.tsv; unattributed when no row knows it.
/// `committee` tells "Chair of this body" from the chair of another: a committee's chair is a visiting member,
/// any other body's chair is external. It may be empty.
[[nodiscard]] Role role_of_title(const Words& words, std::string_view committee);
[[nodiscard]] Role role_of_title(const Lexemes& lexemes, Range range, std::string_view committee);
[[nodiscard]] Role role_of_title(std::string_view title, std::string_view committee);

/// The title that starts at lexeme `i` (behind any article), or nullopt. Never looks past `end`.
[[nodiscard]] std::optional<Title> title_at(const Lexemes& lexemes, std::size_t i, std::size_t end, std::string_view committee);

/// The forms of the words of a range, without punctuation.
[[nodiscard]] Words words_of(const Lexemes& lexemes, Range range);

/// Whether a word can be the head of a title ("director", "clerk"), so is no surname in an apposition.
[[nodiscard]] bool is_title_head(std::string_view form);
[[nodiscard]] bool is_title_head(const Lexeme& lexeme);

/// Whether a title may start with this word; title_at() finds none where it may not.
[[nodiscard]] bool may_start_title(const Lexeme& lexeme);
/// The sets that may_start_title() looks for in words without a capital.
[[nodiscard]] WordBits title_bits();

}  // namespace minutes
