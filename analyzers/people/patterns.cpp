#include "analyzers/people/patterns.hpp"

#include <algorithm>

namespace minutes {
namespace {

bool step_takes(const PatternStep& step, std::string_view word) {
    return std::find(step.any_of.begin(), step.any_of.end(), word) != step.any_of.end();
}

bool optional_step(const PatternStep& step) { return step_takes(step, ""); }

/// Whether steps [s, end) match the words from `at` on. Gaps recurse; patterns hold at most two and titles are short.
bool matches_from(const Pattern& pattern, std::size_t s, const Words& words, std::size_t at) {
    for (; s < pattern.size(); ++s) {
        const PatternStep& step = pattern[s];
        if (step.kind == PatternStep::finish) return at == words.size();
        if (step.kind == PatternStep::start) {
            if (at != 0) return false;
        } else if (step.kind == PatternStep::gap) {
            for (; at <= words.size(); ++at)
                if (matches_from(pattern, s + 1, words, at)) return true;
            return false;
        } else if (at < words.size() && step_takes(step, words[at])) {
            ++at;
        } else if (!optional_step(step)) {
            return false;
        }
    }
    return true;
}

}  // namespace

Words split_words(std::string_view cell, char separator) {
    Words words;
    while (!cell.empty()) {
        const std::size_t end = std::min(cell.find(separator), cell.size());
        words.push_back(cell.substr(0, end));
        cell.remove_prefix(std::min(end + 1, cell.size()));
        if (cell.empty() && end < cell.size()) break;
    }
    return words;
}

Pattern parse_pattern(std::string_view cell) {
    Pattern pattern;
    for (const std::string_view piece : split_words(cell)) {
        if (piece.empty()) continue;
        if (piece == "...") pattern.push_back({PatternStep::gap, {}});
        else if (piece == "^") pattern.push_back({PatternStep::start, {}});
        else if (piece == "$") pattern.push_back({PatternStep::finish, {}});
        else {
            pattern.push_back({PatternStep::word, split_words(piece, '|')});
            if (piece.back() == '|') pattern.back().any_of.push_back("");
        }
    }
    return pattern;
}

bool occurs(const Pattern& pattern, const Words& words) {
    if (pattern.empty()) return false;
    for (std::size_t at = 0; at < std::max<std::size_t>(words.size(), 1); ++at)
        if (matches_from(pattern, 0, words, at)) return true;
    return false;
}

}  // namespace minutes
