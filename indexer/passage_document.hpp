#pragma once

#include "analyzers/tokens.hpp"
#include "indexer/record.hpp"

#include <string>

namespace Xapian { class Document; }

namespace minutes {

/// What stands in the database for a record: its bytes, terms and values. `body`: the tokens of the record's text. Throws
/// Xapian::Error for a record that is too long to store.
[[nodiscard]] Xapian::Document passage_document(const Record& record, const Tokens& body);

/// All terms with their frequencies and all values of a document, in a form that can be compared.
[[nodiscard]] std::string terms_and_values(const Xapian::Document& document);

/// The same of passage_document().
[[nodiscard]] std::string terms_and_values(const Record& record, const Tokens& body);

}  // namespace minutes
