#pragma once

#include <algorithm>
#include <initializer_list>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace minutes {

/// Words in lower case, in order: views into lexemes or tables that the caller keeps alive.
using Words = std::vector<std::string_view>;

/// Hashes a word, so that a map of strings can be asked about a view.
struct WordHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
};

template <typename Value>
using WordMap = std::unordered_map<std::string, Value, WordHash, std::equal_to<>>;

/// Whether a word is one of a few.
[[nodiscard]] inline bool is_one_of(std::string_view word, std::initializer_list<std::string_view> few) {
    for (const std::string_view one : few)   // most differ in their first letter: that costs no call
        if (one.size() == word.size() && (word.empty() || one.front() == word.front()) && one == word) return true;
    return false;
}

/// One element of a word pattern: alternatives, a gap, or an anchor.
struct PatternStep {
    enum Kind { word, gap, start, finish } kind = word;
    Words any_of;
};

/// A pattern as data tables print it: "director ... children|children's", "^ leader $".
using Pattern = std::vector<PatternStep>;

/// Parses the cell of a table. An empty alternative ("of|for|") matches a word that is not there.
[[nodiscard]] Pattern parse_pattern(std::string_view cell);

/// Whether the pattern occurs in `words`: anywhere, unless anchored. O(words x pattern) for patterns without gaps.
[[nodiscard]] bool occurs(const Pattern& pattern, const Words& words);

/// The words of a cell, split at single spaces.
[[nodiscard]] Words split_words(std::string_view cell, char separator = ' ');

}  // namespace minutes
