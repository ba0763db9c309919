#include "corpus/pdf/paragraphs.hpp"

#include "corpus/pdf/hyphen.hpp"
#include "corpus/pdf/row_shape.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <string_view>

namespace minutes::pdf {
namespace {

constexpr float kIndent = 3.5F;   // points: less is the noise of typesetting

/// The usual distance from row to row, and the right edge of each column.
struct Measures {
    float leading = 0;                     ///< points from the head of a row to that of the next; 0 = not known
    std::array<float, 3> right = {0, 0, 0};
};

/// The place that many rows reach: a few that stand out do not count.
float right_edge(std::vector<float> ends) {
    if (ends.empty()) return 0;
    const std::size_t few = std::min(ends.size() - 1, std::max<std::size_t>(ends.size() >= 8 ? 2 : 0, ends.size() / 30));
    std::nth_element(ends.begin(), ends.begin() + static_cast<std::ptrdiff_t>(few), ends.end(), std::greater<>());
    return ends[few];
}

Measures measure(const std::vector<Row>& rows, const std::vector<RowShape>& shapes) {
    Measures measures;
    std::map<long, std::size_t> advances;   // in half points
    float tallest = 0;
    std::array<std::vector<float>, 3> ends;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (shapes[i].cells.empty()) ends[static_cast<std::size_t>(rows[i].column)].push_back(rows[i].x1);
        if (i == 0 || rows[i].page != rows[i - 1].page || rows[i].column != rows[i - 1].column || rows[i - 1].words.size() < 4) continue;
        const float advance = rows[i].y0 - rows[i - 1].y0;
        if (advance < 0.6F * rows[i].height() || advance > 3 * rows[i].height()) continue;
        ++advances[std::lround(advance * 2)];
        tallest = std::max(tallest, rows[i].height());
    }
    for (std::size_t column = 0; column < ends.size(); ++column) measures.right[column] = right_edge(std::move(ends[column]));
    std::size_t most = 0;
    for (const auto& [advance, count] : advances) {
        // Where paragraphs are short the gaps between them are the most frequent; a smaller step that is not rare is that of lines.
        if (count <= most || (most > 0 && static_cast<float>(advance) > 3.2F * tallest && count < 8 * most)) continue;
        most = count;
        measures.leading = static_cast<float>(advance) / 2;
    }
    return measures;
}

bool ends_sentence(std::string_view text) {
    while (text.ends_with("\u201D") || text.ends_with("\u2019")) text.remove_suffix(3);
    while (!text.empty() && (text.back() == ')' || text.back() == '"' || text.back() == '\'')) text.remove_suffix(1);
    return !text.empty() && std::string_view(".:;!?").find(text.back()) != std::string_view::npos;
}

bool starts_small(std::string_view text) { return !text.empty() && text.front() >= 'a' && text.front() <= 'z'; }

/// "RB", "MCa", "PWh": a column of initials behind a name.
bool is_initials(std::string_view cell) {
    if (cell.size() < 2 || cell.size() > 4 || !(cell[0] >= 'A' && cell[0] <= 'Z') || !(cell[1] >= 'A' && cell[1] <= 'Z')) return false;
    return std::all_of(cell.begin(), cell.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
}

class Writer {
public:
    Writer(const std::vector<Row>& rows, std::size_t pages) : rows_(rows), shapes_(shapes_of(rows)), measures_(measure(rows, shapes_)), hyphens_(rows) { result_.page_starts.reserve(pages); }

    PagedText run(std::size_t pages) {
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const bool joins = i > 0 && rows_[i].before.empty() && (rows_[i].page != rows_[i - 1].page ? joins_over_page(i) : joins_here(i));
            if (joins) add_to_paragraph(i);
            else start_paragraph(i);
            if (shapes_[i].cells.empty()) owners_.insert(owners_.end(), rows_[i].after.begin(), rows_[i].after.end());
        }
        end_paragraph();
        if (!result_.text.empty()) result_.text += "\n";
        while (result_.page_starts.size() < pages) result_.page_starts.push_back(size());
        return std::move(result_);
    }

private:
    const std::vector<Row>& rows_;
    std::vector<RowShape> shapes_;
    Measures measures_;
    Hyphens hyphens_;
    PagedText result_;
    std::size_t first_ = 0, last_ = 0;        ///< rows of the paragraph that is being written
    std::size_t list_from_ = 0;               ///< where the line of a list begins that is being written; 0 = there is none
    std::vector<std::string> owners_;         ///< cells of the right column beside the paragraph

    std::uint32_t size() const { return static_cast<std::uint32_t>(result_.text.size()); }
    float right_of(std::size_t i) const { return measures_.right[static_cast<std::size_t>(rows_[i].column)]; }

    /// Whether the first word of row `i` had no room in the row above, which was therefore broken where it is.
    bool had_no_room(std::size_t i) const {
        const Row& above = rows_[i - 1];
        const Word& word = rows_[i].words.front();
        if (right_of(i - 1) - above.x0 < 10 * above.height()) return false;   // no line of prose is so short
        return above.x1 + 0.25F * above.height() + (word.x1 - word.x0) > right_of(i - 1) - 2;
    }

    /// Where the rows of the paragraph begin that are not its first; nothing if there is none yet and no bullet tells.
    std::optional<float> continuation_x() const {
        if (last_ > first_) return rows_[first_ + 1].x0;
        const RowShape& shape = shapes_[first_];
        if (shape.bullet || (shape.numbered && shape.lead_gap > 0.3F)) return shape.text_x0;
        return std::nullopt;
    }

    bool same_size(std::size_t i) const { return std::abs(rows_[i].words.front().height() - rows_[i - 1].words.back().height()) < 0.12F * rows_[i].words.front().height(); }

    /// A bullet or number opens a paragraph, unless it is but the figure with which a line of text begins.
    bool opens_point(std::size_t i) const {
        const RowShape& shape = shapes_[i];
        if (shape.bullet) return true;
        if (!shape.numbered) return false;
        const auto x = continuation_x();
        const bool within = had_no_room(i) && !ends_sentence(rows_[i - 1].words.back().text) && (!x || std::abs(rows_[i].x0 - *x) < kIndent);
        return !within;
    }

    bool joins_here(std::size_t i) const {
        const Row &row = rows_[i], &above = rows_[i - 1];
        if (!shapes_[i].cells.empty() || !shapes_[i - 1].cells.empty() || row.column != above.column || opens_point(i)) return false;
        const bool open = !ends_sentence(above.words.back().text), small = starts_small(row.words.front().text) || above.words.back().text.ends_with(',');
        if (!same_size(i) && !(open && small)) return false;
        const float advance = row.y0 - above.y0, usual = std::max(measures_.leading, 1.05F * row.height());
        if (advance > 1.3F * usual || advance < 0) return false;
        const bool room = !had_no_room(i);
        const auto x = continuation_x();
        // Behind a bullet the text goes on below itself, where another paragraph hardly begins.
        const bool hangs = open && x && std::abs(*x - rows_[first_].x0) >= kIndent && std::abs(row.x0 - *x) < kIndent && above.x1 - *x > std::max(0.7F * (right_of(i - 1) - *x), 15 * row.height());
        if (room && !hangs && !(open && small)) return false;
        if (!x) return std::abs(row.x0 - above.x0) < 40 || !room;
        if (last_ == first_ && shapes_[first_].numbered && row.x0 < *x) return !room && small;
        const bool moved = std::abs(row.x0 - *x) >= kIndent;
        return !moved || (!room && open) || (last_ == first_ && !room);
    }

    bool joins_over_page(std::size_t i) const {
        const Row &row = rows_[i], &above = rows_[i - 1];
        if (row.page > above.page + 1 || !shapes_[i].cells.empty() || !shapes_[i - 1].cells.empty() || !same_size(i) || opens_point(i)) return false;
        const std::string& end = above.words.back().text;
        const bool room = !had_no_room(i), small = starts_small(row.words.front().text);
        if (small) return !ends_sentence(end) || end.back() == ';' || !room;
        if (room) return false;
        const auto x = continuation_x();
        const bool hanging = x && std::abs(*x - rows_[first_].x0) >= kIndent && std::abs(row.x0 - *x) < kIndent;
        return hanging || !ends_sentence(end);
    }

    void end_paragraph() {
        for (std::size_t k = 0; k < owners_.size(); ++k) result_.text += (k == 0 ? "\t" : " ") + owners_[k];
        owners_.clear();
    }

    void note_page(std::size_t i) {
        while (result_.page_starts.size() <= rows_[i].page) result_.page_starts.push_back(size());
    }

    /// Between the short lines of a list stands no blank line: an address, names, things received.
    bool is_list_line(std::size_t i) const {
        if (shapes_[i].numbered || shapes_[i].bullet || rows_[i].page != rows_[i - 1].page || !same_size(i) || !rows_[i].before.empty()) return false;
        const bool tables = !shapes_[i].cells.empty() && !shapes_[i - 1].cells.empty();
        const float usual = std::max(measures_.leading, 1.05F * rows_[i].height());
        return rows_[i].y0 - rows_[i - 1].y0 <= (tables ? 2.2F : 1.3F) * usual && rows_[i].y0 >= rows_[i - 1].y0;
    }

    void start_paragraph(std::size_t i) {
        const bool single = i > 0 && last_ == first_ && (!shapes_[i - 1].numbered || !shapes_[i - 1].cells.empty());
        const bool list = single && is_list_line(i) && owners_.empty();
        end_paragraph();
        if (!result_.text.empty()) result_.text += list ? "\n" : "\n\n";
        list_from_ = list ? result_.text.size() : 0;
        note_page(i);
        for (const std::string& cell : rows_[i].before) result_.text += cell + "\n\n";
        first_ = last_ = i;
        if (shapes_[i].cells.empty()) result_.text += text_of(rows_[i]);
        else write_cells(i);
    }

    /// A line of a list that goes on was a paragraph: the blank line above it is put in.
    void part_from_list() {
        if (list_from_ == 0) return;
        result_.text.insert(list_from_, 1, '\n');
        for (std::size_t k = result_.page_starts.size(); k > 0 && result_.page_starts[k - 1] >= list_from_; --k) ++result_.page_starts[k - 1];
        list_from_ = 0;
    }

    void add_to_paragraph(std::size_t i) {
        part_from_list();
        const std::string& end = rows_[i - 1].words.back().text;
        const std::string& next = rows_[i].words.front().text;
        if (Hyphens::breaks(end, next)) {
            if (!hyphens_.keeps(end, next)) {
                while ((static_cast<unsigned char>(result_.text.back()) & 0xC0) == 0x80) result_.text.pop_back();   // a hyphen that is no "-"
                result_.text.pop_back();
            }
        } else if (!result_.text.ends_with('/')) {
            result_.text += " ";
        }
        note_page(i);
        result_.text += text_of(rows_[i]);
        last_ = i;
    }

    std::string cell_text(const Row& row, std::size_t begin, std::size_t end) const {
        std::string text;
        for (std::size_t k = begin; k < end; ++k) text += (k == begin ? "" : " ") + row.words[k].text;
        return text;
    }

    /// Cells of names stand below each other, with their initials behind them; cells with figures side by side, parted by tabs.
    void write_cells(std::size_t i) {
        const Row& row = rows_[i];
        std::vector<std::string> cells;
        std::size_t begin = 0;
        for (const std::size_t at : shapes_[i].cells) {
            cells.push_back(cell_text(row, begin, at));
            begin = at;
        }
        cells.push_back(cell_text(row, begin, row.words.size()));
        cells.insert(cells.end(), row.after.begin(), row.after.end());
        const bool figures = std::any_of(cells.begin(), cells.end(), [](const std::string& cell) { return cell.find_first_of("0123456789") != std::string::npos; });
        for (std::size_t k = 0; k < cells.size(); ++k) {
            if (k > 0) result_.text += figures ? "\t" : is_initials(cells[k]) ? " " : "\n";
            result_.text += cells[k];
        }
    }
};

}  // namespace

PagedText paragraphs_of(const std::vector<Row>& rows, std::size_t pages) { return Writer(rows, pages).run(pages); }

}  // namespace minutes::pdf
