#pragma once

#include "indexer/record.hpp"
#include "searcher/answer.hpp"
#include "searcher/match.hpp"
#include "searcher/request.hpp"

#include <xapian.h>

#include <functional>
#include <string>
#include <vector>

namespace minutes {

struct Candidates {
    std::vector<Xapian::docid> list;  ///< passages that may answer, ascending
    std::string description;  ///< of the Xapian query, for --explain
};

/// Every passage that could answer the request, or could answer it but for its zone and one other of its selections
/// (those count towards that selection's own facet). A superset of the answer, never a subset.
[[nodiscard]] Candidates find_candidates(const Xapian::Database& database, const Request& request);

/// Whether a record has a value of every selection but that of zones: zone_scope() decides about those.
[[nodiscard]] bool is_selected(const Request& request, const Record& record);

/// A passage that answers in a zone that is searched. `bytes` are the record as stored.
struct Answering {
    const Record& record;
    const std::string& bytes;
    const Matched& matched;
};

/// Hands every passage that answers a prepared request to `each`, in the order of the candidates, and counts them; what answers
/// in other zones is counted apart. Holds one passage at a time. Counts::scope is left empty. O(candidates).
[[nodiscard]] Counts each_answering(const Xapian::Database& database, const Request& request, const std::function<void(const Answering&)>& each);

}  // namespace minutes
