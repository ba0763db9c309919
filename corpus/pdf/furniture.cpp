#include "corpus/pdf/furniture.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

namespace minutes::pdf {
namespace {

constexpr std::size_t kEdgeRows = 5;      // heads and feet of more lines are none
constexpr float kEdge = 0.16F;            // of a page's height
constexpr std::size_t kShown = 60;        // bytes of a head in a message

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Lower case, figures as "0", spaces single: equal for the heads of two pages.
std::string shape_of(std::string_view text) {
    std::string shape;
    for (const char c : text) {
        if (is_digit(c)) {
            if (shape.empty() || shape.back() != '0') shape += '0';
        } else {
            shape += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return shape;
}

/// Shapes that only a page's number has.
bool is_number_shape(std::string_view shape) {
    constexpr std::string_view kShapes[] = {"page 0", "page 0 of 0", "0 of 0", "page | 0", "0 | page", "- 0 -", "-0-", "\u2013 0 \u2013", "page: 0", "0 / 0", "0/0", "p0", "p. 0", "p.0", "pg 0",
                                            "[0]", "page 0/0", "page 0 (0)", "0 | p a g e", "p a g e | 0", "page no. 0", "tudalen 0", "page0", "page0of0", "page -0-"};
    return std::find(std::begin(kShapes), std::end(kShapes), shape) != std::end(kShapes);
}

std::optional<long> bare_number(std::string_view text) {
    long value = 0;
    const auto [rest, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc{} || rest != text.data() + text.size() || value < 0 || text.size() > 4) return std::nullopt;
    return value;
}

struct Edge {
    std::size_t row = 0, page = 0;
    bool head = false;
    int from_edge = 0;   ///< how many rows stand between it and the edge
    float y = 0;
    std::string text, shape;
};

/// The rows that stand in the upper and lower margin of their pages. `rows` are in reading order.
std::vector<Edge> edges_of(const std::vector<Row>& rows, const std::vector<Page>& pages) {
    std::vector<Edge> edges;
    for (std::size_t begin = 0; begin < rows.size();) {
        std::size_t end = begin;
        while (end < rows.size() && rows[end].page == rows[begin].page) ++end;
        const Page& page = pages[rows[begin].page];
        const std::size_t count = end - begin;
        for (std::size_t k = 0; k < std::min(kEdgeRows, count); ++k) {
            for (const bool head : {true, false}) {
                const std::size_t at = head ? begin + k : end - 1 - k;
                const float y = rows[at].middle();
                if (head ? y > kEdge * page.height : y < (1 - kEdge) * page.height) continue;
                std::string text = text_of(rows[at]);
                for (const std::string& cell : rows[at].after) text += " " + cell;
                std::string shape = shape_of(text);
                edges.push_back({at, rows[at].page, head, static_cast<int>(k), y, std::move(text), std::move(shape)});
            }
        }
        begin = end;
    }
    return edges;
}

/// Edge rows that are pages' numbers: by their shape, or bare figures that count up with the pages.
std::vector<bool> page_numbers(const std::vector<Edge>& edges, std::size_t pages) {
    std::map<std::pair<bool, long>, std::size_t> steps;   // how often a figure is ahead of its page by so much
    for (const Edge& edge : edges)
        if (const auto number = bare_number(edge.text)) ++steps[{edge.head, *number - static_cast<long>(edge.page)}];
    std::vector<bool> found(edges.size());
    for (std::size_t i = 0; i < edges.size(); ++i) {
        found[i] = is_number_shape(edges[i].shape);
        const auto number = bare_number(edges[i].text);
        if (!number || edges[i].from_edge > 1) continue;
        const long ahead = *number - static_cast<long>(edges[i].page);
        found[i] = found[i] || steps[{edges[i].head, ahead}] >= 2 || (pages <= 2 && ahead == 1 && !edges[i].head && edges[i].from_edge == 0);
    }
    return found;
}

std::string shown(std::string_view text) {
    if (text.size() <= kShown) return std::string(text);
    std::size_t end = kShown;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return std::string(text.substr(0, end)) + "\u2026";
}

/// Whether each edge row stands at the same height of several pages with the same words.
std::vector<bool> running_rows(const std::vector<Edge>& edges, const std::vector<bool>& numbers, std::size_t pages) {
    std::map<std::tuple<bool, std::string_view, long>, std::vector<std::size_t>> same;   // by edge, shape and height
    for (std::size_t i = 0; i < edges.size(); ++i)
        if (!numbers[i] && edges[i].shape.size() >= 2)
            for (const long step : {0L, 1L})   // two overlapping grids of heights, so that no border parts equals
                same[{edges[i].head, edges[i].shape, std::lround(std::floor((edges[i].y + static_cast<float>(step) * 6) / 12)) * 2 + step}].push_back(i);
    std::vector<bool> running(edges.size());
    for (const auto& [key, where] : same)
        if (where.size() >= 2 && where.size() * 10 >= pages * 3)
            for (const std::size_t i : where) running[i] = true;
    return running;
}

void drop(std::vector<Row>& rows, const std::vector<bool>& gone) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (gone[i]) continue;
        if (kept != i) rows[kept] = std::move(rows[i]);
        ++kept;
    }
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(kept), rows.end());
}

}  // namespace

std::vector<std::string> remove_furniture(std::vector<Row>& rows, const std::vector<Page>& pages) {
    const std::vector<Edge> edges = edges_of(rows, pages);
    const std::vector<bool> numbers = page_numbers(edges, pages.size()), running = running_rows(edges, numbers, pages.size());
    std::vector<bool> gone(rows.size());
    std::size_t counted = 0;
    std::map<std::pair<bool, std::string>, std::size_t> heads;
    bool unbroken[2] = {true, true};   // nothing but furniture between the foot, the head and the edge of the page
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const Edge& edge = edges[i];
        if (edge.from_edge == 0) unbroken[edge.head] = true;
        unbroken[edge.head] = unbroken[edge.head] && (numbers[i] || running[i]);
        if (!unbroken[edge.head] || gone[edge.row] || (edge.head && edge.page == 0 && !numbers[i])) continue;
        gone[edge.row] = true;
        if (numbers[i]) ++counted;
        else ++heads[{edge.head, shown(edge.text)}];
    }
    std::vector<std::string> said;
    if (counted > 0) said.push_back(std::to_string(counted) + (counted == 1 ? " page number" : " page numbers"));
    for (const auto& [text, count] : heads)
        said.push_back("\u201C" + text.second + "\u201D at the " + (text.first ? "head" : "foot") + " of " + std::to_string(count) + (count == 1 ? " page" : " pages"));
    drop(rows, gone);
    return said;
}

}  // namespace minutes::pdf
