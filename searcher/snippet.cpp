#include "searcher/snippet.hpp"

#include <algorithm>

namespace minutes {
namespace {

constexpr std::size_t kSlack = 60;  // bytes within which a sentence border is worth moving to

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }
bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }
bool ends_sentence(std::string_view text, std::size_t space) {
    return space > 0 && is_space(text[space]) && (text[space - 1] == '.' || text[space - 1] == '?' || text[space - 1] == '!');
}

/// The run of hits that fits into `max_bytes` and has most members; [first, last] as indices.
std::pair<std::size_t, std::size_t> densest_run(const std::vector<Span>& hits, std::size_t max_bytes) {
    std::pair<std::size_t, std::size_t> best{0, 0};
    for (std::size_t first = 0, last = 0; first < hits.size(); ++first) {
        last = std::max(last, first);
        while (last + 1 < hits.size() && hits[last + 1].end - hits[first].begin <= max_bytes) ++last;
        if (last - first > best.second - best.first) best = {first, last};
    }
    return best;
}

/// Moves `at` (before `limit`) forward to the start of a sentence within the slack, else of a word.
std::size_t begin_cleanly(std::string_view text, std::size_t at, std::size_t limit) {
    if (at == 0) return 0;
    for (std::size_t i = at; i < std::min(limit, at + kSlack); ++i)
        if (ends_sentence(text, i)) return i + 1;
    for (std::size_t i = at; i < limit; ++i)
        if (is_space(text[i])) return i + 1;
    while (at < limit && is_continuation(text[at])) ++at;
    return at;
}

/// Moves `at` (after `limit`) back to the end of a sentence within the slack, else of a word.
std::size_t end_cleanly(std::string_view text, std::size_t at, std::size_t limit) {
    if (at >= text.size()) return text.size();
    for (std::size_t i = at; i > limit && i + kSlack > at; --i)
        if (ends_sentence(text, i)) return i;
    for (std::size_t i = at; i > limit; --i)
        if (is_space(text[i])) return i;
    while (at > limit && is_continuation(text[at])) --at;
    return at;
}

}  // namespace

Snippet make_snippet(std::string_view text, const std::vector<Span>& hits, std::size_t max_bytes) {
    std::size_t begin = 0, end = std::min(text.size(), max_bytes);
    std::size_t keep_begin = 0, keep_end = 0;
    if (!hits.empty()) {
        const auto [first, last] = densest_run(hits, max_bytes);
        keep_begin = hits[first].begin;
        keep_end = hits[last].end;
        const std::size_t room = max_bytes > keep_end - keep_begin ? max_bytes - (keep_end - keep_begin) : 0;
        begin = keep_begin - std::min(keep_begin, room / 2);
        end = std::min(text.size(), std::max(begin + max_bytes, keep_end));
        if (end == text.size()) begin = std::min(begin, end > max_bytes ? end - max_bytes : 0);
    }
    begin = begin_cleanly(text, begin, keep_begin);
    end = end_cleanly(text, end, keep_end);
    Snippet snippet{std::string(text.substr(begin, end - begin)), {}, begin > 0, end < text.size()};
    for (const Span hit : hits)
        if (hit.begin >= begin && hit.end <= end)
            snippet.hits.push_back({static_cast<std::uint32_t>(hit.begin - begin), static_cast<std::uint32_t>(hit.end - begin)});
    return snippet;
}

}  // namespace minutes
