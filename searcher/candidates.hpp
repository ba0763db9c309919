#pragma once

#include "searcher/request.hpp"

#include <xapian.h>

#include <string>
#include <vector>

namespace minutes {

/// A passage that may answer, with its weight (0 when ranking was not asked for).
struct Candidate {
    Xapian::docid id = 0;
    double weight = 0;
};

struct Candidates {
    std::vector<Candidate> list;
    std::string description;  ///< of the Xapian query, for --explain
};

/// Every passage that could answer the request, or could answer it but for its zone and one other of its selections
/// (those count towards that selection's own facet). A superset of the answer, never a subset.
[[nodiscard]] Candidates find_candidates(const Xapian::Database& database, const Request& request, bool ranked);

}  // namespace minutes
