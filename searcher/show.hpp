#pragma once

#include "indexer/record.hpp"

#include <string>
#include <vector>

namespace minutes {

class Reader;

enum class Shown { nothing, passage, item, meeting };

/// What an id stands for: the passages of its item or meeting in document order; `focus` is the passage asked for.
struct Showing {
    Shown what = Shown::nothing;
    std::vector<Record> records;
    std::string focus;                      ///< id of the passage asked for; empty for items and meetings
    std::vector<std::string> other_sources; ///< paths of further files that hold the same meeting and item
};

/// Looks up a passage, item or meeting id as any answer prints it. A passage is shown within its item.
[[nodiscard]] Showing show(Reader& reader, const std::string& id);

}  // namespace minutes
