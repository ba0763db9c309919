#pragma once

#include "analyzers/tokens.hpp"
#include "indexer/column_file.hpp"
#include "indexer/column_shapes.hpp"
#include "indexer/record.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace minutes {

/// The writing end of the columns of one generation. Protocol: (add* flush)*; a batch that the database
/// did not take is forgotten by opening anew. Keeps every distinct text and type of token in memory.
class ColumnWriter {
public:
    /// Opens the columns beside the database at `path`. Throws Error when a file is missing, cut short or another index's.
    ColumnWriter(const std::string& path, std::string_view identity, const ColumnLengths& committed);

    /// The record of document `docid`, above all before it. `body`: the tokens of its text. O(tokens).
    void add(std::uint32_t docid, const Record& record, const Tokens& body);

    /// Document `docid`, which was added once, is taken out of the database.
    void remove(std::uint32_t docid) { file(Column::gone).append_value(docid); }

    /// Makes what was added durable and says how long the columns are now. When enough rows have come since, their posting lists are
    /// written. O(tokens of the rows that have none).
    [[nodiscard]] ColumnLengths flush();

private:
    /// Strings are found by a hash, so that each is kept once.
    using Ordinals = std::unordered_map<std::string, std::uint32_t>;

    std::string path_, identity_;
    std::vector<ColumnFile> files_;
    Ordinals texts_, types_, voices_;
    ColumnItem last_item_;
    std::uint32_t items_ = 0, voice_rows_ = 0, listed_ = 0;  ///< listed_: rows that have posting lists

    ColumnFile& file(Column column) { return files_[static_cast<std::size_t>(column)]; }
    [[nodiscard]] ColumnMap map(Column column);
    void load(const ColumnLengths& committed);
    std::uint32_t text(std::string_view text, bool tokenised = false);
    std::uint32_t type(std::string_view form, bool whole, std::uint32_t width, bool capitals);
    std::uint32_t item(const Record& record);
    std::uint32_t voices(const Record& record);
    std::uint32_t put_codes(const Tokens& tokens, std::string_view text);
    void list_rows();
};

}  // namespace minutes
