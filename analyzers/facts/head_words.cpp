#include "analyzers/facts/head_words.hpp"

#include "analyzers/facts/word_finder.hpp"
#include "analyzers/tables.hpp"

#include <algorithm>
#include <array>

namespace minutes {

extern const std::string_view k_head_words_tsv;

namespace {

constexpr std::array<std::string_view, 12> kNames = {"body",       "no-body",      "lead",         "tail",               "kind",  "occasion",
                                                     "no-council", "not-the-date", "not-the-date-after", "aside", "place", "no-venue"};

}  // namespace

const std::vector<std::string_view>& head_words(HeadWord kind) {
    static const std::array<std::vector<std::string_view>, kNames.size()> words = [] {
        std::array<std::vector<std::string_view>, kNames.size()> lists;
        for (const TableRow& row : table_rows(k_head_words_tsv, 2)) {
            const auto name = std::find(kNames.begin(), kNames.end(), row[0]);
            if (name != kNames.end()) lists[static_cast<std::size_t>(name - kNames.begin())].push_back(row[1]);
        }
        return lists;
    }();
    return words[static_cast<std::size_t>(kind)];
}

bool is_head_word(HeadWord kind, std::string_view word) {
    const auto& words = head_words(kind);
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool has_head_word(HeadWord kind, std::string_view text) {
    static const std::vector<WordFinder> finders = [] {
        std::vector<WordFinder> made;
        for (std::size_t i = 0; i < kNames.size(); ++i) made.emplace_back(head_words(static_cast<HeadWord>(i)));
        return made;
    }();
    return finders[static_cast<std::size_t>(kind)].any_in(text);
}

}  // namespace minutes
