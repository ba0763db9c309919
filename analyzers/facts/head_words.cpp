#include "analyzers/facts/head_words.hpp"

#include "analyzers/facts/scan.hpp"
#include "analyzers/tables.hpp"

#include <algorithm>
#include <array>

namespace minutes {

extern const std::string_view k_head_words_tsv;

namespace {

using namespace scan;

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
    const auto stands = [&](std::string_view word) { return find_word(text, word) != std::string_view::npos; };
    const auto& words = head_words(kind);
    return std::any_of(words.begin(), words.end(), stands);
}

}  // namespace minutes
