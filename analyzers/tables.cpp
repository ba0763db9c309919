#include "analyzers/tables.hpp"

namespace minutes {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> cells;
    while (true) {
        const std::size_t at = text.find(separator);
        cells.push_back(text.substr(0, at));
        if (at == std::string_view::npos) return cells;
        text.remove_prefix(at + 1);
    }
}

}  // namespace

std::vector<TableRow> table_rows(std::string_view tsv, std::size_t columns) {
    std::vector<TableRow> rows;
    for (const std::string_view line : split(tsv, '\n')) {
        if (line.empty() || line.front() == '#') continue;
        rows.push_back(split(line, '\t'));
        if (rows.back().size() < columns) rows.back().resize(columns);
    }
    return rows;
}

}  // namespace minutes
