#include "searcher/table.hpp"

#include "searcher/printable.hpp"

#include <algorithm>

namespace minutes {
namespace {

std::string on_one_line(std::string text) {
    std::replace_if(text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return text;
}

std::string cell_text(const std::string& value, TableStyle style) {
    const std::string safe = style.raw ? value : guarded(without_controls(value));
    return style.tabs ? on_one_line(safe) : csv_quoted(safe);
}

}  // namespace

std::string table_row(const Cells& cells, TableStyle style) {
    std::string row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) row += style.tabs ? '\t' : ',';
        row += cell_text(cells[i], style);
    }
    return row + (style.tabs ? "\n" : "\r\n");
}

std::string table_format(std::string_view name, TableStyle style) { return std::string(name) + "/1" + (style.raw ? "+raw" : ""); }

bool TableReader::next(Cells& cells) {
    cells.assign(1, "");
    std::streambuf& bytes = *in_.rdbuf();
    constexpr int kEnd = std::char_traits<char>::eof();
    const char separator = tabs_ ? '\t' : ',';
    bool quoted = false, any = false;
    for (int c = bytes.sbumpc(); c != kEnd; c = bytes.sbumpc(), any = true) {
        const char byte = static_cast<char>(c);
        if (quoted) {
            if (byte != '"') cells.back() += byte;
            else if (bytes.sgetc() == '"') cells.back() += static_cast<char>(bytes.sbumpc());
            else quoted = false;
        } else if (byte == '"' && !tabs_ && cells.back().empty()) {
            quoted = true;
        } else if (byte == separator) {
            cells.emplace_back();
        } else if (byte == '\n') {
            if (!cells.back().empty() && cells.back().back() == '\r') cells.back().pop_back();
            return true;
        } else {
            cells.back() += byte;
        }
    }
    cut_ = quoted;
    return any;
}

}  // namespace minutes
