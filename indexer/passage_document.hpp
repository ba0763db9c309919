#pragma once

#include "analyzers/tokens.hpp"
#include "indexer/record.hpp"

#include <xapian.h>

namespace minutes {

/// The database's document of a record: its data, terms and values. `body`: the tokens of the record's text.
/// Throws Xapian::InvalidArgumentError when the record is too long to store.
[[nodiscard]] Xapian::Document passage_document(const Record& record, const Tokens& body);

}  // namespace minutes
