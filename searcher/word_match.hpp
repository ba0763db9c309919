#pragma once

#include "analyzers/tokens.hpp"
#include "searcher/query.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace minutes {

/// A stretch of a text that answers a word or phrase.
struct TextHit {
    Span at;                               ///< bytes of the text
    std::uint32_t position = 0, width = 1; ///< in words
    std::uint32_t leaf = 0;                ///< whose it is; a number of the Matcher
    std::uint32_t type = 0;                ///< of a word found in columns: its type of token
};

/// One token while words are compared with it; stemmed once at most, and only if its first letters allow it.
class WordCandidate {
  public:
    WordCandidate(const Tokens& tokens, const Token& token) : WordCandidate(tokens.form(token), token.whole) {}
    WordCandidate(std::string_view form, bool whole) : form_(form), whole_(whole) {}

    [[nodiscard]] bool answers(const Word& word);
    [[nodiscard]] bool answers(const Place& place);

  private:
    std::string_view form_;
    bool whole_;
    std::string stem_;

    bool begins_with(const Word& word) const;
    bool has_stem(std::string_view wanted);
};

/// The bytes with which a form that answers `word` may begin, each once.
[[nodiscard]] std::vector<unsigned char> first_bytes(const Word& word);

/// The row of words of which number `before` is the token `anchor`; width 0 if the words around it are others.
[[nodiscard]] TextHit row_around(const Tokens& tokens, std::size_t anchor, const std::vector<Place>& places, std::uint32_t before);

/// The place of a row whose words are least likely to stand elsewhere, as far as their looks tell.
[[nodiscard]] std::uint32_t anchor_of(const std::vector<Place>& places);

}  // namespace minutes
