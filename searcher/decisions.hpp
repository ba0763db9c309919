#pragma once

#include "searcher/answer.hpp"
#include "searcher/request.hpp"

#include <functional>
#include <string>
#include <vector>

namespace minutes {

class Reader;

/// One row of a decision or action, and where it stands.
struct DecisionRow {
    const Record* record = nullptr;          ///< of the passage; valid during the callback
    const RecordOutcome* outcome = nullptr;
    std::string text;                        ///< of the row
    Span in_source;                          ///< indexes the normalised text of the source file; that of the passage if the row has no text
};

struct DecisionsAnswer {
    std::uint64_t rows = 0, passages = 0, meetings = 0, documents = 0;
    bool at_least = false;                   ///< some row belongs to an item that its source cuts short
    std::vector<std::string> notes;
};

/// Hands the rows of all decisions and actions whose passages answer the request to `each`, in document order: meetings by date
/// (undated last), council, committee. Of a passage in which words were found the rows that hold them, or all where none does
/// (the words stand before the limbs). Of a selection of owner or mover the rows that have such a one. `kinds`: names of
/// Outcome::Kind; empty = any. O(candidates).
DecisionsAnswer find_decisions(Reader& reader, const Request& request, const std::vector<std::string>& kinds,
                               const std::function<void(const DecisionRow&)>& each);

}  // namespace minutes
