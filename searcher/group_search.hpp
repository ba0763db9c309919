#pragma once

#include "searcher/found.hpp"
#include "searcher/passage_groups.hpp"

namespace minutes {

/// Whether a request is of filters alone that groups of passages can answer: of meetings, files, days, zones, kinds and roles.
[[nodiscard]] bool searches_groups(const Request& request);

/// search_columns() of such a request, to the last bit, by groups. REQUIRES: searches_groups(request). O(places and their groups) +
/// the passages of the days on the page, and with facets of voices beyond roles O(passages that answer). Throws ColumnsDamaged.
[[nodiscard]] Found search_groups(const Xapian::Database& database, const PassageColumns& columns, const PassageGroups& groups, const Request& request);

}  // namespace minutes
