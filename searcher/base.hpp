#pragma once

#include "indexer/file_record.hpp"
#include "searcher/answer.hpp"

#include <xapian.h>

#include <vector>

namespace minutes {

/// The files that the index knows, in path order.
[[nodiscard]] std::vector<FileRecord> file_records(const Xapian::Database& database);

/// What stands in the index as a whole. O(1): the sums are kept by the writer.
[[nodiscard]] Base index_base(const Xapian::Database& database);

}  // namespace minutes
