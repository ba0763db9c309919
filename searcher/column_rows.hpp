#pragma once

#include "searcher/candidates.hpp"
#include "searcher/column_match.hpp"
#include "searcher/listed_rows.hpp"
#include "searcher/passage_columns.hpp"
#include "searcher/request.hpp"

#include <cstdint>
#include <vector>

namespace minutes {

/// Whether the passages that may answer a request are found by posting lists and not by Xapian. Few are quicker by Xapian, for then
/// not all types need to be judged. Throws Refused for a wildcard that stands for too many words.
[[nodiscard]] bool goes_by_lists(const Xapian::Database& database, const PassageColumns& columns, const Request& request, const ColumnMatcher& matcher);

/// Hands every row that may answer a request's query, or may but for selections, to `each` with its docid, in order, and with a
/// function that tells whether it answers the query: matcher.match(). Rows of documents that were taken out are left out.
template <typename Each>
void each_row(const Xapian::Database& database, const PassageColumns& columns, const Request& request, ColumnMatcher& matcher, Each each) {
    if (goes_by_lists(database, columns, request, matcher)) {
        ListedRows(columns, matcher.answering_types()).visit([&](std::uint32_t docid, std::span<const ListedToken> tokens) {
            if (columns.is_live(docid)) each(docid, columns.row(docid), [&] { return matcher.match(columns.row(docid), tokens); });
        });
        for (std::uint32_t docid = columns.listed_rows() + 1; docid <= columns.rows().size(); ++docid)
            if (columns.is_record(docid) && columns.is_live(docid)) each(docid, columns.row(docid), [&] { return matcher.match(columns.row(docid)); });
        return;
    }
    constexpr std::size_t kAhead = 8;
    const std::vector<Xapian::docid> candidates = find_candidates(database, request).list;
    matcher.expect(candidates.size());
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (i + kAhead < candidates.size()) matcher.prefetch(columns.row(candidates[i + kAhead]));
        each(candidates[i], columns.row(candidates[i]), [&] { return matcher.match(columns.row(candidates[i])); });
    }
}

}  // namespace minutes
