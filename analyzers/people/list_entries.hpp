#pragma once

#include "analyzers/people/attendance_list.hpp"
#include "analyzers/people/person_names.hpp"

namespace minutes {

/// What the entries read so far say of the names of this list.
struct ListHabits {
    int councillors = 0;         ///< how many bore that honorific; beside them a name without one is no member's
    bool plain_members = false;  ///< but the chair goes by a bare name, and so may members
};

/// The role of an entry by its post, its honorific and the label above it.
[[nodiscard]] Role role_in_list(const Person& person, const ListLabel& label, Honorific honorific, ListHabits habits, std::string_view committee);

/// One past the last lexeme of the line that holds `i`.
[[nodiscard]] std::size_t closing_bracket(const Lexemes& lexemes, std::size_t open);
[[nodiscard]] std::size_t line_end(const Lexemes& lexemes, std::size_t i);

/// How far the words of a post at `i` may reach: the end of its line, and further lines that the one before joins ("... for").
[[nodiscard]] std::size_t post_limit(const Lexemes& lexemes, std::size_t i);

/// Whether the entry of a list may end before lexeme `i`, so that what stands before it is a name and no running text.
[[nodiscard]] bool ends_like_an_entry(const Lexemes& lexemes, std::size_t i);

/// One past the entry at `i` in a list whose entries are told apart by semicolons.
[[nodiscard]] std::size_t entry_end(const Lexemes& lexemes, std::size_t i);

[[nodiscard]] bool has_name(const Lexemes& lexemes, Range range);

/// "Director, Economic Development (Mr. G. Daly)": a post printed before its holder runs to the bracket; else `end`.
[[nodiscard]] std::size_t before_bracketed_name(const Lexemes& lexemes, std::size_t end);

/// A post in lower case behind "Name,": "Mr Field, co-opted member". One past it, or `i`.
[[nodiscard]] std::size_t plain_post_end(const Lexemes& lexemes, std::size_t i, std::string_view committee);

/// Capitals behind "Name," or "Name -" that no table knows: an organisation or a service, to the end of the line. One past them, or
/// `i`. A single word is the next name, if the names are `listed` behind a plural.
[[nodiscard]] std::size_t unknown_post_end(const Lexemes& lexemes, std::size_t i, bool listed);

/// "Parish Clerk and RFO A M Hounsell": where the holder's name, or a dash before it, begins in a line that opens with a post; else `post.end`.
[[nodiscard]] std::size_t before_bare_holder(const Lexemes& lexemes, Range post);

/// "District Councillor" behind "Cllr Barnes,": one past a post of another council's councillor at `i`, or `i`.
[[nodiscard]] std::size_t visitor_post_end(const Lexemes& lexemes, std::size_t i);

/// "of the Hexham Beekeepers' Society" behind a name: the words of the organisation, empty if `i` opens none.
[[nodiscard]] Range home_organisation(const Lexemes& lexemes, std::size_t i);

/// Whether the name at `i` is somebody's who did not come: "substituting for Cllr Hay", "in place of Mrs Ford".
[[nodiscard]] bool stands_for_another(const Lexemes& lexemes, std::size_t i);

/// "PKC" in "CClr Ash, PKC Clrs Barn and Cole" is nobody.
[[nodiscard]] bool is_council_of_next(const Lexemes& lexemes, Range name);

/// Who stands in, in brackets behind one who is absent: "(Substitute: Cllr Hay)"; not "(substitute for Cllr Ford)".
[[nodiscard]] std::optional<NameAt> substitute_in(const Lexemes& lexemes, Range inside);

/// Whether the name at `i` is that of a substitute: "- substituted by Cllr Hay".
[[nodiscard]] bool stood_in_by(const Lexemes& lexemes, std::size_t i);

/// "Judy" at the end of a line and "McDowall" at the start of the next, in a list with commas: one name, or nullopt.
[[nodiscard]] std::optional<NameAt> name_over_lines(const Lexemes& lexemes, std::size_t i);

/// "Croft, B J": a surname and then initials, to the end of an entry. NameAt::bare is the surname alone.
[[nodiscard]] std::optional<NameAt> inverted_name_at(const Lexemes& lexemes, std::size_t i);

/// Whether a word before an honorific names another council: "PKC Cllr Hay", "County Councillor Ford".
[[nodiscard]] bool names_another_council(const Lexeme& lexeme);

/// "... Cllr Hay Apologies: Cllr Croft": a label that an extractor put behind the list before it.
[[nodiscard]] bool opens_inline_label(const Lexemes& lexemes, std::size_t i);

/// Whether the label that starts at `i` ends at `colon`: a few people print a semicolon.
[[nodiscard]] bool ends_label(const Lexemes& lexemes, std::size_t i, std::size_t colon);

/// The label at the start of a line that runs into a name without any mark: "Officers Present Ian Alder, ...",
/// "Co-opted Members David Mill (...)". One past the label, or `i`.
[[nodiscard]] std::size_t label_before_name(const Lexemes& lexemes, std::size_t i);

}  // namespace minutes
