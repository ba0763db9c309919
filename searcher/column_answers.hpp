#pragma once

#include "searcher/answer.hpp"
#include "searcher/column_match.hpp"
#include "searcher/denominator.hpp"
#include "searcher/request.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace minutes {

/// each_answering() of candidates.hpp on columns: hands the row of every passage that answers a prepared request to `each`, with the
/// matcher that says with which hits, and counts them. REQUIRES: searches_columns(request). Throws ColumnsDamaged.
[[nodiscard]] Counts each_answering_row(const Xapian::Database& database, const PassageColumns& columns, const Request& request,
                                        const std::function<void(const ColumnRow&, const ColumnMatcher&)>& each);

/// Whether the columns hold the values of a field.
[[nodiscard]] bool is_facet_of_columns(const Field& field);

/// A value of a field as the columns know it: the ordinal of a text, or the number of a year, month or zone.
using CellKey = std::vector<std::uint32_t>;

[[nodiscard]] std::vector<ColumnField> column_fields(const std::vector<const Field*>& fields);

/// The combinations of a row's values in `fields`, each once, as cells_of() has them of its record. Replaces what is in `cells`.
void cells_of(const PassageColumns& columns, const ColumnRow& row, const std::vector<ColumnField>& fields, std::vector<CellKey>& cells);
[[nodiscard]] CellValues values_of(const PassageColumns& columns, const CellKey& key, const std::vector<ColumnField>& fields);

}  // namespace minutes
