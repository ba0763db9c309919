#pragma once

#include "searcher/answer.hpp"
#include "searcher/request.hpp"

namespace minutes {

class Reader;

/// Answers a request: counts and facets over every matching passage, and one page of ranked hits.
/// Xapian proposes candidates and weights, match() decides each of them on its record, so nothing is estimated.
/// The order is total: weight or date, then date descending, then id. O(candidates). Throws Error if the index is unreadable.
[[nodiscard]] Answer search(Reader& reader, const Request& request);

}  // namespace minutes
