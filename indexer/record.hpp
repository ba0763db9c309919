#pragma once

#include "analyzers/meeting.hpp"
#include "corpus/span.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minutes {

/// A turn of speech in a passage of the same item: speakers[turn] of the record `passage`.
struct RecordTurn {
    std::string passage;                     ///< its id
    std::uint32_t turn = 0;
    bool operator==(const RecordTurn&) const = default;
};

/// A speaker as stored: printed names of the enums of analyzers/meeting.hpp, and what the attribution rests on.
struct RecordSpeaker {
    std::string role, act, attribution, person, surface;
    std::string title = {};                  ///< the post that led to the role, as printed
    RoleFlags flags = {};
    std::string resolution = {}, rule = {};
    Span evidence = {};                      ///< in the normalised file text; empty if the surface is all
    std::vector<std::string> candidates = {};///< all who fit, where the resolution is ambiguous
    std::vector<RecordTurn> answered_by = {}, answers = {};  ///< of a question; of an answer
    std::string link_rule = {};              ///< of a question: what linked it
    bool unanswered = false;                 ///< a question without answers
    bool operator==(const RecordSpeaker&) const = default;
};

/// What a decision or action came to, a row a limb, as stored with its passage. Strings as in Outcome.
struct RecordOutcome {
    std::string kind, limb;
    std::vector<Span> at;                    ///< the text of the row: spans of Record::text, sorted
    std::string mover, seconder;
    std::optional<std::uint32_t> in_favour, against, abstained;
    std::vector<std::string> voted_for, voted_against, abstainers;
    bool lost = false;
    std::string vote, owner, owner_person, due;  ///< `vote`: its words
    bool operator==(const RecordOutcome&) const = default;
};

/// The page that cuts an item short whose full text stands elsewhere.
struct CutAt {
    std::string path, sha256;                ///< empty path: the item is not cut short anywhere
    std::uint32_t line = 1, page = 0, order = 0;  ///< where the item begins in that file; page 0: it has none
    Span at = {};                            ///< from its first byte to the cut
    bool operator==(const CutAt&) const = default;
};

/// The kinds of records that are no passages: titles of items, and text that segmentation set aside (document lists, page furniture).
inline constexpr std::string_view kTitleKind = "title", kFurnitureKind = "furniture";

/// All that is kept of one passage, item title or stretch of furniture: what is shown, counted, filtered and located.
/// Strings are UTF-8; empty means that the document does not say.
struct Record {
    std::string id, item_id, meeting_id;     ///< from content and metadata only: they survive a re-index
    std::string council, committee;
    std::string date;                        ///< YYYY-MM-DD
    std::string item_number, item_title;
    std::string paragraph;                   ///< number of the paragraph
    std::string kind;                        ///< a PassageKind's name, "title" or "furniture"
    std::string zone;                        ///< a Zone's name
    std::vector<RecordSpeaker> speakers;     ///< in order of appearance
    std::vector<RecordOutcome> outcomes;     ///< of a decision or action, in order
    bool item_incomplete = false;            ///< the source cuts the item short
    bool incomplete = false;                 ///< ... within this passage
    std::uint32_t order = 0;                 ///< ordinal within the file, from 0: document order
    std::uint32_t line = 1;                  ///< of the first byte, from 1
    std::string text;                        ///< passage_text(): the parts joined by one space
    std::uint32_t words = 0;                 ///< of `text`, as tokenise() counts them
    std::vector<Span> parts;                 ///< where the text stands in the normalised file text (without the marker)
    std::uint32_t page = 0;                  ///< of the first byte, from 1; 0 where the file has no pages
    std::vector<std::uint32_t> page_breaks = {};  ///< bytes of that text at which further pages begin before the last part ends
    std::string path, sha256;                ///< of the source file
    CutAt cut_at = {};                       ///< of an item completed from its own page: where it stands cut short

    bool operator==(const Record&) const = default;
};

/// Compact binary form for Xapian's document data. decode_record() throws Error when the bytes are not a record.
[[nodiscard]] std::string encode_record(const Record& record);
[[nodiscard]] Record decode_record(std::string_view bytes);

/// Document order: an item completed from its own page stands where the meeting's page has it.
[[nodiscard]] bool in_document_order(const Record& a, const Record& b);

/// The file in whose order the record stands.
[[nodiscard]] const std::string& home_path(const Record& record);

/// Distinct roles, persons and acts of a record, in order of appearance.
[[nodiscard]] std::vector<std::string> roles_of(const Record& record);
[[nodiscard]] std::vector<std::string> persons_of(const Record& record);
[[nodiscard]] std::vector<std::string> acts_of(const Record& record);

/// A span of `record.text` as a span of the source's normalised text; from the first byte's place to the last byte's.
[[nodiscard]] Span to_source(const Record& record, Span in_text);

/// "page 3", or "line 12" where the file has no pages (`page` is 0): where a message points.
[[nodiscard]] std::string line_or_page(std::uint32_t line, std::uint32_t page);

/// The page, from 1, on which byte `at` of the source stands, one of the record's; 0 where the file has no pages.
[[nodiscard]] std::uint32_t page_of(const Record& record, std::uint32_t at);

/// The spans of `record.text` that show `in_source`, a span of the source; none where it lies outside the record's parts.
[[nodiscard]] std::vector<Span> to_text(const Record& record, Span in_source);

/// The owner of an action as printed, and the person of the meeting who is meant; each once, none empty.
[[nodiscard]] std::vector<std::string> owners_of(const RecordOutcome& outcome);

/// The text of an outcome's row: its spans joined by one space.
[[nodiscard]] std::string outcome_text(const Record& record, const RecordOutcome& outcome);

}  // namespace minutes
