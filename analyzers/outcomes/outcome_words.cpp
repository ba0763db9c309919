#include "analyzers/outcomes/outcome_words.hpp"

#include "analyzers/people/patterns.hpp"
#include "analyzers/tables.hpp"
#include "corpus/problem.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <utility>

namespace minutes {

extern const std::string_view k_outcome_words_tsv;

namespace {

// In the order of OutcomeWord.
constexpr std::array<std::string_view, 26> kClassNames = {
    "decision", "lost", "carried", "put", "body", "for", "against", "abstained", "voting", "ballot", "vote", "number", "mover", "seconder", "both",
    "moves", "seconds", "pair", "action", "done", "owner-head", "task-head", "due-head", "due", "due-words", "no-task"};

constexpr std::size_t kLongestRow = 12;  // lexemes, with full stops between them

struct Row {
    OutcomeWord word_class;
    std::vector<Words> words;  ///< alternatives for each word
    std::string_view value;
};

struct WordTable {
    std::vector<Row> rows;
    std::unordered_multimap<std::string_view, std::size_t> by_first;
};

/// A misspelt class would be lost without a word, so it is an Error.
OutcomeWord class_named(const TableRow& row) {
    const auto at = std::find(kClassNames.begin(), kClassNames.end(), row[0]);
    if (at == kClassNames.end() || row[1].empty())
        throw Error("analyzers/data/outcome_words.tsv, row '" + std::string(row[1]) + "': '" + std::string(row[0]) + "' is not known; correct the table and build again");
    return static_cast<OutcomeWord>(at - kClassNames.begin());
}

const WordTable& word_table() {
    static const WordTable table = [] {
        WordTable made;
        for (const TableRow& cells : table_rows(k_outcome_words_tsv, 3)) {
            Row row{class_named(cells), {}, cells[2]};
            for (const std::string_view word : split_words(cells[1])) row.words.push_back(split_words(word, '|'));
            for (const std::string_view first : row.words.front()) made.by_first.emplace(first, made.rows.size());
            made.rows.push_back(std::move(row));
        }
        return made;
    }();
    return table;
}

template <OutcomeWord word_class>
std::vector<std::string_view> first_words() {
    std::vector<std::string_view> words;
    for (const auto& [first, row] : word_table().by_first)
        if (word_table().rows[row].word_class == word_class) words.push_back(first);
    return words;
}

template <std::size_t... places>
std::array<WordSet, sizeof...(places)> sets_of_first_words(std::index_sequence<places...>) {
    return {WordSet(first_words<static_cast<OutcomeWord>(places)>)...};
}

/// What the rows of each class start with, so that most words of a text cost no look into the table.
const auto kFirstWords = sets_of_first_words(std::make_index_sequence<kClassNames.size()>());

/// Where the row ends that starts at `i`, or 0. Full stops between its words ("nem. con.") do not count.
std::size_t row_end(const Lexemes& lexemes, std::size_t i, std::size_t end, const Row& row) {
    for (std::size_t w = 0; w < row.words.size(); ++w) {
        if (w > 0 && i < end && lexemes[i].form == ".") ++i;
        if (i >= end || std::find(row.words[w].begin(), row.words[w].end(), lexemes[i].form) == row.words[w].end()) return 0;
        ++i;
    }
    return i;
}

}  // namespace

WordBits first_words_of(std::initializer_list<OutcomeWord> classes) {
    WordBits bits = 0;
    for (const OutcomeWord word_class : classes) bits |= kFirstWords[static_cast<std::size_t>(word_class)].bit();
    return bits;
}

std::optional<WordsAt> words_at(const Lexemes& lexemes, std::size_t i, std::size_t end, OutcomeWord word_class) {
    end = std::min(end, lexemes.size());
    if (i >= end || !kFirstWords[static_cast<std::size_t>(word_class)].has(lexemes[i])) return std::nullopt;
    const WordTable& table = word_table();
    WordsAt best;
    const auto [first, last] = table.by_first.equal_range(lexemes[i].form);
    for (auto it = first; it != last; ++it) {
        const Row& row = table.rows[it->second];
        if (row.word_class != word_class) continue;
        const std::size_t at = row_end(lexemes, i, end, row);
        if (at > best.end) best = {at, row.value};
    }
    return best.end > 0 ? std::optional(best) : std::nullopt;
}

std::optional<std::size_t> words_before(const Lexemes& lexemes, std::size_t begin, std::size_t i, OutcomeWord word_class) {
    for (std::size_t from = std::max(begin, i > kLongestRow ? i - kLongestRow : 0); from < i; ++from)
        if (const auto words = words_at(lexemes, from, i, word_class); words && words->end == i) return from;
    return std::nullopt;
}

bool has_words(const Lexemes& lexemes, Range range, OutcomeWord word_class) {
    for (std::size_t i = range.begin; i < std::min(range.end, lexemes.size()); ++i)
        if (words_at(lexemes, i, range.end, word_class)) return true;
    return false;
}

}  // namespace minutes
