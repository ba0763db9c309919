#pragma once

#include "indexer/column_file.hpp"
#include "indexer/column_shapes.hpp"

#include <array>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace Xapian { class Database; }

namespace minutes {

/// The columns are not what the database says of them. Searching then reads the records instead.
struct ColumnsDamaged : Error {
    using Error::Error;
};

/// A type of token as a query sees it.
struct TokenType {
    std::string_view form;
    std::uint32_t width = 1;
    bool whole = false, capitals = false;
};

/// What a row of voices says: the texts of each of kVoiceFields, and speaker_words().
struct Voices {
    std::array<std::span<const std::uint32_t>, kVoiceFields.size()> of;
    std::uint32_t words = 0;
};

/// The columns of one committed state, mapped. Every access is checked against the ends of the files and throws ColumnsDamaged.
/// Safe from several threads.
class PassageColumns {
public:
    /// Those beside the database at `path`. Throws Error when they are not all there.
    PassageColumns(const std::string& path, const Xapian::Database& database);

    /// Of document `docid`; throws when it has none.
    [[nodiscard]] const ColumnRow& row(std::uint32_t docid) const {
        const ColumnRow& row = at(rows_, std::size_t{docid} - 1);
        if ((row.flags & kRowPresent) == 0) damaged();
        return row;
    }
    [[nodiscard]] const ColumnItem& item(std::uint32_t item) const { return at(items_, item); }
    [[nodiscard]] Voices voices(std::uint32_t voices) const;
    [[nodiscard]] std::string_view text(std::uint32_t text) const;
    [[nodiscard]] TokenType type(std::uint32_t type) const;
    [[nodiscard]] const ColumnType& shape_of_type(std::uint32_t type) const { return at(types_, type); }

    /// The codes of a row's text, and of a text that has tokens.
    [[nodiscard]] std::span<const TokenCode> codes_of(const ColumnRow& row) const { return part(codes_, row.codes_at, row.codes); }
    [[nodiscard]] std::span<const TokenCode> codes_of_text(std::uint32_t text) const;

    [[nodiscard]] bool is_record(std::uint32_t docid) const { return (at(rows_, std::size_t{docid} - 1).flags & kRowPresent) != 0; }
    /// Whether the database still has the document of a row. REQUIRES: row(docid) does not throw.
    [[nodiscard]] bool is_live(std::uint32_t docid) const { return gone_.empty() || !gone_[docid]; }
    [[nodiscard]] std::span<const std::uint32_t> gone() const { return gone_list_; }

    /// Posting lists of the first listed_rows() rows: the bytes of a type's list in a run, "" if it stands in none of its rows.
    [[nodiscard]] std::span<const ColumnRun> runs() const { return runs_; }
    [[nodiscard]] std::span<const ColumnList> lists(const ColumnRun& run) const { return part(lists_, run.lists_at, run.lists); }
    [[nodiscard]] std::string_view postings(const ColumnRun& run) const;
    [[nodiscard]] std::string_view postings(const ColumnRun& run, std::uint32_t type) const;
    [[nodiscard]] std::uint32_t listed_rows() const { return listed_rows_; }

    [[nodiscard]] std::span<const ColumnRow> rows() const { return rows_; }
    [[nodiscard]] std::span<const TokenCode> codes() const { return codes_; }
    [[nodiscard]] std::size_t items() const { return items_.size(); }
    [[nodiscard]] std::size_t texts() const { return texts_.size(); }
    [[nodiscard]] std::size_t types() const { return types_.size(); }
    [[nodiscard]] std::size_t voice_rows() const { return voice_starts_.size(); }

private:
    std::array<ColumnMap, kColumns> maps_;
    std::span<const ColumnRow> rows_;
    std::span<const ColumnItem> items_;
    std::span<const std::uint32_t> voices_;
    std::span<const std::uint64_t> voice_starts_;
    std::span<const ColumnText> texts_;
    std::span<const ColumnType> types_;
    std::span<const TokenCode> codes_;
    std::span<const std::uint32_t> gone_list_;
    std::span<const ColumnRun> runs_;
    std::span<const ColumnList> lists_;
    std::string_view text_bytes_, type_bytes_, postings_;
    std::vector<bool> gone_;            ///< by docid; empty if none is
    std::uint32_t listed_rows_ = 0;

    void read_gone();
    void read_runs();

    [[noreturn]] static void damaged();
    template <typename Shape>
    static const Shape& at(std::span<const Shape> shapes, std::size_t i) {
        if (i >= shapes.size()) damaged();
        return shapes[i];
    }
    template <typename Shape>
    static std::span<const Shape> part(std::span<const Shape> shapes, std::uint64_t begin, std::uint64_t size) {
        if (begin > shapes.size() || size > shapes.size() - begin) damaged();
        return shapes.subspan(begin, size);
    }
};

}  // namespace minutes
