#pragma once

#include "analyzers/tokens.hpp"
#include "indexer/record.hpp"
#include "searcher/query.hpp"

#include <vector>

namespace minutes {

/// Whether a record answers a query, and where: the one definition of a match, for hit lists, counts, KWIC lines
/// and highlights alike. Xapian only proposes candidates.
struct Matched {
    bool yes = false;
    std::vector<Span> hits;     ///< bytes of record.text: sorted, disjoint; a longer match wins over one inside it
};

/// `tokens` are those of `record.text`. Hits are the spans of the query's positive words and phrases (not of NOT
/// branches, filters or title:). O(tokens x leaves).
[[nodiscard]] Matched match(const Node& query, const Record& record, const Tokens& tokens);

/// Whether `value` (unfolded) answers a filter value: the filter's words occur in it in a row.
[[nodiscard]] bool value_matches(std::string_view value, std::string_view wanted);

/// The values that a record has in a facet field ("" is never among them).
[[nodiscard]] std::vector<std::string> facet_values(const Record& record, const Field& field);

}  // namespace minutes
