#pragma once

#include "analyzers/meeting.hpp"
#include "analyzers/people/word_sets.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace minutes {

/// A word or a punctuation mark, as the readers of names and speech see it: with its case and its place in the text.
/// (analyzers/tokens is for searching: it drops case and punctuation, which is all that these readers go by.)
struct Lexeme {
    Span at;              ///< bytes of the document's text
    std::string_view form;  ///< lower case, ' for U+2019; "&" reads "and"; dots of initials dropped; dashes read "-". See folded_word()
    bool word = false;    ///< letters or digits; else one punctuation mark
    bool capital = false; ///< starts with a capital letter
    bool upper = false;   ///< two or more letters, all capitals
    bool joined = false;  ///< a hyphen stands between this word and the one before ("Vice-Chair" is two lexemes)
    int breaks = 0;       ///< line breaks between this and the lexeme before
    WordBits sets = 0;    ///< the WordSets that hold the form
};

using Lexemes = std::vector<Lexeme>;

/// Half-open range of indexes into Lexemes.
struct Range {
    std::size_t begin = 0, end = 0;

    [[nodiscard]] bool empty() const { return begin >= end; }
    [[nodiscard]] bool contains(std::size_t i) const { return begin <= i && i < end; }
};

/// The lexemes of one stretch of `text`. Markdown asterisks and soft hyphens vanish. O(part).
[[nodiscard]] Lexemes lexemes_of(std::string_view text, Span part);

/// The lexemes of a passage without its marker. A part that follows a page break starts a line.
[[nodiscard]] Lexemes lexemes_of(std::string_view text, const Passage& passage);

/// Sentences: end at . ? ! before a capital, at a blank line, at the end. In order; together they cover all lexemes.
[[nodiscard]] std::vector<Range> sentences_of(const Lexemes& lexemes);

/// The bytes that a range covers, from its first lexeme to its last. Empty for an empty range.
[[nodiscard]] Span span_of(const Lexemes& lexemes, Range range);

}  // namespace minutes
