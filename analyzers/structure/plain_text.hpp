#pragma once

#include "corpus/span.hpp"

#include <string>
#include <string_view>

namespace minutes {

/// Bytes of the white space or invisible character that starts at `at` (space, NBSP, thin spaces, zero-width, BOM); 0 if none does.
[[nodiscard]] inline std::size_t space_at(std::string_view text, std::size_t at);
/// The same for a byte that is not ASCII.
[[nodiscard]] std::size_t wide_space_at(std::string_view text, std::size_t at);

/// `span` without white space at its ends; empty at `span.begin` when nothing else is in it.
[[nodiscard]] Span trimmed(std::string_view text, Span span);

/// The text as rules compare it: ASCII lower case, quotes and dashes in their ASCII forms, white space collapsed,
/// Markdown's '*', '#', '_', '\\' and soft hyphens left out. O(text).
[[nodiscard]] std::string plain_form(std::string_view text);

/// How many bytes of `text` give the first `plain_bytes` bytes of its plain_form(). On a code-point boundary.
[[nodiscard]] std::size_t raw_size(std::string_view text, std::size_t plain_bytes);

/// The text on one line with white space collapsed and Markdown emphasis taken off, otherwise as printed.
[[nodiscard]] std::string collapsed(std::string_view text);

/// Number of words, counting at most `limit` of them.
[[nodiscard]] std::size_t count_words(std::string_view text, std::size_t limit = 64);

/// Whether the text has letters and all of its ASCII ones are capitals.
[[nodiscard]] bool is_capitals(std::string_view text);

/// Whether the first letter or digit is a small letter, as in a line that goes on from the line before.
[[nodiscard]] bool starts_small(std::string_view text);

/// Whether the text ends as a sentence does (. ? ! with closing quotes or brackets).
[[nodiscard]] bool ends_sentence(std::string_view text);

/// The last character that is neither white space nor Markdown, as a byte; 0 if there is none or it is not ASCII.
[[nodiscard]] char last_mark(std::string_view text);

inline std::size_t space_at(std::string_view text, std::size_t at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r') ? 1 : 0;
    return c < 0xC2 ? 0 : wide_space_at(text, at);
}

[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_small(char c) { return c >= 'a' && c <= 'z'; }
[[nodiscard]] constexpr bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
[[nodiscard]] constexpr bool is_letter(char c) { return is_small(c) || is_capital(c); }

}  // namespace minutes
