#pragma once

#include "analyzers/meeting.hpp"
#include "corpus/document.hpp"
#include "indexer/record.hpp"

#include <span>
#include <vector>

namespace minutes {

/// The turns of a passage as they are stored, without their links.
[[nodiscard]] std::vector<RecordSpeaker> speakers_of(const Document& doc, const Passage& passage);

/// Writes the item's outcomes and the links between its questions and answers into its records.
/// REQUIRES: records[i] is that of item.passages[i], with its id, text and parts. What names no passage or turn is left out.
void add_outcomes(const Item& item, std::span<Record> records);
void add_exchanges(const Item& item, std::span<Record> records);

}  // namespace minutes
