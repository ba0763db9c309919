#pragma once

#include "indexer/record.hpp"
#include "indexer/schema.hpp"

#include <string>
#include <vector>

namespace minutes {

/// The values that a record has in a facet or key field, as printed, each once ("" is never among them): those under which the
/// writer stores it are those that filters compare and facets count.
[[nodiscard]] std::vector<std::string> facet_values(const Record& record, const Field& field);

}  // namespace minutes
