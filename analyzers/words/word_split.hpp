#pragma once

#include "corpus/span.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace minutes {

/// Where words stand in a text, by two ways that must agree (tests/tokens_test.cpp compares them).
///
/// A word is a UAX #29 word, but for what minutes need otherwise:
///   `.` joins digits only ("report.The" is two words: a space is often missing after a full stop);
///   `,` joins digits only as a separator of thousands ("2019,2020" is two words);
///   `:` `;` `_` and their wide relatives separate ("Signed:____Chair" is two words);
///   ` U+00B4 U+02BC U+2018 join like U+2019.

/// The first byte at or after `from` of a character that only ICU can judge, or text.size(). ASCII and the
/// punctuation of English typesetting (curly quotes, dashes, pound sign, bullet, no-break space) are simple.
[[nodiscard]] std::size_t find_complex(std::string_view text, std::size_t from);

/// The words of text[from, to), which holds simple characters only and ends where white space or the text ends.
void split_simple(std::string_view text, std::size_t from, std::size_t to, std::vector<Span>& words);

/// The words of any `text` without default-ignorable characters, by ICU. At most 2^31 - 1 bytes.
void split_by_icu(std::string_view text, std::vector<Span>& words);

}  // namespace minutes
