#pragma once

#include "searcher/answer.hpp"
#include "searcher/ranking_words.hpp"
#include "searcher/request.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace minutes {

class Reader;

/// A passage that has some of the words of a query. Not a match: nothing counts it.
struct PartialMatch {
    std::uint32_t docid = 0;            ///< Xapian's; valid within one read of the index
    std::string id, item_id, path, date;
    std::uint32_t order = 0;            ///< within the file
    double score = 0;                   ///< with what its neighbours add
    std::vector<double> words;          ///< what each word of the query adds
    std::uint32_t distinct = 0;         ///< how many words of any importance it has
};

struct AnyRequest {
    std::vector<RankingWord> words;
    Request filters;                    ///< what every passage must answer: selections, dates, zones; no words
    std::size_t pool = 1000;            ///< how many candidates are read and scored
};

/// The passages that have any of the words, best first; ties by date (newest first), then id. The `pool` passages that
/// Xapian weighs most are scored by Relevance; each is lent a share of the scores of its neighbours in the item, most of
/// that before it, and of what the item has of the words, for an answer seldom repeats the words of its question.
/// Passages beside the best ones are found even if they have none of the words. O(pool).
[[nodiscard]] std::vector<PartialMatch> search_any(Reader& reader, const AnyRequest& asked);

/// The page of partial matches of a request whose query is several words or phrases side by side, with or without filters;
/// none for any other query (OR, NOT and the rest have no partial answer). Hits mark every word of importance.
[[nodiscard]] Partial search_partial(Reader& reader, const Request& asked);

}  // namespace minutes
