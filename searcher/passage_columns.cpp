#include "searcher/passage_columns.hpp"

#include <xapian.h>

#include <algorithm>
#include <iterator>

namespace minutes {
void PassageColumns::damaged() { throw ColumnsDamaged("the columns of the index are damaged; rebuild it with: minutes index --fresh PATH..."); }

PassageColumns::PassageColumns(const std::string& path, const Xapian::Database& database) {
    const ColumnLengths lengths = decode_lengths(database.get_metadata(kColumnsKey));
    const std::string identity = database.get_uuid();
    if (lengths[static_cast<std::size_t>(Column::codes)] == 0) damaged();
    for (std::size_t i = 0; i < kColumns; ++i) maps_[i] = ColumnMap(path + "/" + std::string(kColumnNames[i]), identity, lengths[i]);
    const auto map = [&](Column column) -> const ColumnMap& { return maps_[static_cast<std::size_t>(column)]; };
    rows_ = shapes_of<ColumnRow>(map(Column::rows));
    items_ = shapes_of<ColumnItem>(map(Column::items));
    voices_ = shapes_of<std::uint32_t>(map(Column::voices));
    voice_starts_ = shapes_of<std::uint64_t>(map(Column::voice_starts));
    texts_ = shapes_of<ColumnText>(map(Column::texts));
    types_ = shapes_of<ColumnType>(map(Column::types));
    codes_ = shapes_of<TokenCode>(map(Column::codes));
    text_bytes_ = map(Column::text_bytes).bytes();
    type_bytes_ = map(Column::type_bytes).bytes();
    gone_list_ = shapes_of<std::uint32_t>(map(Column::gone));
    runs_ = shapes_of<ColumnRun>(map(Column::runs));
    lists_ = shapes_of<ColumnList>(map(Column::lists));
    postings_ = map(Column::postings).bytes();
    read_gone();
    read_runs();
}

void PassageColumns::read_gone() {
    if (gone_list_.empty()) return;
    gone_.resize(rows_.size() + 1);
    for (const std::uint32_t docid : gone_list_) {
        if (docid == 0 || docid > rows_.size() || gone_[docid]) damaged();
        gone_[docid] = true;
    }
}

/// Runs that leave out a row would make a count too low.
void PassageColumns::read_runs() {
    for (const ColumnRun& run : runs_) {
        if (run.first != listed_rows_ || run.rows > rows_.size() - listed_rows_) damaged();
        listed_rows_ += run.rows;
    }
}

std::string_view PassageColumns::postings(const ColumnRun& run) const {
    if (run.postings_at > postings_.size() || run.bytes > postings_.size() - run.postings_at) damaged();
    return postings_.substr(run.postings_at, run.bytes);
}

std::string_view PassageColumns::postings(const ColumnRun& run, std::uint32_t type) const {
    const std::span<const ColumnList> lists = this->lists(run);
    const auto found = std::lower_bound(lists.begin(), lists.end(), type, [](const ColumnList& list, std::uint32_t wanted) { return list.type < wanted; });
    if (found == lists.end() || found->type != type) return {};
    const std::uint32_t begin = found == lists.begin() ? 0 : std::prev(found)->end;
    if (begin >= found->end || found->end > run.bytes) damaged();
    return postings(run).substr(begin, found->end - begin);
}

Voices PassageColumns::voices(std::uint32_t voices) const {
    Voices row;
    std::uint64_t next = at(voice_starts_, voices);
    for (auto& field : row.of) {
        const std::uint32_t count = at(voices_, next);
        field = part(voices_, next + 1, count);
        next += 1 + std::uint64_t{count};
    }
    row.words = at(voices_, next);
    return row;
}

std::string_view PassageColumns::text(std::uint32_t text) const {
    const ColumnText& shape = at(texts_, text);
    if (shape.at > text_bytes_.size() || shape.bytes > text_bytes_.size() - shape.at) damaged();
    return text_bytes_.substr(shape.at, shape.bytes);
}

TokenType PassageColumns::type(std::uint32_t type) const {
    const ColumnType& shape = at(types_, type);
    if (shape.bytes == 0 || shape.at > type_bytes_.size() || shape.bytes > type_bytes_.size() - shape.at) damaged();
    return {type_bytes_.substr(shape.at, shape.bytes), shape.width, (shape.flags & kTypeWhole) != 0, (shape.flags & kTypeCapitals) != 0};
}

std::span<const TokenCode> PassageColumns::codes_of_text(std::uint32_t text) const {
    const ColumnText& shape = at(texts_, text);
    if (shape.codes == kNoCodes) damaged();
    return part(codes_, shape.codes_at, shape.codes);
}

}  // namespace minutes
