#pragma once

#include "analyzers/speech/identity.hpp"

#include <string_view>

namespace minutes {

/// Whom a mention with a name in it means, in this order: full name, initial and surname, honorific and surname, surname,
/// forename, initials of the list, another honorific, a misspelling of one name; else nobody of the list. `public_asks`: strangers in this
/// item are the public. REQUIRES mention.who.
[[nodiscard]] Identity identify_name(const Cast& cast, std::string_view text, const Lexemes& lexemes, const Mention& mention, bool public_asks);

/// The words of a title or name as the text prints them, on one line.
[[nodiscard]] std::string printed(std::string_view text, const Lexemes& lexemes, Range range);

}  // namespace minutes
