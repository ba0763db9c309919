#include "corpus/markup/block_writer.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace minutes {
namespace {

constexpr std::string_view kNoBreakSpace = "\u00A0";
constexpr std::size_t kMostDepth = 200;      // rows in rows; deeper ones are written as paragraphs
constexpr std::size_t kLongCell = 160;       // bytes: longer cells are text, not data

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

}  // namespace

std::size_t count_words(std::string_view text) {
    std::size_t words = 0;
    bool within = false;
    for (const char c : text) {
        const bool space = is_space(c);
        words += !space && !within;
        within = !space;
    }
    return words;
}

void BlockWriter::text(std::string_view more) {
    while (!more.empty()) {
        const std::size_t wide = more.starts_with(kNoBreakSpace) ? kNoBreakSpace.size() : is_space(more.front()) ? 1 : 0;
        if (wide > 0) {
            space_ = true;
            more.remove_prefix(wide);
            continue;
        }
        std::size_t end = 0;
        while (end < more.size() && !is_space(more[end]) && !more.substr(end).starts_with(kNoBreakSpace)) ++end;
        if (line_.empty()) line_ = std::exchange(marker_, {});
        else if (space_ && !line_.ends_with('\n')) line_ += ' ';
        space_ = false;
        line_ += more.substr(0, end);
        more.remove_prefix(end);
    }
}

void BlockWriter::line_break() {
    if (!line_.empty()) line_ += '\n';
    space_ = false;
}

std::vector<BlockWriter::Block>& BlockWriter::target() { return rows_.empty() ? blocks_ : rows_.back().cells.back(); }

void BlockWriter::end_block() {
    while (line_.ends_with('\n')) line_.pop_back();
    if (!line_.empty()) target().push_back({std::exchange(line_, {}), false});
    space_ = false;
}

void BlockWriter::drop_block() {
    line_.clear();
    space_ = false;
}

void BlockWriter::marker(std::string_view mark) {
    end_block();
    marker_ = mark;
}

void BlockWriter::begin_row() {
    end_block();
    if (rows_.size() < kMostDepth) rows_.push_back({{{}}});
}

void BlockWriter::end_cell() {
    end_block();
    marker_.clear();
    if (!rows_.empty()) rows_.back().cells.emplace_back();
}

void BlockWriter::end_row() {
    end_block();
    if (rows_.empty()) return;
    Row row = std::move(rows_.back());
    rows_.pop_back();
    std::erase_if(row.cells, [](const std::vector<Block>& cell) { return cell.empty(); });
    const bool line = row.cells.size() >= 2 && std::all_of(row.cells.begin(), row.cells.end(), [](const std::vector<Block>& cell) {
        return cell.size() == 1 && !cell[0].row && cell[0].text.size() <= kLongCell && cell[0].text.find('\n') == std::string::npos;
    });
    if (!line) {
        for (std::vector<Block>& cell : row.cells) std::move(cell.begin(), cell.end(), std::back_inserter(target()));
        return;
    }
    Block block{{}, true};
    for (const std::vector<Block>& cell : row.cells) block.text += (block.text.empty() ? "" : "\t") + cell[0].text;
    target().push_back(std::move(block));
}

std::string BlockWriter::take() {
    while (!rows_.empty()) end_row();
    end_block();
    std::string text;
    bool row = false;
    for (const Block& block : blocks_) {
        if (!text.empty()) text += row && block.row ? "\n" : "\n\n";
        text += block.text;
        row = block.row;
    }
    if (!text.empty()) text += '\n';
    *this = BlockWriter();
    return text;
}

}  // namespace minutes
