#include "searcher/column_check.hpp"

#include "indexer/column_lists.hpp"
#include "indexer/evidence_words.hpp"
#include "indexer/facet_values.hpp"
#include "indexer/schema.hpp"
#include "searcher/passage_columns.hpp"

#include <algorithm>

namespace minutes {
namespace {

std::string_view name_of(Column column) { return kColumnNames[static_cast<std::size_t>(column)]; }

/// Whether the codes are those of the tokens of `text`.
bool same_tokens(const PassageColumns& columns, std::span<const TokenCode> codes, const Tokens& tokens, std::string_view text) {
    std::size_t next = 0;
    bool same = true;
    each_type(codes, [&](std::uint32_t number) {
        if (!same || next >= tokens.list.size()) return void(same = false);
        const Token& token = tokens.list[next++];
        const TokenType type = columns.type(number);
        same = type.form == tokens.form(token) && type.whole == token.whole && type.width == static_cast<std::uint16_t>(token.width) &&
               type.capitals == has_two_capitals(slice(text, token.at)) && columns.shape_of_type(number).head == head_of(type.form) &&
               ((columns.shape_of_type(number).flags & kTypeAliased) != 0) == may_be_aliased(type.form);
    });
    return same && next == tokens.list.size();
}

bool same_text(const PassageColumns& columns, std::uint32_t number, std::string_view text) { return columns.text(number) == text; }

/// A text with tokens.
bool same_words(const PassageColumns& columns, std::uint32_t number, std::string_view text) {
    return same_text(columns, number, text) && same_tokens(columns, columns.codes_of_text(number), tokenise(text), text);
}

bool same_row(const PassageColumns& columns, const ColumnRow& row, const Record& record, const Tokens& body) {
    const std::optional<Zone> zone = zone_named(record.zone);
    const unsigned flags = kRowPresent | (record.item_incomplete || record.incomplete ? kRowIncomplete : 0u) | (record.kind == kTitleKind ? kRowTitle : 0u);
    return row.words == body.words && row.zone == (zone ? static_cast<std::uint8_t>(*zone) : kNoZone) && row.flags == flags && same_text(columns, row.kind, record.kind);
}

bool same_item(const PassageColumns& columns, const ColumnItem& item, const Record& record) {
    return same_text(columns, item.id, record.item_id) && same_text(columns, item.meeting, record.meeting_id) && same_text(columns, item.council, record.council) &&
           same_text(columns, item.committee, record.committee) && same_text(columns, item.path, record.path) && item.date == date_number(record.date) &&
           same_words(columns, item.title, record.item_title) && same_words(columns, item.meeting_words, meeting_words(record));
}

bool same_voices(const PassageColumns& columns, const Voices& voices, const Record& record) {
    for (std::size_t i = 0; i < kVoiceFields.size(); ++i) {
        const std::vector<std::string> values = facet_values(record, *field_named(kVoiceFields[i]));
        if (!std::equal(values.begin(), values.end(), voices.of[i].begin(), voices.of[i].end(), [&](const std::string& value, std::uint32_t number) { return same_text(columns, number, value); }))
            return false;
    }
    return same_words(columns, voices.words, speaker_words(record));
}

bool same_run(const PassageColumns& columns, const ColumnRun& run) {
    const std::span<const ColumnRow> rows = columns.rows().first(std::size_t{run.first} + run.rows);  // those behind came later
    const PostingRun made = make_run(rows, columns.codes(), columns.types(), run.first);
    const std::span<const ColumnList> lists = columns.lists(run);
    return made.shape.rows == run.rows && std::equal(lists.begin(), lists.end(), made.lists.begin(), made.lists.end()) && columns.postings(run) == made.postings;
}

}  // namespace

std::string_view differing_column(const PassageColumns& columns, std::uint32_t docid, const Record& record, const Tokens& body) {
    const ColumnRow& row = columns.row(docid);
    if (!columns.is_live(docid)) return name_of(Column::gone);
    if (!same_row(columns, row, record, body)) return name_of(Column::rows);
    if (!same_item(columns, columns.item(row.item), record)) return name_of(Column::items);
    if (!same_voices(columns, columns.voices(row.voices), record)) return name_of(Column::voices);
    return same_tokens(columns, columns.codes_of(row), body, record.text) ? std::string_view() : name_of(Column::codes);
}

std::string_view differing_lists(const PassageColumns& columns, std::uint64_t records) {
    const auto present = std::count_if(columns.rows().begin(), columns.rows().end(), [](const ColumnRow& row) { return (row.flags & kRowPresent) != 0; });
    if (static_cast<std::uint64_t>(present) != records + columns.gone().size()) return name_of(Column::gone);
    const std::span<const ColumnRun> runs = columns.runs();
    const bool same = std::all_of(runs.begin(), runs.end(), [&](const ColumnRun& run) { return same_run(columns, run); });
    return same ? std::string_view() : name_of(Column::postings);
}

}  // namespace minutes
