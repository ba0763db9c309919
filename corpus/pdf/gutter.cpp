#include "corpus/pdf/gutter.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <iterator>
#include <string>
#include <utility>

namespace minutes::pdf {
namespace {

constexpr std::size_t kMost = 1600;          // points: an A1 sheet; what lies beyond is looked for no columns
constexpr float kLeastValley = 3;            // points
constexpr std::string_view kOwnerHeads[] = {"action", "actions", "action by", "action/by", "owner", "by", "by whom", "who", "lead", "action for", "responsible"};

/// How many words stand over each point of the width, over all pages.
std::vector<int> coverage(const std::vector<Page>& pages, float width) {
    std::vector<int> change(std::min(static_cast<std::size_t>(width), kMost) + 2, 0);
    const auto bucket = [&](float x) { return static_cast<std::size_t>(std::clamp(x, 0.0F, static_cast<float>(change.size() - 1))); };
    for (const Page& page : pages)
        for (const Word& word : page.words) {
            ++change[bucket(std::floor(word.x0))];
            --change[bucket(std::max(std::floor(word.x0), std::ceil(word.x1)))];
        }
    for (std::size_t i = 1; i < change.size(); ++i) change[i] += change[i - 1];
    return change;
}

struct Valley {
    float x0 = 0, x1 = 0;
};

/// The longest stretch of [begin, end) over which the fewest words stand.
Valley emptiest(const std::vector<int>& covered, std::size_t begin, std::size_t end) {
    const int least = *std::min_element(covered.begin() + static_cast<std::ptrdiff_t>(begin), covered.begin() + static_cast<std::ptrdiff_t>(end));
    Valley best;
    for (std::size_t i = begin; i < end; ++i) {
        if (covered[i] > least) continue;
        const std::size_t from = i;
        while (i < end && covered[i] == least) ++i;
        if (static_cast<float>(i - from) > best.x1 - best.x0) best = {static_cast<float>(from), static_cast<float>(i)};
    }
    return best;
}

/// Stretches of the width over which at most `most` words stand.
std::vector<Valley> valleys(const std::vector<int>& covered, int most, float from, float to) {
    std::vector<Valley> found;
    for (std::size_t i = static_cast<std::size_t>(from); i < covered.size() && static_cast<float>(i) < to; ++i) {
        if (covered[i] > most) continue;
        const std::size_t begin = i;
        while (i < covered.size() && covered[i] <= most) ++i;
        const Valley valley = emptiest(covered, begin, i);
        if (valley.x1 - valley.x0 >= kLeastValley) found.push_back(valley);
    }
    return found;
}

struct Side {
    std::size_t cells = 0, lone = 0, beside = 0, wide = 0, letters = 0, capitals = 0, digits = 0, longest = 0, body = 0;
};

/// What stands beyond a line at `x`: on its right, or on its left.
Side survey(const std::vector<std::vector<Row>>& pages, float x, bool right) {
    Side side;
    for (const std::vector<Row>& rows : pages)
        for (const Row& row : rows) {
            std::string cell;
            float inner = right ? -1 : 1e6F, outer = right ? 1e6F : -1;   // the words nearest to the line on the text's side, and beyond it
            bool crosses = false;
            for (const Word& word : row.words) {
                const bool beyond = right ? word.x0 >= x - 0.5F : word.x1 <= x + 0.5F;
                crosses = crosses || (word.x0 < x - 1 && word.x1 > x + 1);
                if (beyond) cell += word.text;
                float& near = beyond ? outer : inner;
                near = right == beyond ? std::min(near, word.x0) : std::max(near, word.x1);
                if (right && !beyond) inner = std::max(inner, word.x1);
                if (!right && !beyond) inner = std::min(inner, word.x0);
            }
            const bool has_body = right ? inner >= 0 : inner < 1e6F;
            if (has_body) ++side.body;
            if (cell.empty() || crosses) continue;
            ++side.cells;
            side.letters += cell.size();
            side.longest = std::max(side.longest, cell.size());
            side.capitals += cell.front() >= 'A' && cell.front() <= 'Z';
            side.digits += std::any_of(cell.begin(), cell.end(), [](unsigned char c) { return std::isdigit(c); });
            if (!has_body) ++side.lone;
            else if (std::abs(outer - inner) > 1.5F * row.height()) ++side.wide;
            else ++side.beside;
        }
    return side;
}

float right_gutter(const std::vector<std::vector<Row>>& pages, const std::vector<int>& covered, std::size_t rows, float width) {
    float best = 0, best_width = 0;
    for (const Valley& valley : valleys(covered, 1 + static_cast<int>(rows / 50), 0.6F * width, 0.97F * width)) {
        const Side side = survey(pages, valley.x1, true);
        const bool short_cells = side.cells >= 2 && side.letters <= 14 * side.cells && side.longest <= 40;
        const bool few = side.cells * 2 <= rows && side.digits * 5 <= side.cells && side.capitals * 5 >= side.cells * 4 && side.body * 10 >= rows * 8;
        const bool apart = side.wide + side.lone > side.beside;
        if (short_cells && few && apart && valley.x1 - valley.x0 > best_width && valley.x1 < 0.97F * width) {
            best = valley.x1;
            best_width = valley.x1 - valley.x0;
        }
    }
    return best;
}

float left_gutter(const std::vector<std::vector<Row>>& pages, const std::vector<int>& covered, std::size_t rows, float width) {
    float best = 0, best_width = 0;
    for (const Valley& valley : valleys(covered, 1 + static_cast<int>(rows / 8), 0.14F * width, 0.45F * width)) {
        const Side side = survey(pages, valley.x0, false);
        const bool titles = side.cells >= 3 && side.letters >= 6 * side.cells && side.cells * 2 <= rows;
        const bool full = side.body * 20 >= rows * 17;
        const bool apart = side.wide + side.lone > 2 * side.beside;
        if (titles && full && apart && valley.x1 - valley.x0 > best_width) {
            best = valley.x0;
            best_width = valley.x1 - valley.x0;
        }
    }
    return best;
}

/// The place nearest the middle that the fewest words cross.
float middle_gutter(const Page& page) {
    const std::vector<int> covered = coverage({page}, page.width);
    float best = 0;
    int least = 0;
    for (float x = 0.42F * page.width; x < 0.58F * page.width && static_cast<std::size_t>(x) + 2 < covered.size(); x += 1) {
        const std::size_t i = static_cast<std::size_t>(x);
        const int here = std::max({covered[i], covered[i + 1], covered[i + 2]});
        if (best == 0 || here < least || (here == least && std::abs(x - page.width / 2) < std::abs(best - page.width / 2))) {
            best = x + 1;
            least = here;
        }
    }
    return best;
}

/// Whether a word of the row lies over the gutter, or its words go on beyond it after no more than a space.
bool crosses(const Row& row, float gutter) {
    float left = -1e6F, right = 1e6F;
    for (const Word& word : row.words) {
        if (word.x0 < gutter - 1 && word.x1 > gutter + 1) return true;
        if (word.x0 < gutter - 1) left = std::max(left, word.x1);
        else right = std::min(right, word.x0);
    }
    return right - left < 0.7F * row.height();
}

/// Rows of prose: most of them long, and most ending near the column's edge.
bool is_prose(const std::vector<Row>& rows) {
    if (rows.size() < 8) return false;
    float left = rows[0].x0, right = rows[0].x1;
    for (const Row& row : rows) {
        left = std::min(left, row.x0);
        right = std::max(right, row.x1);
    }
    const auto full = std::count_if(rows.begin(), rows.end(), [&](const Row& row) { return row.x1 - left > 0.7F * (right - left) && row.words.size() >= 3; });
    return full * 5 >= static_cast<std::ptrdiff_t>(rows.size()) * 3;
}

}  // namespace

bool is_owner_head(std::string_view cell) {
    std::string plain;
    for (const char c : cell)
        if (c != ':' && c != '.') plain += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return std::find(std::begin(kOwnerHeads), std::end(kOwnerHeads), plain) != std::end(kOwnerHeads);
}

Gutters find_gutters(const std::vector<Page>& pages) {
    std::vector<std::vector<Row>> rows;
    std::size_t count = 0;
    float width = 0;
    for (const Page& page : pages) {
        rows.push_back(rows_of(page.words, rows.size()));
        count += rows.back().size();
        width = std::max(width, page.width);
    }
    if (count < 8 || width < 72) return {};
    const std::vector<int> covered = coverage(pages, width);
    return {left_gutter(rows, covered, count, width), right_gutter(rows, covered, count, width)};
}

std::vector<Band> find_bands(const Page& page) {
    const float gutter = middle_gutter(page);
    if (gutter <= 0) return {};
    std::vector<Word> words = page.words;
    std::sort(words.begin(), words.end(), [](const Word& a, const Word& b) { return a.middle() < b.middle(); });
    std::vector<std::pair<float, float>> crossing;
    for (const Row& row : rows_of(words, 0))
        if (crosses(row, gutter)) crossing.emplace_back(row.y0, row.y1);
    std::sort(crossing.begin(), crossing.end());
    const float end = page.height + 1;
    crossing.emplace_back(end, end);
    std::vector<Band> bands;
    const auto add_wide = [&](float from, float to) {
        if (bands.empty() || bands.back().gutter > 0) bands.push_back({from, to, 0});
        else bands.back().y1 = to;
    };
    float from = -end;
    std::size_t next = 0;
    for (const auto& [y0, y1] : crossing) {   // between the words that cross, there may be columns
        std::vector<Word> left, right;
        for (; next < words.size() && words[next].middle() < y0; ++next)
            if (words[next].middle() > from) (words[next].x0 >= gutter ? right : left).push_back(words[next]);
        if (is_prose(rows_of(std::move(left), 0)) && is_prose(rows_of(std::move(right), 0))) bands.push_back({from, y0, gutter});
        else add_wide(from, y0);
        if (y0 < end) add_wide(y0, y1);
        from = std::max(from, y1);
    }
    const bool any = std::any_of(bands.begin(), bands.end(), [](const Band& band) { return band.gutter > 0; });
    return any ? bands : std::vector<Band>();
}

}  // namespace minutes::pdf
