#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace minutes::pdf {

/// A word as it stands on a page. Lengths are points (1/72 inch) from the left and upper edge.
struct Word {
    float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    std::string text;   ///< UTF-8, NFC, not empty, without spaces

    [[nodiscard]] float middle() const { return (y0 + y1) / 2; }
    [[nodiscard]] float height() const { return y1 - y0; }
};

struct Page {
    float width = 0, height = 0;
    std::vector<Word> words;
};

/// Words side by side, left to right.
struct Row {
    std::vector<Word> words;             ///< never empty
    float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    std::size_t page = 0;                ///< from 0
    int column = 0;                      ///< 0 = the page's width; 1, 2 = the columns of a page that has two
    std::vector<std::string> before;     ///< cells of a narrow column on the left that begin beside this row
    std::vector<std::string> after;      ///< cells of a narrow column on the right beside this row

    [[nodiscard]] float height() const { return y1 - y0; }
    [[nodiscard]] float middle() const { return (y0 + y1) / 2; }
};

/// Its words with single spaces.
[[nodiscard]] std::string text_of(const Row& row);

/// The pages in what `pdftotext -bbox-layout` prints. Ligatures are taken apart, soft hyphens, control characters and words set
/// upright along the margin are left out. Total: what is not understood is skipped. O(bytes).
[[nodiscard]] std::vector<Page> parse_pages(std::string_view xhtml);

/// Rows from words by their heights, top to bottom; `words` in any order. O(n log n).
[[nodiscard]] std::vector<Row> rows_of(std::vector<Word> words, std::size_t page, int column = 0);

}  // namespace minutes::pdf
