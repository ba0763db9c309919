#pragma once

#include "analyzers/people/lexemes.hpp"

#include <optional>
#include <string>
#include <vector>

namespace minutes {

/// What an honorific says of its bearer; none when there is none.
enum class Honorific { none, councillor, mr, ms, clergy, police, any };

/// A name taken apart, folded to lower case: "Cllr. J. W. Boyd-Orr" is councillor, {"j", "w"}, "boyd-orr".
struct NameParts {
    Honorific honorific = Honorific::none;
    std::vector<std::string> given;  ///< forenames, or initials of one or more letters
    std::string surname;
};

/// A name found in text.
struct NameAt {
    Range at;                  ///< with its honorific
    Range bare;                ///< without it
    bool plural = false;       ///< the honorific is a plural: names that follow share it ("Councillors Croft and Hay")
    bool initials = false;     ///< a column of initials ends it: "Diane Roberts DR"
    std::string singular;      ///< of the honorific, as it is put before the later names; empty if none
    NameParts parts;
};

/// The honorific that a word is ("cllr", "messrs"), or none.
[[nodiscard]] Honorific honorific_of(std::string_view form);
[[nodiscard]] Honorific honorific_of(const Lexeme& lexeme);

/// Whether a word in small letters may stand inside a name, or begin one: "van", "de".
[[nodiscard]] bool is_particle(const Lexeme& lexeme);
[[nodiscard]] WordBits particle_bit();

/// The name that starts at lexeme `i` with an honorific, or nullopt. A line break ends a name if `lines` is set.
[[nodiscard]] std::optional<NameAt> titled_name_at(const Lexemes& lexemes, std::size_t i, std::size_t end, bool lines);

/// A name without honorific: two to four capitalised words, none of them a word of titles or services
/// ("Head", "Services"), the first possibly initials; nullopt if it may be something else.
[[nodiscard]] std::optional<NameAt> bare_name_at(const Lexemes& lexemes, std::size_t i, std::size_t end, bool lines);

/// Whether titled_name_at() or bare_name_at() may find a name that lies in the range. O(range), and cheaper than asking them.
[[nodiscard]] bool may_hold_name(const Lexemes& lexemes, Range range);

/// A name without honorific in a list behind a plural one: one to four capitalised words.
[[nodiscard]] std::optional<NameAt> listed_name_at(const Lexemes& lexemes, std::size_t i, std::size_t end);

[[nodiscard]] NameParts parse_name(std::string_view name);

/// Whether a name in the text may mean a listed person: surnames are equal, and neither forenames, initials nor
/// honorifics contradict one another ("Ms Hay" may be "Ann Hay", never "Mr Hay" or "Councillor Hay").
[[nodiscard]] bool names_agree(const NameParts& mention, const NameParts& person);

/// Whether two folded words differ by one letter put in, left out, changed or swapped with its neighbour.
[[nodiscard]] bool one_slip_apart(std::string_view a, std::string_view b);

}  // namespace minutes
