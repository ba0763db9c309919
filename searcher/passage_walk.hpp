#pragma once

#include "searcher/answer.hpp"
#include "searcher/request.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace minutes {

class Reader;

/// What a walk was made of: one state of the index, and the request as it was answered.
struct Walked {
    std::uint64_t passages = 0, occurrences = 0;
    bool at_least = false;          ///< some passage belongs to an item that its source cuts short
    Request request;                ///< with what the index fills in
    std::vector<Widened> widened;   ///< parts of the query that were searched, or found, under several forms
};

/// Hands every passage that answers the request, in a zone that it searches, to `each` with its match spans: files by path, the
/// passages of a file as they stand. Memory is that of a few files' passages, whatever the answer holds; no ranking, no facets.
/// Throws Error, after passages were handed out, when the index was updated meanwhile: what was handed out is then of no one state.
/// O(files + candidates).
Walked walk_passages(Reader& reader, const Request& request, const std::function<void(const Record&, const std::vector<Span>&)>& each);

}  // namespace minutes
