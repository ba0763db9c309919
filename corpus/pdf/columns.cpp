#include "corpus/pdf/columns.hpp"

#include "corpus/pdf/gutter.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string_view>
#include <utility>

namespace minutes::pdf {
namespace {

constexpr float kWideGap = 1.6F;     // of a row's height: more than spaces between words, even in justified text

void append(Row& row, Row&& more) {
    row.x0 = std::min(row.x0, more.x0);
    row.x1 = std::max(row.x1, more.x1);
    row.words.insert(row.words.end(), std::make_move_iterator(more.words.begin()), std::make_move_iterator(more.words.end()));
    std::sort(row.words.begin(), row.words.end(), [](const Word& a, const Word& b) { return a.x0 < b.x0; });
}

/// The row of `rows` that lies nearest to a height; the number of rows if there are none.
std::size_t nearest(const std::vector<Row>& rows, float middle) {
    if (rows.empty()) return 0;
    const auto below = std::lower_bound(rows.begin(), rows.end(), middle, [](const Row& row, float y) { return row.middle() < y; });
    if (below == rows.begin()) return 0;
    const auto above = std::prev(below);
    if (below == rows.end() || middle - above->middle() <= below->middle() - middle) return static_cast<std::size_t>(above - rows.begin());
    return static_cast<std::size_t>(below - rows.begin());
}

bool beside(const Row& a, const Row& b) { return std::min(a.y1, b.y1) - std::max(a.y0, b.y0) > 0.5F * std::min(a.height(), b.height()); }

/// Gives the cells of the right column to the rows beside them. A row whose words run on across the gutter keeps its end.
void take_right(std::vector<Row>& rows, std::vector<Row> cells, float gutter, bool& began, std::vector<std::string>& heads) {
    for (Row& cell : cells) {
        const std::size_t at = nearest(rows, cell.middle());
        if (at == rows.size()) {
            rows.push_back(std::move(cell));
            continue;
        }
        Row& row = rows[at];
        const float gap = cell.x0 - row.x1;
        const bool runs_on = beside(row, cell) && (row.x1 > gutter || (!began && gap < kWideGap * row.height()));
        if (runs_on) {
            append(row, std::move(cell));
        } else if (is_owner_head(text_of(cell))) {
            began = true;
            heads.push_back(text_of(cell));
        } else {
            began = true;
            row.after.push_back(text_of(cell));
        }
    }
}

/// Joins the rows of each cell of the left column and gives it to the row where it begins.
void take_left(std::vector<Row>& rows, std::vector<Row> cells, float gutter) {
    const Row* previous = nullptr;
    std::size_t owner = 0;
    std::vector<Row> alone;
    for (Row& cell : cells) {
        const std::size_t at = nearest(rows, cell.middle());
        const bool has = at < rows.size() && beside(rows[at], cell);
        if (has && (rows[at].x0 < gutter - 1 || rows[at].x0 - cell.x1 < 0.8F * cell.height())) {
            append(rows[at], std::move(cell));
            previous = nullptr;
            continue;
        }
        const bool goes_on = previous && cell.y0 - previous->y0 < 1.6F * cell.height();
        previous = &cell;
        if (goes_on && owner < rows.size()) {
            rows[owner].before.back() += " " + text_of(cell);
            continue;
        }
        owner = at;   // the first row that is not wholly above the cell
        while (owner < rows.size() && rows[owner].y1 <= cell.middle()) ++owner;
        if (owner < rows.size()) rows[owner].before.push_back(text_of(cell));
        else alone.push_back(cell);
    }
    rows.insert(rows.end(), std::make_move_iterator(alone.begin()), std::make_move_iterator(alone.end()));
}

std::vector<Row> rows_beside_gutters(const Page& page, std::size_t number, const Gutters& gutters, bool& began, std::vector<std::string>& heads) {
    std::vector<Word> body, left, right;
    for (const Word& word : page.words) {
        if (gutters.right > 0 && word.x0 >= gutters.right - 0.5F) right.push_back(word);
        else if (gutters.left > 0 && word.x1 <= gutters.left + 0.5F) left.push_back(word);
        else body.push_back(word);
    }
    std::vector<Row> rows = rows_of(std::move(body), number);
    if (!right.empty()) take_right(rows, rows_of(std::move(right), number), gutters.right, began, heads);
    if (!left.empty()) take_left(rows, rows_of(std::move(left), number), gutters.left);
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.middle() < b.middle(); });
    return rows;
}

