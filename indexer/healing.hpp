#pragma once

#include "indexer/sync_plan.hpp"
#include "indexer/writer.hpp"

#include <map>
#include <string>
#include <vector>

namespace minutes {

// A meeting page may cut an item short ("... view the full minutes text for item 7"); the full text then stands on that
// item's own page. Where both are in the index and the short text begins the full one, the item counts once, in full.
// Which files belong together follows from all indexed files alone, so the order in which they came does not matter.

/// One item that a file cuts short, and the page that holds it in full.
struct HealingMatch {
    std::string cut_path, page_path;
    std::string item_id;               ///< of the cut item, as its own file alone gives it

    bool operator==(const HealingMatch&) const = default;
};

/// A file that is to be put together again, because what belongs to it is not what it was last put together with.
struct HealingTask {
    std::string path;
    std::vector<HealingMatch> matches; ///< those that this file has a part in; none: it stands alone again
    std::vector<std::string> problems; ///< why an item stays short although pages of it are there
    std::string healing;               ///< what to remember: FileRecord::healing
};

/// The files whose parts changed, by path. Items match by council, committee and date, all of them known, and by the
/// number where both print one, else by the title. Of several pages of an item, and of several copies of the meeting's page,
/// the first by path is taken; an item that two meetings of one day could claim stays short, and the problem says so. O(files + incomplete items).
[[nodiscard]] std::vector<HealingTask> healing_tasks(const KnownFiles& files);

/// Notes in the file's record which of its items are cut short and whether it is the page of one item.
void note_incomplete_items(FileRecord& file, const std::vector<Record>& records);

/// The change to `own` that the matches call for. `own` and `alone` are files as they read alone, by digest_file().
/// REQUIRES: every partner is in `alone`. Text that does not begin the full text
/// is a conflict: both stay as they are, and the file's problems say so. O(bytes of the items).
[[nodiscard]] FileChange healed(FileChange own, const HealingTask& task, const std::map<std::string, FileChange>& alone);

}  // namespace minutes
