#pragma once

#include "corpus/problem.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace minutes {

// What search needs of every passage, in files that are mapped, so that no record is decoded and no text tokenised for passages
// that are not shown. All of it can be computed from the records; the database's documents stay what counts.
//
// A text, an item, a row of voices and a type of token are known by their ordinal. Numbers lie as the machine has them
// (the header of each file says so). Bytes at the end of a shape are zero.

/// The files of a generation, each an array of its shape.
enum class Column { rows, items, voices, voice_starts, texts, text_bytes, types, type_bytes, codes, gone, runs, lists, postings };
inline constexpr std::size_t kColumns = static_cast<std::size_t>(Column::postings) + 1;
inline constexpr std::array<std::string_view, kColumns> kColumnNames = {"column.rows", "column.items", "column.voices", "column.voice-starts", "column.texts", "column.text-bytes", "column.types", "column.type-bytes", "column.codes",
                                                                        "column.gone", "column.runs", "column.lists", "column.postings"};

/// One record; that of document d of the database is number d - 1. Documents that are no records have an absent row. Those of
/// documents that were taken out stay: Column::gone has the numbers of these documents, each 4 bytes.
struct ColumnRow {
    std::uint64_t codes_at = 0;     ///< in Column::codes: its tokens
    std::uint32_t codes = 0;        ///< how many codes; a token takes one or two
    std::uint32_t words = 0;
    std::uint32_t item = 0;
    std::uint32_t voices = 0;       ///< ordinal in Column::voice_starts
    std::uint32_t kind = 0;         ///< text
    std::uint8_t zone = 0;          ///< a Zone
    std::uint8_t flags = 0;
    std::uint16_t unused = 0;
};
inline constexpr std::uint8_t kRowPresent = 1, kRowIncomplete = 2, kRowTitle = 4;
inline constexpr std::uint8_t kNoZone = 0xFF;

/// What the records of an item share. The same item may stand in several rows.
struct ColumnItem {
    std::uint32_t id = 0, meeting = 0, council = 0, committee = 0, path = 0, title = 0, meeting_words = 0;  ///< texts
    std::uint32_t date = 0;         ///< 20240131; 0: the document does not say
};

/// A day, YYYY-MM-DD, as ColumnItem::date has it; 0 for "".
constexpr std::uint32_t date_number(std::string_view iso) {
    std::uint32_t number = 0;
    for (const char c : iso)
        if (c >= '0' && c <= '9') number = number * 10 + static_cast<std::uint32_t>(c - '0');
    return number;
}

/// Fields of which a record may have several values. Voices are, for each of these in order, how many there are and their texts;
/// then the text of speaker_words().
inline constexpr std::array<std::string_view, 6> kVoiceFields = {"role", "speaker", "act", "is", "owner", "mover"};

/// A distinct string. Text 0 is "".
struct ColumnText {
    std::uint64_t at = 0, codes_at = 0;      ///< in Column::text_bytes; in Column::codes
    std::uint32_t bytes = 0, codes = 0;      ///< `codes`: kNoCodes where nobody asks for its tokens
};
inline constexpr std::uint32_t kNoCodes = 0xFFFFFFFF;

/// All that a query can ask of a token: its folded form, whether it is a whole and how wide, and whether it is printed with two
/// capitals at least, as acronyms are.
struct ColumnType {
    std::uint32_t at = 0, bytes = 0;        ///< of the form in Column::type_bytes
    std::array<unsigned char, 4> head{};    ///< its first bytes: what tells most types from the words of a query
    std::uint16_t width = 1;
    std::uint8_t flags = 0, unused = 0;
};
inline constexpr std::uint8_t kTypeWhole = 1, kTypeCapitals = 2, kTypeAliased = 4;  ///< aliased: alias_of() may have another form for it

[[nodiscard]] inline bool may_be_aliased(std::string_view form) { return form.find_first_of("',") != std::string_view::npos; }

[[nodiscard]] inline std::array<unsigned char, 4> head_of(std::string_view form) {
    std::array<unsigned char, 4> head{};
    for (std::size_t i = 0; i < std::min(form.size(), head.size()); ++i) head[i] = static_cast<unsigned char>(form[i]);
    return head;
}

/// A code below kFirstLong is a type; the others, with the code that follows, are types of higher numbers: types are numbered as
/// they are met, so what is frequent takes two bytes.
using TokenCode = std::uint16_t;
inline constexpr std::uint32_t kFirstLong = 0xFF00;
inline constexpr std::uint32_t kMaxTypes = 0xFF0000;

/// The type of the token at `at`, which is moved behind it. REQUIRES: at != end.
inline std::uint32_t next_type(const TokenCode*& at, const TokenCode* end) {
    const std::uint32_t code = *at++;
    return code >= kFirstLong && at != end ? (code - kFirstLong) << 16 | *at++ : code;
}

/// Hands the types of `codes` to `each`, in order.
template <typename Each>
void each_type(std::span<const TokenCode> codes, Each each) {
    for (const TokenCode *at = codes.data(), *const end = at + codes.size(); at != end;) each(next_type(at, end));
}

/// Rows that follow each other and the posting lists of their types: in Column::lists an entry for each type, ascending, and in
/// Column::postings what column_lists.hpp writes. The rows of all runs are the first ones of Column::rows, without a gap; the last rows
/// may be in none yet. Runs are written once and never merged: is_run_due() bounds how many there are.
struct ColumnRun {
    std::uint64_t lists_at = 0, postings_at = 0;    ///< the latter in bytes
    std::uint32_t first = 0, rows = 0, lists = 0, bytes = 0;

    bool operator==(const ColumnRun&) const = default;
};
struct ColumnList {
    std::uint32_t type = 0;
    std::uint32_t end = 0;          ///< among the bytes of the run; the list begins where the one before ends

    bool operator==(const ColumnList&) const = default;
};

static_assert(sizeof(ColumnRow) == 32 && sizeof(ColumnItem) == 32 && sizeof(ColumnText) == 24 && sizeof(ColumnType) == 16 && sizeof(ColumnRun) == 32 && sizeof(ColumnList) == 8);

/// Bytes of each column that are part of the index, as kept in the database's metadata and so committed with the documents.
using ColumnLengths = std::array<std::uint64_t, kColumns>;
inline constexpr char kColumnsKey[] = "columns";

inline std::string encode_lengths(const ColumnLengths& lengths) {
    std::string text;
    for (const std::uint64_t length : lengths) text += (text.empty() ? "" : " ") + std::to_string(length);
    return text;
}

/// All zero for "". Throws Error for what encode_lengths() does not write.
inline ColumnLengths decode_lengths(std::string_view text) {
    ColumnLengths lengths{};
    if (text.empty()) return lengths;
    const char *at = text.data(), *const end = at + text.size();
    for (std::uint64_t& length : lengths) {
        const auto [next, failed] = std::from_chars(at, end, length);
        if (failed != std::errc{}) throw Error("the lengths of the index's columns are damaged");
        at = next < end ? next + 1 : next;
    }
    return lengths;
}

}  // namespace minutes
