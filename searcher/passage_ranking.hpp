#pragma once

#include "searcher/relevance.hpp"

#include <xapian.h>

#include <vector>

namespace minutes {

/// The scorer of these words, with their rarity among the passages of the index. A word is as rare as in the field
/// where it is most frequent, so that a speaker's name is not rare because nobody says it.
[[nodiscard]] Relevance make_relevance(const Xapian::Database& database, std::vector<RankingWord> words);

/// Passages that have any of the words of some importance, in the body or one of the weighted fields; weighted so that
/// those which Relevance would put first come early. Empty if no word has any.
[[nodiscard]] Xapian::Query any_of_words(const std::vector<RankingWord>& words);

}  // namespace minutes
