#pragma once

#include "searcher/answer.hpp"
#include "searcher/request.hpp"

#include <xapian.h>

#include <string>
#include <vector>

namespace minutes {

/// What a reader of the answer must know to trust it: filter values that nothing in the index has, undated meetings
/// that a date filter leaves out.
[[nodiscard]] std::vector<std::string> find_notes(const Xapian::Database& database, const Request& request, const Base& base);

/// The query tree, the selections with the values they stand for, and the Xapian query, a line each.
[[nodiscard]] std::string explain(const Xapian::Database& database, const Request& request, const std::string& xapian_query);

}  // namespace minutes
