#pragma once

#include "analyzers/people/lexemes.hpp"
#include "analyzers/people/patterns.hpp"

#include <initializer_list>
#include <string_view>

namespace minutes {

/// The words of a post in lower case, without punctuation: views of interned forms (word_sets.hpp). Those of lexemes: words_of().
[[nodiscard]] Words folded_words(std::string_view text);

/// Without the words that tell posts apart nowhere: "of", "the", "interim".
[[nodiscard]] Words without_small(const Words& words);

/// How many words without_small() leaves.
[[nodiscard]] std::size_t count_telling(const Words& words);

/// Whether every word that tells something stands in `post`.
[[nodiscard]] bool all_in(const Words& words, const Words& post);

/// Whether the words stand in `post` side by side: a Senior Engineer is no Senior Executive Engineer, and a Deputy Chief
/// Executive no Chief Executive.
[[nodiscard]] bool runs_in(const Words& words, const Words& post);

/// Whether `text` has one of a few words.
[[nodiscard]] bool has_word(std::string_view text, std::initializer_list<std::string_view> list);

}  // namespace minutes
