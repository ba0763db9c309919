#pragma once

#include "corpus/span.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minutes {

/// The letters of an acronym as it is printed somewhere: "D.C.S.", "DCS's", "DCSs" and "DCS" are all DCS.
struct AcronymLetters {
    std::string printed;  ///< without dots, possessive and plural s: "DCS", "MoU", "A&E"
    std::string letters;  ///< what a long form must account for, in lower case: "dcs", "mou", "ae"
};

/// Reads `word` as an acronym: 2 to 10 letters or digits, a capital first, two capitals at least and no fewer capitals
/// than small letters but one ("MoU", "DfE"); dots and & between them. nullopt for anything else.
[[nodiscard]] std::optional<AcronymLetters> read_acronym(std::string_view word);

/// A word of a text that may belong to a long form; its parts at hyphens are words of their own.
struct LongFormWord {
    Span at;              ///< bytes of the text
    std::string form;     ///< folded
    bool linking = false; ///< of, for, and, the ...: may be passed over freely
    bool capital = false;
};

/// A word of `text` made ready. O(word).
[[nodiscard]] LongFormWord long_form_word(std::string_view text, Span at);

/// How many of the last words of `words` the letters stand for, or 0. Every letter is a word's first, in order, or
/// follows in the same word; the last word takes part, and so does every word that is not linking, but for one at most.
/// `strict`: first letters alone, and no word left out. Follows Schwartz and Hearst, "A simple algorithm for identifying
/// abbreviation definitions in biomedical text" (PSB 2003), in the window and the right-to-left search; asks more of the
/// letters than they do, because a long form that is searched for must be one. O(letters * words).
[[nodiscard]] std::size_t aligned_words(std::string_view letters, const std::vector<LongFormWord>& words, bool strict);

/// No long form of `letters` letters has more words than this: at most five more than letters, and at most twice as many.
[[nodiscard]] std::size_t longest_long_form(std::size_t letters);

}  // namespace minutes
