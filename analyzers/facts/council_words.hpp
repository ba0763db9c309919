#pragma once

#include "corpus/span.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace minutes {

/// The words of councils' names: letters, digits, hyphens and apostrophes between letters; "&" is one.

constexpr std::size_t kMostCouncilWords = 9;  ///< of any council's name

struct CouncilWord {
    Span at;
    std::string key;        ///< lower case, without possessive, comma and full stops; "&" is "and"
    bool capital = false;   ///< begins with a capital letter
    bool breaks = false;    ///< a colon, bracket, dash or end of sentence, paragraph or line follows: no name runs on
    bool comma = false;     ///< a comma follows
};

/// The end of the word at `at`.
[[nodiscard]] std::size_t council_word_end(std::string_view text, std::size_t at);

/// The word that begins at or after `at`, or an empty span at the end of the text.
[[nodiscard]] Span next_council_word(std::string_view text, std::size_t at);

[[nodiscard]] CouncilWord council_word_at(std::string_view text, Span at);

/// CouncilWord::key of a word.
[[nodiscard]] std::string council_key(std::string_view word);

/// The last words read, so many as a name may have. Most words end no name, so none is looked at until it is asked for.
class RecentCouncilWords {
public:
    void push(Span at) { spans_[count_++ % kMostCouncilWords] = at; }

    /// The words in order, the last one read at the end.
    [[nodiscard]] std::vector<CouncilWord> words(std::string_view text) const;

private:
    std::array<Span, kMostCouncilWords> spans_{};
    std::size_t count_ = 0;
};

}  // namespace minutes
