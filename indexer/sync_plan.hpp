#pragma once

#include "corpus/walk.hpp"
#include "indexer/file_record.hpp"

#include <map>
#include <string>
#include <vector>

namespace minutes {

/// What an update will do with the files, decided before anything is read.
struct SyncPlan {
    std::vector<FoundFile> to_read;        ///< new, or perhaps changed: size, time or what was given differs; of an archive, it decides what becomes of the files in it
    std::vector<std::string> to_remove;    ///< paths that are in the index and no longer there
    std::vector<FileRecord> unchanged;
    std::vector<FileRecord> elsewhere;     ///< files of the index outside the paths asked for
};

/// What is already known of files, by path.
using KnownFiles = std::map<std::string, FileRecord>;

/// For each found path: what is given for it and by which analysis it would be read. Another value than when it was
/// read means reading it again.
using GivenKeys = std::map<std::string, std::string>;

/// Decides from what was found and what is known. Pure.
[[nodiscard]] SyncPlan plan_sync(const Walk& walk, const std::vector<std::string>& roots, const KnownFiles& known, const GivenKeys& given);

/// Whether `path` is `root` or lies under it.
[[nodiscard]] bool is_under(const std::string& path, const std::string& root);

/// Why the update must be refused because files with text in the index cannot be seen any more, or "" if nothing is
/// wrong: a folder that could not be entered, a root that is empty now, a folder on another device than before.
/// `allow_empty` takes the last two for the truth. Looks at the folders above lost files, nothing else of the disk.
[[nodiscard]] std::string why_refuse(const Walk& walk, const std::vector<std::string>& roots, const SyncPlan& plan, const KnownFiles& known, bool allow_empty);

}  // namespace minutes
