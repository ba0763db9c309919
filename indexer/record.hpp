#pragma once

#include "corpus/span.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace minutes {

/// A speaker as stored: printed names of the enums of analyzers/meeting.hpp.
struct RecordSpeaker {
    std::string role, act, attribution, person, surface;
    bool operator==(const RecordSpeaker&) const = default;
};

/// All that is kept of one passage (or one item title, kind "title"): what is shown, counted, filtered and located.
/// Strings are UTF-8; empty means that the document does not say.
struct Record {
    std::string id, item_id, meeting_id;     ///< from content and metadata only: they survive a re-index
    std::string council, committee;
    std::string date;                        ///< YYYY-MM-DD
    std::string item_number, item_title;
    std::string paragraph;                   ///< number of the paragraph
    std::string kind;                        ///< a PassageKind's name, or "title"
    std::vector<RecordSpeaker> speakers;     ///< in order of appearance
    bool item_incomplete = false;            ///< the source cuts the item short
    bool incomplete = false;                 ///< ... within this passage
    std::uint32_t order = 0;                 ///< ordinal within the file, from 0: document order
    std::uint32_t line = 1;                  ///< of the first byte, from 1
    std::string text;                        ///< passage_text(): the parts joined by one space
    std::vector<Span> parts;                 ///< where the text stands in the normalised file text (without the marker)
    std::string path, sha256;                ///< of the source file

    bool operator==(const Record&) const = default;
};

/// Compact binary form for Xapian's document data. decode_record() throws Error when the bytes are not a record.
[[nodiscard]] std::string encode_record(const Record& record);
[[nodiscard]] Record decode_record(std::string_view bytes);

/// Distinct roles and persons of a record, in order of appearance.
[[nodiscard]] std::vector<std::string> roles_of(const Record& record);
[[nodiscard]] std::vector<std::string> persons_of(const Record& record);

/// A span of `record.text` as a span of the source's normalised text; from the first byte's place to the last byte's.
[[nodiscard]] Span to_source(const Record& record, Span in_text);

}  // namespace minutes
