#pragma once

#include "corpus/markup/list_number.hpp"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace minutes {

/// The lists of a DOCX (word/numbering.xml) and the styles that number paragraphs (word/styles.xml), and the count in each list.
class DocxNumbering {
public:
    /// Either may be empty: then nothing is numbered.
    DocxNumbering(std::string_view numbering_xml, std::string_view styles_xml);

    /// What stands before the next paragraph: "3. ", "3.1 ", "(a) ", a bullet, or "". The paragraph's own list wins over its style's. Counts on.
    [[nodiscard]] std::string next(std::string_view style, std::optional<int> list, std::optional<int> level);

private:
    static constexpr int kLevels = 9;
    struct Level {
        NumberStyle style = NumberStyle::decimal;
        bool bullet = false;
        long start = 1;
        std::string form;   ///< "%1.%2."
    };
    struct Counted {
        std::array<std::optional<long>, kLevels> at;
    };
    struct List {
        int kind = 0;
        std::map<int, long> restarts;   ///< by level
    };
    struct StyleList {
        std::optional<int> list, level;
        std::string based_on;
    };

    void read_numbering(std::string_view xml);
    void read_styles(std::string_view xml);
    [[nodiscard]] StyleList of_style(std::string_view style) const;

    std::map<int, std::array<Level, kLevels>> kinds_;
    std::map<int, List> lists_;
    std::map<std::string, StyleList, std::less<>> styles_;
    std::map<int, Counted> counts_;   ///< by kind: lists of one kind count on
};

}  // namespace minutes
