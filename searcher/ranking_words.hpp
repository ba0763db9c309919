#pragma once

#include "searcher/query.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace minutes {

/// A word that a ranking looks for, with the forms under which Word knows it. `importance` is 1 for a word that says what
/// is looked for, less for words of the table query_words ("what did", "summarise the discussion about"), 0 for those
/// that say nothing.
struct RankingWord {
    std::string form, alias, stem;
    double importance = 1;
    std::vector<std::string> also = {};  ///< stems of other spellings and of the word's family, which count as other forms of it
    bool joined = false;                 ///< two words of the query written as one ("child care", childcare): evidence, but not asked for
};

/// The words of `text` as they stand, each once, in order; nothing in it is syntax. If no word has any importance
/// ("what was said?"), all have the full one. Never fails; at most kMaxRankingWords, the first ones.
[[nodiscard]] std::vector<RankingWord> plain_words(std::string_view text);

/// The words that can make `query` true, those of phrases too, each once, in order; not those of NOT and filters. Words
/// of a phrase have the full importance.
[[nodiscard]] std::vector<RankingWord> words_of(const Node& query);

/// "ranked by: agency, staff, members 0.3; not by: what, did" and a line end; "" without words.
[[nodiscard]] std::string weights_as_text(const std::vector<RankingWord>& words);

/// The words of `text` as a query in which nothing is syntax: every one is required.
[[nodiscard]] std::string plain_query(std::string_view text);

/// A topic may be a paragraph; a ranking reads this many of its different words.
inline constexpr std::size_t kMaxRankingWords = 200;

}  // namespace minutes
