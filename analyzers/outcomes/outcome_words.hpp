#pragma once

#include "analyzers/people/lexemes.hpp"

#include <initializer_list>
#include <optional>
#include <string_view>

namespace minutes {

/// The classes of analyzers/data/outcome_words.tsv, in the order of their names there.
enum class OutcomeWord {
    decision, lost, carried, put, body, for_, against, abstained, voting, ballot, vote, number, mover, seconder, both,
    moves, seconds, pair, action, done, owner_head, task_head, due_head, due, due_words, no_task
};

struct WordsAt {
    std::size_t end = 0;     ///< the lexeme behind the words
    std::string_view value;  ///< the third cell of the row; static storage
};

/// The word sets of what the rows of these classes start with: none of them stands at a lexeme outside these sets.
[[nodiscard]] WordBits first_words_of(std::initializer_list<OutcomeWord> classes);

/// The longest row of a class whose words start at lexeme `i` and end by `end`; nullopt if none does.
[[nodiscard]] std::optional<WordsAt> words_at(const Lexemes& lexemes, std::size_t i, std::size_t end, OutcomeWord word_class);

/// The same for the words that stand just before lexeme `i`, from `begin` on: the lexeme where they start.
[[nodiscard]] std::optional<std::size_t> words_before(const Lexemes& lexemes, std::size_t begin, std::size_t i, OutcomeWord word_class);

/// Whether words of the class stand anywhere in the range. O(range).
[[nodiscard]] bool has_words(const Lexemes& lexemes, Range range, OutcomeWord word_class);

}  // namespace minutes
