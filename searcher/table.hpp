#pragma once

#include <istream>
#include <string>
#include <string_view>
#include <vector>

namespace minutes {

/// How rows are written. `tabs`: TSV, where tabs and line breaks of a value become spaces, and nothing is quoted.
/// `raw`: no apostrophe against formulas, control characters as they are.
struct TableStyle {
    bool tabs = false, raw = false;
};

using Cells = std::vector<std::string>;

/// A CSV row (RFC 4180, CR LF) or a TSV row (LF).
[[nodiscard]] std::string table_row(const Cells& cells, TableStyle style = {});

/// What the last column, `format`, says in every row: "minutes-mentions/1", with "+raw" for raw cells.
[[nodiscard]] std::string table_format(std::string_view name, TableStyle style);

/// Reads rows as table_row() writes them, and what spreadsheets make of them (LF, needless quotes, no final line break).
/// Cells come as they stand: unguarded() is the caller's. The stream is read once, a row at a time.
class TableReader {
public:
    TableReader(std::istream& in, bool tabs) : in_(in), tabs_(tabs) {}

    /// The next row, or false at the end. A quoted cell that is still open at the end of the stream sets cut().
    [[nodiscard]] bool next(Cells& cells);
    [[nodiscard]] bool cut() const { return cut_; }

private:
    std::istream& in_;
    bool tabs_, cut_ = false;
};

}  // namespace minutes
