#pragma once

#include "searcher/denominator.hpp"

#include <string>
#include <vector>

namespace minutes {

class Reader;

/// A committee none of whose meetings in scope has a hit.
struct AbsentCommittee {
    std::string council, committee;
    std::uint64_t meetings = 0, incomplete_items = 0;
    std::string first_date, last_date;
};

/// Where a request finds nothing. Where items are cut short by their source, absence is not proved.
struct AbsentAnswer {
    Counts counts;                              ///< of what does answer
    std::vector<ScopeMeeting> meetings;         ///< in scope, without a passage that answers in the zones searched; in the order of meetings_in_scope()
    std::vector<AbsentCommittee> committees;    ///< by council, then committee
    std::vector<std::string> notes;
};

/// O(candidates + files).
[[nodiscard]] AbsentAnswer find_absent(Reader& reader, const Request& request);

}  // namespace minutes
