#pragma once

#include <xapian.h>

#include <vector>

namespace minutes {

/// The documents that a Xapian query matches, ascending: what Enquire gives with no weights, without a match's bookkeeping for each
/// document. AND begins with its rarest part and looks the rest up in the other lists where that is less work.
/// O(postings of the terms), less where a part is rare.
[[nodiscard]] std::vector<Xapian::docid> documents_of(const Xapian::Database& database, const Xapian::Query& query);

/// At least as many as these are. O(terms).
[[nodiscard]] std::size_t most_documents_of(const Xapian::Database& database, const Xapian::Query& query);

}  // namespace minutes
