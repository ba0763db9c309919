#pragma once

#include "analyzers/segment.hpp"
#include "corpus/walk.hpp"

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace minutes {

struct SyncOptions {
    std::vector<std::string> paths;      ///< files and folders that the index shall mirror
    std::vector<std::string> forget;     ///< paths whose files are taken out of the index although they may still exist
    std::string index;                   ///< directory of the index
    Given given;                         ///< --council, --committee: where the text is silent
    bool fresh = false;                  ///< build a new generation from `paths` alone
    bool dry_run = false;                ///< say what would happen, change nothing
    bool allow_empty = false;            ///< believe that a folder which held indexed files is now really empty
};

/// What an update did. Counts are of files unless named otherwise.
struct SyncSummary {
    std::uint64_t added = 0, changed = 0, removed = 0, unchanged = 0, duplicates = 0;
    std::uint64_t passages = 0, items = 0, meetings = 0;      ///< in the index afterwards
    std::uint64_t files = 0;                                   ///< indexed files in the index afterwards
    std::uint64_t elsewhere = 0;                               ///< indexed files outside `paths`, left alone
    std::uint64_t bytes_read = 0;
    std::vector<std::pair<std::string, std::string>> skipped;  ///< path, reason; sorted by path
    std::vector<std::pair<std::string, std::string>> problems; ///< path, "line 12: ..."
    bool interrupted = false;                                  ///< committed what was done, then stopped
};

/// Called after each file with (files done, files to do, path).
using SyncProgress = std::function<void(std::uint64_t, std::uint64_t, const std::string&)>;

/// Makes the index mirror the paths: new files added, changed ones replaced, vanished ones removed, unchanged ones not
/// even opened (size, mtime and ctime; a change of these alone is judged by the hash). Of files with the same bytes the
/// first in path order is indexed. The files in an archive are files of their own (corpus/archive.hpp). Files and passages commit in one Xapian transaction; killed at any
/// instant the index is that of some commit. One bad file is skipped with its reason; the rest goes on.
/// When `stop` becomes true the current file is finished, what is done is committed, and `interrupted` is set; a --fresh
/// build that would replace an index is discarded instead. Throws Error, with the index unchanged, when a root or a folder
/// that held indexed files cannot be read, a root has become empty, or a folder lies on another device (a mount that
/// went away); Locked when another process is writing. A dry run takes no lock and writes nothing.
[[nodiscard]] SyncSummary sync_index(const SyncOptions& options, const SyncProgress& progress, const std::atomic<bool>& stop);

}  // namespace minutes
