#pragma once

#include "analyzers/meeting.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace minutes {

/// Adds "outcomes" and "exchanges" to the object of an item (docs/segment-json.md).
void add_outcomes(nlohmann::ordered_json& json, const Document& doc, const Item& item);

/// The same for people, a line a row, indented below the item.
[[nodiscard]] std::string outcomes_text(const Document& doc, const Item& item);

}  // namespace minutes
