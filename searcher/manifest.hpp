#pragma once

#include "searcher/request.hpp"

#include <string>
#include <string_view>

namespace minutes {

class Reader;

/// What the caller knows of an answer that is to be kept.
struct ManifestHead {
    std::string verb, query;     ///< the query as it was typed
    std::string engine;          ///< version of the command
};

/// All that is needed to say later whether an answer is still the same, and why not: the query as typed and as understood, filters,
/// zones, versions, the files of the index with their hashes, the six counts, and every matching passage with hashes of its text
/// and of what was read from it. JSON, docs/formats.md. The same index and query give the same bytes, in whatever order the files
/// were indexed. O(files + candidates).
[[nodiscard]] std::string manifest_as_json(Reader& reader, const Request& request, const ManifestHead& head);

}  // namespace minutes
