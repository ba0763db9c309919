#pragma once

#include "searcher/answer.hpp"
#include "searcher/request.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace Xapian { class Database; }

namespace minutes {

/// Insertions, deletions, replacements and swaps of neighbours that lead from one text to the other, as far as they are not more
/// than `most`; else `most` + 1. In bytes. O(size * most).
[[nodiscard]] std::size_t edits_between(std::string_view from, std::string_view to, std::size_t most);

/// The name nearest to `typed`, at most two edits away (one for short ones), or "".
[[nodiscard]] std::string nearest_name(std::string_view typed, const std::vector<std::string>& names);

/// For each word of the query that is nowhere in the index, at most three words of the index that are nearest to it: the least edits
/// first, then the most passages. Never applied. One pass over the words of the index; for answers of nothing only.
[[nodiscard]] std::vector<Suggestion> suggest_words(const Xapian::Database& database, const Request& request);

}  // namespace minutes
