#pragma once

#include "analyzers/segment.hpp"
#include "corpus/archive.hpp"
#include "corpus/walk.hpp"
#include "indexer/writer.hpp"

#include <functional>
#include <optional>
#include <string>

namespace minutes {

/// What was given for a file, which analysis reads it, and which libraries make its terms; stored with the file, so that
/// a change of any means reading it again.
[[nodiscard]] std::string given_key(const Given& given);

/// What was given when `key` was made; empty for something else.
[[nodiscard]] Given given_of(const std::string& key);

/// The path under which these bytes (SHA-256) are indexed already, or "".
using OwnerOf = std::function<std::string(const std::string& sha256)>;

/// Reads and segments one file into the change it makes to the index. `before` is what was known of the path, or nullptr:
/// the same bytes under the same given only touch the record. Bytes that an earlier path (in sort order) holds make a
/// duplicate; those of a later path are indexed here, and the caller makes that other one the duplicate.
/// A file that cannot be read is a change too: skipped, with its reason. So is an archive; what is in it is not read.
[[nodiscard]] FileChange digest_file(const FoundFile& found, const Given& given, const FileRecord* before, const OwnerOf& owner_of);

/// The path of a file in an archive.
[[nodiscard]] std::string member_path(const FoundFile& archive, const ArchiveMember& member);

/// The same for a file in an archive, which has the times of the archive.
[[nodiscard]] FileChange digest_member(const FoundFile& archive, const ArchiveMember& member, const Given& given, const FileRecord* before, const OwnerOf& owner_of);

/// A file of the index as a walk would find it.
[[nodiscard]] FoundFile found_again(const FileRecord& file);

/// Reads an indexed file once more, as it reads alone; nullopt if it cannot be read or is another than was indexed.
[[nodiscard]] std::optional<FileChange> digest_again(const FileRecord& file);

}  // namespace minutes
