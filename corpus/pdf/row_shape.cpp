#include "corpus/pdf/row_shape.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string_view>

namespace minutes::pdf {
namespace {

constexpr float kWideGap = 1.25F;    // of a row's height: wider than spaces between words of justified text mostly are
constexpr float kSamePlace = 3;      // points
constexpr std::string_view kBullets[] = {"\u2022", "-", "\u2013", "\u2014", "*", "\u25E6", "\u25CB", "\u2023", "\u27A2", "\u00B7", "\u2219", "\u2043", "o", "\u00D8", "\u2751", "\u25BA"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// "3", "3.", "3)", "3.1", "3.1.2.", "134/17", "(3)", "(a)", "a)", "iv.", "(ii)".
bool is_number(std::string_view word) {
    const bool open = word.starts_with("(");
    if (open) word.remove_prefix(1);
    const bool closed = word.ends_with(")") || word.ends_with(".");
    if (closed) word.remove_suffix(1);
    if (word.empty() || word.size() > 9) return false;
    if (is_digit(word.front())) {
        const bool figures = std::all_of(word.begin(), word.end(), [](char c) { return is_digit(c) || c == '.' || c == '/'; });
        const std::size_t run = word.find_first_not_of("0123456789");
        return figures && (run == std::string_view::npos ? word.size() <= 3 : run <= 3 && word.back() != '/');
    }
    if (!closed) return false;
    const bool roman = word.size() <= 5 && word.find_first_not_of("ivx") == std::string_view::npos;
    return roman || (word.size() == 1 && is_letter(word.front()) && (open || word.front() >= 'a'));
}

/// Bullet or number at the head of the row.
void read_lead(const Row& row, RowShape& shape) {
    shape.text_x0 = row.x0;
    if (row.words.size() < 2) return;
    const Word& first = row.words[0];
    const float gap = (row.words[1].x0 - first.x1) / std::max(row.height(), 1.0F);
    const bool bullet = std::find(std::begin(kBullets), std::end(kBullets), first.text) != std::end(kBullets);
    shape.bullet = bullet && (first.text != "o" || gap > 0.5F);
    shape.numbered = is_number(first.text);
    if (!shape.bullet && !shape.numbered) return;
    shape.text_x0 = row.words[1].x0;
    shape.lead_gap = gap;
}

/// The words behind wide gaps, without that behind a bullet or number.
std::vector<std::size_t> behind_gaps(const Row& row, const RowShape& shape) {
    std::vector<std::size_t> found;
    for (std::size_t i = shape.bullet || shape.numbered ? 2 : 1; i < row.words.size(); ++i)
        if (row.words[i].x0 - row.words[i - 1].x1 > kWideGap * row.height()) found.push_back(i);
    return found;
}

/// Whether two rows next to each other have a cell that begins or ends at the same place.
bool agree(const Row& a, const std::vector<std::size_t>& cells_a, const Row& b, const std::vector<std::size_t>& cells_b) {
    if (a.page != b.page || std::abs(a.y0 - b.y0) > 4 * a.height()) return false;
    for (std::size_t i = 0, k = 0; i < cells_a.size() && k < cells_b.size();) {
        const float xa = a.words[cells_a[i]].x0, xb = b.words[cells_b[k]].x0;
        if (std::abs(xa - xb) <= kSamePlace) return true;
        (xa < xb ? i : k) += 1;
    }
    return !cells_a.empty() && !cells_b.empty() && std::abs(a.x1 - b.x1) <= kSamePlace;
}

}  // namespace

std::vector<RowShape> shapes_of(const std::vector<Row>& rows) {
    std::vector<RowShape> shapes(rows.size());
    std::vector<std::vector<std::size_t>> gaps(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        read_lead(rows[i], shapes[i]);
        gaps[i] = behind_gaps(rows[i], shapes[i]);
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (gaps[i].empty()) continue;
        const bool above = i > 0 && agree(rows[i], gaps[i], rows[i - 1], gaps[i - 1]);
        const bool below = i + 1 < rows.size() && agree(rows[i], gaps[i], rows[i + 1], gaps[i + 1]);
        if (above || below || gaps[i].size() >= 2) shapes[i].cells = gaps[i];
    }
    return shapes;
}

}  // namespace minutes::pdf
