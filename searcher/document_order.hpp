#pragma once

#include "indexer/record.hpp"

namespace minutes {

/// Meetings by date (undated last), council and committee; within a meeting as in_document_order() has it.
[[nodiscard]] bool by_date_and_place(const Record& a, const Record& b);

}  // namespace minutes
