#pragma once

#include "searcher/answer.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace minutes {

class Reader;

/// What is in the index of one committee.
struct CommitteeCoverage {
    std::string council, committee;     ///< "" = the documents do not say
    std::uint64_t meetings = 0, undated = 0, items = 0, incomplete_items = 0, passages = 0, words = 0;
    std::uint64_t speakers = 0, unresolved_speakers = 0;
    std::string first_date, last_date;  ///< YYYY-MM-DD
};

struct Coverage {
    Base base;
    std::vector<CommitteeCoverage> committees;                      ///< by council, then committee
    std::vector<std::pair<std::string, std::uint64_t>> layouts;     ///< layout, files
    std::vector<std::pair<std::string, std::string>> skipped;       ///< path, reason
    std::vector<std::pair<std::string, std::string>> duplicates;    ///< path, the path that holds the same bytes
    std::vector<std::pair<std::string, std::string>> problems;      ///< path, "line 12: ..."
};

/// Read from the index's own file table; a meeting that stands in two files counts once.
[[nodiscard]] Coverage coverage(Reader& reader);

}  // namespace minutes
