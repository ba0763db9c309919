#pragma once

#include "analyzers/segment.hpp"
#include "indexer/file_record.hpp"
#include "indexer/record.hpp"

#include <vector>

namespace minutes {

/// The records of one segmented document in document order: one per passage, one of kind "title" per item title, and one of kind
/// "furniture" per stretch of discarded text with words in it.
/// Ids are hashes of council, committee, date, item, paragraph and text; a repeat within the document gets an ordinal.
[[nodiscard]] std::vector<Record> make_records(const Document& doc, const Segmented& segmented);

/// The ids of the passages among them, without making them.
[[nodiscard]] std::vector<std::string> passage_ids(const Document& doc, const Segmented& segmented);

/// Whether a record stands for a passage, and not for a title or furniture.
[[nodiscard]] bool is_passage(const Record& record);

/// The summaries of the document's meetings, with the same ids as make_records() gives. `records`: those of make_records().
[[nodiscard]] std::vector<MeetingSummary> summarise_meetings(const Document& doc, const Segmented& segmented, const std::vector<Record>& records);

}  // namespace minutes
