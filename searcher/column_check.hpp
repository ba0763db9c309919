#pragma once

#include "analyzers/tokens.hpp"
#include "indexer/record.hpp"

#include <cstdint>
#include <string_view>

namespace minutes {

class PassageColumns;

/// The column file that says something else of document `docid` than its record does; "" if none. `body`: the tokens of the
/// record's text. Throws ColumnsDamaged where the columns lead nowhere. O(tokens).
[[nodiscard]] std::string_view differing_column(const PassageColumns& columns, std::uint32_t docid, const Record& record, const Tokens& body);

/// The same of what the columns say of all documents together: which were taken out, where the database has `records` of them, and
/// the posting lists, of which it is known that they are not those of the codes. O(tokens).
[[nodiscard]] std::string_view differing_lists(const PassageColumns& columns, std::uint64_t records);

}  // namespace minutes
