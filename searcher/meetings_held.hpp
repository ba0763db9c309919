#pragma once

#include "indexer/file_record.hpp"

#include <map>
#include <string>
#include <vector>

namespace minutes {

/// A meeting, and the file that says most of who came.
struct MeetingHeld {
    MeetingSummary meeting;
    std::string path, sha256;       ///< of that file
};

/// Every meeting of the files, by its id. One that stands in several files is told by that with the longest attendance list, the first by path
/// of those: the page of a single item names nobody. `files` in path order, as file_records() gives them.
[[nodiscard]] std::map<std::string, MeetingHeld> meetings_held(std::vector<FileRecord> files);

}  // namespace minutes
