#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace minutes {

/// A form is never longer than this many bytes: the rest of a longer word is left out of its form, not of its span.
inline constexpr std::size_t kMaxFormBytes = 200;

/// A code point and where the next begins. Total: a stray byte is a code point of its own.
struct Decoded { char32_t point = 0; std::size_t next = 0; };
[[nodiscard]] Decoded decode(std::string_view text, std::size_t at);

/// How many bytes at `at` spell an apostrophe: ' ` U+00B4 U+02BC U+2018 U+2019, or 0.
[[nodiscard]] std::size_t apostrophe_at(std::string_view text, std::size_t at);

/// Appends the folded form of one word to `forms`: NFKC case folding, diacritics dropped, apostrophes as '.
/// Appends nothing for a word that folds to nothing. O(min(word, kMaxFormBytes)).
void append_form(std::string& forms, std::string_view word);

}  // namespace minutes
