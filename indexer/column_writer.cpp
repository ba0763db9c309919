#include "indexer/column_writer.hpp"

#include "indexer/column_lists.hpp"
#include "indexer/evidence_words.hpp"
#include "indexer/facet_values.hpp"
#include "indexer/schema.hpp"

#include <algorithm>
#include <cstring>

namespace minutes {
namespace {

std::uint32_t u32(std::size_t n) { return static_cast<std::uint32_t>(n); }

/// Ends the key of a text that has tokens: a title may be somebody's name too.
constexpr char kTokenised = '\0';

/// A type's key among the types: its form and, behind it, what else it is.
std::string type_key(std::string_view form, std::uint8_t flags, std::uint16_t width) {
    std::string key(form);
    key += static_cast<char>(flags);
    key += static_cast<char>(width & 0xFF);
    key += static_cast<char>(width >> 8);
    return key;
}

std::string_view piece(std::string_view bytes, std::uint64_t at, std::uint64_t size) {
    if (at > bytes.size() || size > bytes.size() - at) throw Error("the index's columns are damaged");
    return bytes.substr(at, size);
}

}  // namespace

ColumnWriter::ColumnWriter(const std::string& path, std::string_view identity, const ColumnLengths& committed) : path_(path), identity_(identity) {
    const auto opening = committed == ColumnLengths{} ? ColumnFile::Opening::anew : ColumnFile::Opening::further;
    for (std::size_t i = 0; i < kColumns; ++i) files_.emplace_back(path + "/" + std::string(kColumnNames[i]), identity, committed[i], opening);
    load(committed);
    if (texts_.empty()) (void)text("");
}

/// What is written of a column.
ColumnMap ColumnWriter::map(Column column) { return ColumnMap(path_ + "/" + std::string(kColumnNames[static_cast<std::size_t>(column)]), identity_, file(column).size()); }

void ColumnWriter::load(const ColumnLengths& committed) {
    if (committed[static_cast<std::size_t>(Column::texts)] == 0) return;
    const ColumnMap texts = map(Column::texts), text_bytes = map(Column::text_bytes), types = map(Column::types), type_bytes = map(Column::type_bytes);
    for (const ColumnText& text : shapes_of<ColumnText>(texts)) {
        std::string key(piece(text_bytes.bytes(), text.at, text.bytes));
        if (text.codes != kNoCodes) key += kTokenised;
        texts_.emplace(std::move(key), u32(texts_.size()));
    }
    for (const ColumnType& type : shapes_of<ColumnType>(types)) {
        std::string key = type_key(piece(type_bytes.bytes(), type.at, type.bytes), type.flags, type.width);
        types_.emplace(std::move(key), u32(types_.size()));
    }
    items_ = u32(committed[static_cast<std::size_t>(Column::items)] / sizeof(ColumnItem));
    voice_rows_ = u32(committed[static_cast<std::size_t>(Column::voice_starts)] / sizeof(std::uint64_t));
    const ColumnMap runs = map(Column::runs);
    for (const ColumnRun& run : shapes_of<ColumnRun>(runs)) listed_ += run.rows;
    if (listed_ > file(Column::rows).size() / sizeof(ColumnRow)) throw Error("the index's columns are damaged");
}

std::uint32_t ColumnWriter::type(std::string_view form, bool whole, std::uint32_t width, bool capitals) {
    const auto flags = static_cast<std::uint8_t>((whole ? kTypeWhole : 0) | (capitals ? kTypeCapitals : 0) | (may_be_aliased(form) ? kTypeAliased : 0));
    const auto narrow = static_cast<std::uint16_t>(width);
    const auto [found, fresh] = types_.emplace(type_key(form, flags, narrow), u32(types_.size()));
    if (!fresh) return found->second;
    if (found->second >= kMaxTypes) throw Error("the index holds more than " + std::to_string(kMaxTypes) + " different words; split the folder into several indexes with --index");
    const std::uint64_t at = file(Column::type_bytes).size();
    if (at > 0xFFFFFFFFu) throw Error("the different words of the index take more than 4 GB; split the folder into several indexes with --index");
    file(Column::types).append_value(ColumnType{u32(at), u32(form.size()), head_of(form), narrow, flags, 0});
    file(Column::type_bytes).append(form);
    return found->second;
}

/// Appends the tokens of `text` and says how many codes they take.
std::uint32_t ColumnWriter::put_codes(const Tokens& tokens, std::string_view text) {
    std::uint32_t count = 0;
    const auto put = [&](std::uint32_t code) {
        file(Column::codes).append_value(static_cast<TokenCode>(code));
        ++count;
    };
    for (const Token& token : tokens.list) {
        const std::uint32_t number = type(tokens.form(token), token.whole, token.width, has_two_capitals(slice(text, token.at)));
        if (number >= kFirstLong) put(kFirstLong + (number >> 16));
        put(number & 0xFFFF);
    }
    return count;
}

std::uint32_t ColumnWriter::text(std::string_view text, bool tokenised) {
    std::string key(text);
    if (tokenised) key += kTokenised;
    const auto [found, fresh] = texts_.emplace(std::move(key), u32(texts_.size()));
    if (!fresh) return found->second;
    ColumnText shape{file(Column::text_bytes).size(), file(Column::codes).size() / sizeof(TokenCode), u32(text.size()), kNoCodes};
    if (tokenised) shape.codes = put_codes(tokenise(text), text);
    file(Column::text_bytes).append(text);
    file(Column::texts).append_value(shape);
    return found->second;
}

std::uint32_t ColumnWriter::item(const Record& record) {
    const ColumnItem shape{text(record.item_id), text(record.meeting_id), text(record.council), text(record.committee),
                           text(record.path), text(record.item_title, true), text(meeting_words(record), true), date_number(record.date)};
    if (items_ > 0 && std::memcmp(&shape, &last_item_, sizeof shape) == 0) return items_ - 1;
    last_item_ = shape;
    file(Column::items).append_value(shape);
    return items_++;
}

std::uint32_t ColumnWriter::voices(const Record& record) {
    std::vector<std::uint32_t> row;
    for (const std::string_view field : kVoiceFields) {
        const std::vector<std::string> values = facet_values(record, *field_named(field));
        row.push_back(u32(values.size()));
        for (const std::string& value : values) row.push_back(text(value));
    }
    row.push_back(text(speaker_words(record), true));
    const std::string_view bytes(reinterpret_cast<const char*>(row.data()), row.size() * sizeof row.front());
    const auto [found, fresh] = voices_.emplace(bytes, voice_rows_);
    if (!fresh) return found->second;
    file(Column::voice_starts).append_value(std::uint64_t{file(Column::voices).size() / sizeof row.front()});
    file(Column::voices).append(bytes);
    return voice_rows_++;
}

void ColumnWriter::add(std::uint32_t docid, const Record& record, const Tokens& body) {
    ColumnRow row;
    row.item = item(record);
    row.voices = voices(record);
    row.kind = text(record.kind);
    row.codes_at = file(Column::codes).size() / sizeof(TokenCode);
    row.codes = put_codes(body, record.text);
    row.words = body.words;
    const std::optional<Zone> zone = zone_named(record.zone);
    row.zone = zone ? static_cast<std::uint8_t>(*zone) : kNoZone;
    row.flags = static_cast<std::uint8_t>(kRowPresent | (record.item_incomplete || record.incomplete ? kRowIncomplete : 0) | (record.kind == kTitleKind ? kRowTitle : 0));
    ColumnFile& rows = file(Column::rows);
    for (std::uint64_t next = rows.size() / sizeof row + 1; next < docid; ++next) rows.append_value(ColumnRow{});
    rows.append_value(row);
}

/// Writes the posting lists of rows that are on the disk, where it is time.
void ColumnWriter::list_rows() {
    const std::uint64_t written = file(Column::rows).size() / sizeof(ColumnRow);
    if (!is_run_due(written, listed_)) return;
    const ColumnMap rows = map(Column::rows), codes = map(Column::codes);
    while (is_run_due(written, listed_)) {
        PostingRun run = make_run(shapes_of<ColumnRow>(rows), shapes_of<TokenCode>(codes), types_.size(), listed_);
        run.shape.lists_at = file(Column::lists).size() / sizeof(ColumnList);
        run.shape.postings_at = file(Column::postings).size();
        for (const ColumnList& list : run.lists) file(Column::lists).append_value(list);
        file(Column::postings).append(run.postings);
        file(Column::runs).append_value(run.shape);
        listed_ += run.shape.rows;
    }
}

ColumnLengths ColumnWriter::flush() {
    constexpr auto kFirstOfLists = static_cast<std::size_t>(Column::runs);
    for (std::size_t i = 0; i < kFirstOfLists; ++i) files_[i].flush();
    list_rows();
    ColumnLengths lengths{};
    for (std::size_t i = 0; i < kColumns; ++i) {
        if (i >= kFirstOfLists) files_[i].flush();
        lengths[i] = files_[i].size();
    }
    return lengths;
}

}  // namespace minutes
