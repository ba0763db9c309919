#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace minutes::scan {

/// Steps over printed text by byte offset, for the readers of dates, times and names. Letters compare without ASCII case; a no-break space is a space, and
/// U+2019 an apostrophe. Offsets past the end are allowed and mean "nothing there".

[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
/// An ASCII letter, or the first byte of a longer code point that is not punctuation (U+2000..U+2FFF begin with E2).
[[nodiscard]] constexpr bool is_letter(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return is_upper(c) || (c >= 'a' && c <= 'z') || (byte >= 0xC3 && byte != 0xE2);
}
[[nodiscard]] constexpr char fold(char c) { return is_upper(c) ? static_cast<char>(c + 32) : c; }
[[nodiscard]] std::string fold(std::string_view text);
[[nodiscard]] inline char byte_at(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\0'; }

/// Bytes of the space (blank, tab, NBSP, and one `\n` unless another follows) at `at`; 0 if none stands there.
[[nodiscard]] std::size_t space_at(std::string_view text, std::size_t at);
/// The first offset from `at` that is no space. Stops before a blank line: words of two paragraphs never join.
[[nodiscard]] std::size_t skip_space(std::string_view text, std::size_t at);
/// The same backwards: the end of what stands before `at`.
[[nodiscard]] std::size_t skip_space_back(std::string_view text, std::size_t at);
/// Length of the dash or hyphen at `at` ("-", en dash, em dash); 0 if none.
[[nodiscard]] std::size_t dash_at(std::string_view text, std::size_t at);
/// Whether `text` continues at `at` with `word` (given in lower case), in any case.
[[nodiscard]] bool continues_with(std::string_view text, std::size_t at, std::string_view word);
/// The same, and no letter or digit follows.
[[nodiscard]] bool has_word(std::string_view text, std::size_t at, std::string_view word);
/// Where `word` (lower case; may hold blanks, each of which stands for any space) first stands whole at or after
/// `from`, or npos.
[[nodiscard]] std::size_t find_word(std::string_view text, std::string_view word, std::size_t from = 0);
/// `text` without the spaces, NBSPs and line ends around it; a view into it.
[[nodiscard]] std::string_view trim(std::string_view text);
/// One line: every run of spaces, NBSPs and line ends made one blank.
[[nodiscard]] std::string one_line(std::string_view text);

}  // namespace minutes::scan
