#pragma once

#include "indexer/record.hpp"
#include "searcher/query.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace minutes {

class Reader;

enum class Shown { nothing, passage, item, meeting };

/// What of an item or meeting is shown, and what is marked in it.
struct ShowOptions {
    Node query;                             ///< Everything: nothing is marked
    std::optional<std::uint64_t> around;    ///< of a passage: how many on each side, and those that its questions and answers
                                            ///< are linked to; unset: the whole item
};

/// What an id stands for: the passages of its item or meeting in document order; `focus` is the passage asked for.
struct Showing {
    Shown what = Shown::nothing;
    std::vector<Record> records;
    std::string focus;                      ///< id of the passage asked for; empty for items and meetings
    std::vector<std::string> other_sources; ///< paths of further files that hold the same meeting and item
    std::vector<std::vector<Span>> hits;    ///< of each record, what of its text answers the query; empty without one
    std::uint64_t occurrences = 0, passages = 0;  ///< of the query in all of the item or meeting, shown or not
    std::vector<std::uint64_t> left_out;    ///< before each record, how many passages of the item are not shown; and after the last
};

/// Looks up a passage, item or meeting id as any answer prints it. A passage is shown within its item. Throws Refused for
/// a query that marks nothing.
[[nodiscard]] Showing show(Reader& reader, const std::string& id, const ShowOptions& options = {});

}  // namespace minutes