/// The page in bands: across its width, and between those the left column before the right.
std::vector<Row> rows_in_columns(const Page& page, std::size_t number, const std::vector<Band>& bands) {
    std::vector<Row> rows;
    for (const Band& band : bands) {
        std::vector<Word> left, right;
        for (const Word& word : page.words) {
            if (word.middle() < band.y0 || word.middle() >= band.y1) continue;
            (band.gutter > 0 && word.x0 >= band.gutter ? right : left).push_back(word);
        }
        for (Row& row : rows_of(std::move(left), number, band.gutter > 0 ? 1 : 0)) rows.push_back(std::move(row));
        for (Row& row : rows_of(std::move(right), number, 2)) rows.push_back(std::move(row));
    }
    return rows;
}

/// The word behind the last wide gap of a row, or 0.
std::size_t last_cell(const Row& row) {
    for (std::size_t i = row.words.size(); i-- > 1;)
        if (row.words[i].x0 - row.words[i - 1].x1 > kWideGap * row.height()) return i;
    return 0;
}

/// "RB", "JS/RB", "Bill Black/HP", "ALL": who is to act.
bool may_be_owner(std::string_view cell) {
    return cell.size() <= 24 && !cell.empty() && cell.front() >= 'A' && cell.front() <= 'Z' && cell.find_first_of("0123456789") == std::string_view::npos && cell.back() != '.' &&
           std::count(cell.begin(), cell.end(), ' ') < 4;
}

/// Where the owners stand at the end of the last line of a paragraph, set off by a tab: below a head "Action" they are cells of its column.
void take_owners_at_ends(std::vector<Row>& rows, std::vector<std::string>& heads) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        Row& row = rows[i];
        const std::size_t at = last_cell(row);
        const bool alone = at == 0 && i > 0 && !heads.empty() && rows[i - 1].page == row.page && row.x0 > 0.75F * rows[i - 1].x1 && row.x0 > rows[i - 1].x0 + 200 && may_be_owner(text_of(row));
        if (alone) {   // below the line, for it had no room there
            rows[i - 1].after.push_back(text_of(row));
            row.words.clear();
        }
        if (at == 0) continue;
        Row cell = row;
        cell.words.erase(cell.words.begin(), cell.words.begin() + static_cast<std::ptrdiff_t>(at));
        const std::string text = text_of(cell);
        const bool head = is_owner_head(text);
        if (head ? !heads.empty() : heads.empty() || !may_be_owner(text)) continue;
        row.words.resize(at);
        row.x1 = row.words.back().x1;
        if (head) heads.push_back(text);
        else row.after.push_back(text);
    }
    std::erase_if(rows, [](const Row& row) { return row.words.empty(); });
}

}  // namespace

Rows rows_in_order(const std::vector<Page>& pages) {
    Rows result;
    const Gutters gutters = find_gutters(pages);
    bool began = false;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const bool narrow = gutters.left > 0 || gutters.right > 0;
        const std::vector<Band> bands = narrow ? std::vector<Band>() : find_bands(pages[i]);
        std::vector<Row> rows = bands.empty() ? rows_beside_gutters(pages[i], i, gutters, began, result.column_heads) : rows_in_columns(pages[i], i, bands);
        result.rows.insert(result.rows.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    }
    if (gutters.right <= 0) take_owners_at_ends(result.rows, result.column_heads);
    return result;
}

}  // namespace minutes::pdf
