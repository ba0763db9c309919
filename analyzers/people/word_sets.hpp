#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace minutes {

/// Membership of one word in every WordSet, a bit a set.
using WordBits = std::uint64_t;

/// A set of folded words about which the readers of names and speech ask at every word of a text. The question is settled
/// once for each distinct word (see folded_word), and asking again is a look at one bit of the lexeme.
/// Sets are constants at namespace scope, at most 64 in the program; their words are read when the first text is.
class WordSet {
public:
    /// `words` is called once, later: it may read a table.
    explicit WordSet(std::vector<std::string_view> (*words)());

    /// The words must outlive the program's main().
    WordSet(std::initializer_list<std::string_view> words);

    [[nodiscard]] WordBits bit() const { return bit_; }

    /// Whether the word of a lexeme is in the set.
    template <typename Lexeme>
    [[nodiscard]] bool has(const Lexeme& lexeme) const { return (lexeme.sets & bit_) != 0; }

private:
    WordBits bit_;
};

/// A distinct word: its characters, which live as long as the thread or until forget_words(), and its sets.
struct FoldedWord {
    std::string_view form;
    WordBits sets = 0;
};

/// The one copy of a folded word.
[[nodiscard]] FoldedWord folded_word(std::string_view folded);

/// The same for a run of ASCII letters in any case, which are folded on the way.
[[nodiscard]] FoldedWord folded_letters(std::string_view letters);

/// Forgets this thread's words if there are very many: a bound on memory where text after text has a vocabulary of its own.
/// Views of forms taken before are invalid then.
void forget_words();

}  // namespace minutes
