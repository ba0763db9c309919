#pragma once

#include "analyzers/segment.hpp"
#include "indexer/file_record.hpp"
#include "indexer/record.hpp"

#include <vector>

namespace minutes {

/// The records of one segmented document in document order: one per passage, and one of kind "title" per item title.
/// Ids are hashes of council, committee, date, item, paragraph and text; a repeat within the document gets an ordinal.
[[nodiscard]] std::vector<Record> make_records(const Document& doc, const Segmented& segmented);

/// The summaries of the document's meetings, with the same ids as make_records() gives.
[[nodiscard]] std::vector<MeetingSummary> summarise_meetings(const Document& doc, const Segmented& segmented);

}  // namespace minutes
