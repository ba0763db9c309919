#pragma once

#include "corpus/span.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace minutes {

/// A word, or a reference, sum of money or percentage that is kept whole beside its words.
/// "22/00345/FUL" gives the words 22, 00345, ful at positions p, p+1, p+2 and the whole 22/00345/ful at p, 3 wide.
struct Token {
    Span at;                     ///< bytes of the text
    Span form;                   ///< bytes of Tokens::forms: case and diacritics folded, apostrophes unified
    std::uint32_t position = 0;  ///< ordinal of its first word, from 0
    std::uint32_t width = 1;     ///< how many words it covers
    bool whole = false;          ///< kept whole as well; its words are tokens of their own
};

/// The tokens of one text, ordered by position, words before wholes. Owns the folded forms; does not own the text.
struct Tokens {
    std::string forms;
    std::vector<Token> list;
    std::uint32_t words = 0;     ///< number of word positions

    [[nodiscard]] std::string_view form(const Token& token) const { return slice(forms, token.form); }
};

/// Splits text into words (UAX #29 by ICU) and wholes. The one definition of a word: the writer, the query
/// parser and the span matcher all call this. O(text); safe from any thread.
[[nodiscard]] Tokens tokenise(std::string_view text);

/// The other exact form under which a folded form answers, or "": "children's" also answers "childrens".
[[nodiscard]] std::string alias_of(std::string_view form);

/// English stem (Porter2) of a folded form; forms with digits are their own stems.
[[nodiscard]] std::string stem(std::string_view form);

}  // namespace minutes
