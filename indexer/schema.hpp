#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace minutes {

/// How a field is used: `words` are searched as text, `facet` values are filtered and counted, `range` values are
/// compared, `key` values identify one thing.
enum class FieldUse { words, facet, range, key };

inline constexpr int kNoSlot = -1;

/// One row: what the writer stores, the query parser accepts, facets count and --help prints.
struct Field {
    std::string_view name;    ///< as typed: `council:leeds`, `--council leeds`
    std::string_view prefix;  ///< of its Xapian terms; own prefixes end in ':' so that prefix + value is injective
    int slot;                 ///< Xapian value slot, or kNoSlot
    FieldUse use;
    bool many;                ///< a passage may have several values; then facet counts may add up to more than the base
    std::string_view help;
};

/// DO NOT renumber slots or reuse prefixes: they are on disk. Any change raises kSchemaVersion.
inline constexpr Field kFields[] = {
    {"text",      "",       kNoSlot, FieldUse::words, false, "words of a passage, exact forms"},
    {"stem",      "Z",      kNoSlot, FieldUse::words, false, "words of a passage, English stems"},
    {"title",     "S",      kNoSlot, FieldUse::words, false, "words of the item's title, e.g. title:ofsted"},
    {"council",   "XCOU:",  kNoSlot, FieldUse::facet, false, "authority, e.g. council:eastmoor"},
    {"committee", "XCOM:",  kNoSlot, FieldUse::facet, false, "committee, panel or board, e.g. committee:scrutiny"},
    {"year",      "XY:",    kNoSlot, FieldUse::facet, false, "calendar year of the meeting, e.g. year:2021"},
    {"month",     "XMO:",   kNoSlot, FieldUse::facet, false, "month of the meeting, e.g. month:2024-03"},
    {"role",      "XR:",    kNoSlot, FieldUse::facet, true,  "canonical role of a speaker, e.g. role:dcs"},
    {"speaker",   "XS:",    kNoSlot, FieldUse::facet, true,  "name of a speaker, e.g. speaker:marlow"},
    {"kind",      "XK:",    kNoSlot, FieldUse::facet, false, "discussion, decision, action, attendance, procedural, agenda-note, title or furniture"},
    {"zone",      "XZ:",    kNoSlot, FieldUse::facet, false, "part of the document, e.g. zone:agenda; zone:* is all; unsaid: title, minutes, decision and action"},
    {"act",       "XA:",    kNoSlot, FieldUse::facet, true,  "what a speaker does: report, question, answer, concern, statement, decision or action"},
    {"date",      "",       0,       FieldUse::range, false, "day of the meeting, e.g. date:2023-04..2024-03"},
    {"id",        "Q:",     kNoSlot, FieldUse::key,   false, "stable id of a passage"},
    {"item",      "XI:",    kNoSlot, FieldUse::key,   false, "stable id of an item"},
    {"meeting",   "XM:",    kNoSlot, FieldUse::key,   false, "stable id of a meeting"},
    {"file",      "XF:",    kNoSlot, FieldUse::key,   false, "path of the source file"},
    {"is",        "XIS:",   kNoSlot, FieldUse::facet, true,  "incomplete (the source cuts the item short), unresolved, ambiguous, unanswered, interim, acting or deputy"},
    {"owner",     "XO:",    kNoSlot, FieldUse::facet, true,  "who is to carry out an action, e.g. owner:clerk"},
    {"mover",     "XMV:",   kNoSlot, FieldUse::facet, true,  "who moved a decision, e.g. mover:marlow"},
    {"type",      "XT:",    kNoSlot, FieldUse::key,   false, "passage or file"},
};

/// Words that are evidence in a ranking and that no query names: of speakers' names, posts and roles, and of the meeting
/// (evidence_words.hpp). Their stems stand under Z + prefix, as those of titles do.
inline constexpr std::string_view kSpeakerWordsPrefix = "N", kMeetingWordsPrefix = "C";

/// Terms of the passages that spell an acronym out, one for each long form: the letters in lower case, '=', the long form as printed
/// ("XAC:dcs=Director of Children's Services"). No field: `~DCS` reads them. They live and go with their passage.
inline constexpr std::string_view kAcronymPrefix = "XAC:";

/// Value slot of the documents that stand for files: what their records share out (word_shares.hpp).
inline constexpr unsigned kSharesSlot = 1;

/// An index of another version is refused with the command that rebuilds it.
inline constexpr int kSchemaVersion = 6;

/// Key of the schema version in the database's metadata.
inline constexpr char kSchemaVersionKey[] = "schema";

/// Raised whenever segmentation or attribution changes, so that unchanged files are read again.
inline constexpr int kAnalysisVersion = 3;

/// Xapian refuses terms over 245 bytes (each NUL counts twice) and then drops the whole batch;
/// make_term() ends a longer value in a hash.
inline constexpr std::size_t kMaxTermBytes = 245;

/// The row called `name`, or nullptr.
[[nodiscard]] const Field* field_named(std::string_view name);

/// prefix + value, never longer than kMaxTermBytes, injective up to a 128-bit hash. `value` must hold no NUL.
[[nodiscard]] std::string make_term(const Field& field, std::string_view value);
[[nodiscard]] std::string make_term(std::string_view prefix, std::string_view value);

/// The form in which facet values are stored in terms and compared: tokens of the value joined by one space.
[[nodiscard]] std::string fold_value(std::string_view value);

}  // namespace minutes
