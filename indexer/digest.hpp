#pragma once

#include "analyzers/segment.hpp"
#include "corpus/walk.hpp"
#include "indexer/writer.hpp"

#include <functional>
#include <string>

namespace minutes {

/// What was given for a file and which analysis reads it; stored with the file, so that a change means reading it again.
[[nodiscard]] std::string given_key(const Given& given);

/// The path under which these bytes (SHA-256) are indexed already, or "".
using OwnerOf = std::function<std::string(const std::string& sha256)>;

/// Reads and segments one file into the change it makes to the index. `before` is what was known of the path, or nullptr:
/// the same bytes under the same given only touch the record. Bytes that another path holds make a duplicate.
/// A file that cannot be read is a change too: skipped, with its reason.
[[nodiscard]] FileChange digest_file(const FoundFile& found, const Given& given, const FileRecord* before, const OwnerOf& owner_of);

}  // namespace minutes
