#pragma once

#include "analyzers/tokens.hpp"
#include "indexer/record.hpp"

#include <string>

namespace Xapian { class Document; }

namespace minutes {

/// All terms with their frequencies and all values of a document, in a form that can be compared.
[[nodiscard]] std::string terms_and_values(const Xapian::Document& document);

/// The same of the document that the writer makes of a record. `body`: the tokens of the record's text.
[[nodiscard]] std::string terms_and_values(const Record& record, const Tokens& body);

}  // namespace minutes
