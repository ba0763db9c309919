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

/// Splits text into words (UAX #29 by ICU, but for what word_split.hpp lists) and wholes. The one definition of a
/// word: the writer, the query parser and the span matcher all call this. O(text); safe from any thread.
///
/// Words: case and diacritics folded (cafe = Café, finance = ﬁnance), apostrophes alike, soft hyphens and zero widths
/// gone, D.C.S. = DCS, the apostrophe of a plural (members') dropped. Hyphens, slashes, stops and commas separate,
/// but 3.14, 1,200 and 7.1million are single words.
/// Wholes: references (letters or digits joined by / . & -, with a digit and a / or .), letters & letters (C&F), and
/// numbers with the symbol of their money or per cent (£7.1m, 12.5%: one word wide). In a row joined by hyphens
/// (2019/20-2021/22) each part is a whole, and so is the row.
[[nodiscard]] Tokens tokenise(std::string_view text);

/// The words of tokenise(text) without wholes: their forms, joined by one space.
[[nodiscard]] std::string folded_text(std::string_view text);

/// The other exact form under which a folded form answers, or "": "children's" also answers "childrens", "o'brien"
/// "obrien", and "1,200" "1200"; contractions ("it's") answer as themselves only. Texts and queries both have
/// aliases: two forms match when they are equal, or one is the alias of the other.
[[nodiscard]] std::string alias_of(std::string_view form);

/// Whether a word, as printed, looks as acronyms do: "DCS", "MoU", "D.C.S."; not "lac", not "Send".
[[nodiscard]] bool has_two_capitals(std::string_view word);

/// English stem (Porter2) of a folded form; forms with digits are their own stems.
[[nodiscard]] std::string stem(std::string_view form);

}  // namespace minutes
