#pragma once

#include "indexer/record.hpp"

namespace minutes {

/// Meetings by date (undated last), council and committee; within a file as the text stands.
[[nodiscard]] bool in_document_order(const Record& a, const Record& b);

}  // namespace minutes
