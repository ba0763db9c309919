#pragma once

#include "analyzers/json_writer.hpp"
#include "analyzers/meeting.hpp"

#include <string>

namespace minutes {

/// Writes "outcomes" and "exchanges" into the open object of an item (docs/segment-json.md).
void write_outcomes(JsonWriter& json, const Document& doc, const Item& item);

/// The same for people, a line a row, indented below the item.
[[nodiscard]] std::string outcomes_text(const Document& doc, const Item& item);

}  // namespace minutes
