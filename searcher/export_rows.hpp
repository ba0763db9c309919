#pragma once

#include "searcher/quote.hpp"

#include <functional>
#include <istream>
#include <string>
#include <vector>

namespace minutes {

/// A row of an export as far as it can be checked against its source.
struct ExportRow {
    std::size_t number = 0;      ///< from 1
    std::string id, kind, path, sha256;
    std::vector<Quote> quotes;   ///< what the row says stands in the file
    std::string damage;          ///< why the row cannot be read; then nothing else counts
};

/// Hands every row of an export of ours to `each`: CSV and TSV (with and without guarded cells), JSON Lines, and the JSON
/// of search, mentions, decisions and show. Which of these it is shows in its first bytes. A row that is cut off or does
/// not hold what its columns promise has `damage`. Throws Refused, saying why, for what is no such export at all.
/// Rows are read one by one; a JSON document as a whole.
void read_export(std::istream& in, const std::function<void(const ExportRow&)>& each);

}  // namespace minutes
