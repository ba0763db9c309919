#include "searcher/sentences.hpp"

#include "searcher/columns.hpp"

#include <algorithm>
#include <set>

namespace minutes {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Whether the stop at `at` ends a word that is shortened.
bool shortens(std::string_view text, std::size_t at) {
    std::size_t begin = at;
    while (begin > 0 && is_letter(text[begin - 1])) --begin;
    const std::string_view word = text.substr(begin, at - begin);
    static const std::set<std::string_view> kShort = {"Mr", "Mrs", "Ms", "Dr", "Prof", "Cllr", "Rev", "Hon", "St", "No", "Nos", "para", "paras", "cf", "vs", "approx"};
    return word.size() == 1 || kShort.count(word) > 0;
}

}  // namespace

bool ends_sentence(std::string_view text, std::size_t space) {
    if (space == 0 || space >= text.size() || !is_space(text[space])) return false;
    std::size_t at = space;
    while (at > 0 && (text[at - 1] == ')' || text[at - 1] == '"' || text[at - 1] == '\'')) --at;
    if (at == 0) return false;
    const char last = text[at - 1];
    return last == '?' || last == '!' || (last == '.' && !shortens(text, at - 1));
}

Span sentence_around(std::string_view text, Span hit) {
    const std::size_t first = cut_after(text, hit.begin - std::min<std::size_t>(hit.begin, kLongestSentence));
    const std::size_t last = cut_before(text, std::min(text.size(), hit.end + kLongestSentence));
    std::size_t begin = hit.begin, end = hit.end;
    while (begin > first && !ends_sentence(text, begin - 1)) --begin;
    while (begin < hit.begin && is_space(text[begin])) ++begin;
    while (end < last && !ends_sentence(text, end)) ++end;
    while (end > hit.end && is_space(text[end - 1])) --end;
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace minutes
