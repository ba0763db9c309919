#pragma once

#include "analyzers/people/lexemes.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace minutes {

/// The words of a post in lower case, without punctuation.
[[nodiscard]] std::vector<std::string> folded_words(std::string_view text);
[[nodiscard]] std::vector<std::string> folded_words(const Lexemes& lexemes, Range range);

/// Without the words that tell posts apart nowhere: "of", "the", "interim".
[[nodiscard]] std::vector<std::string> without_small(const std::vector<std::string>& words);

/// How many words without_small() leaves.
[[nodiscard]] std::size_t count_telling(const std::vector<std::string>& words);
[[nodiscard]] std::size_t count_telling(const Lexemes& lexemes, Range range);

/// Whether every word that tells something stands in `post`.
[[nodiscard]] bool all_in(const std::vector<std::string>& words, const std::vector<std::string>& post);

/// Whether the words stand in `post` side by side: a Senior Engineer is no Senior Executive Engineer, and a Deputy Chief
/// Executive no Chief Executive.
[[nodiscard]] bool runs_in(const std::vector<std::string>& words, const std::vector<std::string>& post);

/// Whether `text` has one of a few words.
[[nodiscard]] bool has_word(std::string_view text, std::initializer_list<std::string_view> list);

}  // namespace minutes
