#include "searcher/snippet.hpp"

#include "searcher/columns.hpp"
#include "searcher/sentences.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace minutes {
namespace {

constexpr std::size_t kSlack = 60;       ///< bytes within which a sentence border is worth moving to
constexpr std::size_t kMostWindows = 3;
constexpr std::size_t kLeastWindow = 60; ///< bytes; less tells nobody what is spoken of

/// Bytes of the text that are shown.
struct Window {
    std::size_t begin = 0, end = 0;
};

/// A run of hits, by index.
struct Run {
    std::size_t first = 0, last = 0;
};

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }

/// Moves `at` (before `limit`) forward to the start of a sentence within the slack, else of a word.
std::size_t begin_cleanly(std::string_view text, std::size_t at, std::size_t limit) {
    if (at == 0) return 0;
    for (std::size_t i = at - 1; i < std::min(limit, at + kSlack); ++i)
        if (ends_sentence(text, i)) return i + 1;
    for (std::size_t i = at - 1; i < limit; ++i)
        if (is_space(text[i])) return i + 1;
    return std::min(cut_after(text, at), limit);
}

/// Moves `at` (after `limit`) back to the end of a sentence within the slack, else of a word.
std::size_t end_cleanly(std::string_view text, std::size_t at, std::size_t limit) {
    if (at >= text.size()) return text.size();
    for (std::size_t i = at; i > limit && i + kSlack > at; --i)
        if (ends_sentence(text, i)) return i;
    for (std::size_t i = at; i > limit; --i)
        if (is_space(text[i])) return i;
    return std::max(cut_before(text, at), limit);
}

/// Hits by what they show: hits of one number are the same words but for case.
std::vector<std::size_t> kinds_of(std::string_view text, const std::vector<Span>& hits) {
    std::map<std::string, std::size_t> known;
    std::vector<std::size_t> kinds;
    for (const Span hit : hits) {
        std::string key(slice(text, hit));
        for (char& c : key) if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        kinds.push_back(known.emplace(std::move(key), known.size()).first->second);
    }
    return kinds;
}

/// The run within `max_bytes` that shows most kinds not `shown` yet, then most hits, then the first.
Run best_run(const std::vector<Span>& hits, const std::vector<std::size_t>& kinds, const std::set<std::size_t>& shown, std::size_t max_bytes) {
    Run best;
    std::pair<std::size_t, std::size_t> best_worth{0, 0};
    std::map<std::size_t, std::size_t> inside;
    for (std::size_t first = 0, last = 0; first < hits.size(); ++first) {
        for (; last < hits.size() && (last == first || hits[last].end - hits[first].begin <= max_bytes); ++last)
            if (shown.count(kinds[last]) == 0) ++inside[kinds[last]];
        const std::pair<std::size_t, std::size_t> worth{inside.size(), last - first};
        if (worth > best_worth) {
            best = {first, last - 1};
            best_worth = worth;
        }
        if (const auto leaving = inside.find(kinds[first]); leaving != inside.end() && --leaving->second == 0) inside.erase(leaving);
    }
    return best;
}

/// At most `count` runs of `max_bytes` each that together show most kinds, in the order of the text.
std::vector<Run> best_runs(const std::vector<Span>& hits, const std::vector<std::size_t>& kinds, std::size_t count, std::size_t max_bytes) {
    std::set<std::size_t> shown;
    std::vector<Run> runs;
    while (runs.size() < count) {
        const Run run = best_run(hits, kinds, shown, max_bytes);
        const std::size_t before = shown.size();
        for (std::size_t i = run.first; i <= run.last; ++i) shown.insert(kinds[i]);
        if (shown.size() == before) break;  // nothing new
        runs.push_back(run);
    }
    std::sort(runs.begin(), runs.end(), [](const Run& a, const Run& b) { return a.first < b.first; });
    return runs;
}

std::size_t kinds_shown(const std::vector<Run>& runs, const std::vector<std::size_t>& kinds) {
    std::set<std::size_t> shown;
    for (const Run& run : runs)
        for (std::size_t i = run.first; i <= run.last; ++i) shown.insert(kinds[i]);
    return shown.size();
}

/// The window of `max_bytes` around a run, cut cleanly.
Window window_around(std::string_view text, std::size_t keep_begin, std::size_t keep_end, std::size_t max_bytes) {
    const std::size_t room = max_bytes > keep_end - keep_begin ? max_bytes - (keep_end - keep_begin) : 0;
    std::size_t begin = keep_begin - std::min(keep_begin, room / 2);
    std::size_t end = std::min(text.size(), std::max(begin + max_bytes, keep_end));
    if (end == text.size()) begin = std::min(begin, end > max_bytes ? end - max_bytes : 0);
    begin = begin_cleanly(text, begin, keep_begin);
    end = end_cleanly(text, std::max(end, std::min(text.size(), begin + max_bytes)), keep_end);
    return {begin, end};
}

/// Draws the window back where it would cut a hit; those of its own run lie within.
void spare_hits(std::string_view text, Window& window, const std::vector<Span>& hits, const Run& run) {
    for (std::size_t i = run.last + 1; i < hits.size() && hits[i].begin < window.end; ++i)
        if (hits[i].end > window.end) window.end = std::max<std::size_t>(hits[i].begin, hits[run.last].end);
    for (std::size_t i = run.first; i-- > 0 && hits[i].end > window.begin;)
        if (hits[i].begin < window.begin) window.begin = std::min<std::size_t>(hits[i].end, hits[run.first].begin);
    while (window.end > hits[run.last].end && is_space(text[window.end - 1])) --window.end;
    while (window.begin < hits[run.first].begin && is_space(text[window.begin])) ++window.begin;
}

std::vector<Window> windows_of(std::string_view text, const std::vector<Span>& hits, std::size_t max_bytes) {
    if (hits.empty()) return {{0, end_cleanly(text, std::min(text.size(), max_bytes), 0)}};
    const std::vector<std::size_t> kinds = kinds_of(text, hits);
    std::vector<Run> runs = best_runs(hits, kinds, 1, max_bytes);
    for (std::size_t count = 2; count <= kMostWindows && max_bytes / count >= kLeastWindow; ++count) {
        std::vector<Run> more = best_runs(hits, kinds, count, max_bytes / count);
        if (kinds_shown(more, kinds) > kinds_shown(runs, kinds)) runs = std::move(more);
    }
    std::vector<Window> windows;
    for (const Run& run : runs) {
        Window window = window_around(text, hits[run.first].begin, hits[run.last].end, max_bytes / runs.size());
        spare_hits(text, window, hits, run);
        if (!windows.empty() && window.begin <= windows.back().end + kGap.size()) windows.back().end = std::max(windows.back().end, window.end);
        else windows.push_back(window);
    }
    return windows;
}

}  // namespace

Snippet make_snippet(std::string_view text, const std::vector<Span>& hits, std::size_t max_bytes) {
    const std::vector<Window> windows = windows_of(text, hits, max_bytes);
    Snippet snippet;
    snippet.cut_before = windows.front().begin > 0;
    snippet.cut_after = windows.back().end < text.size();
    for (const Window& window : windows) {
        if (!snippet.text.empty()) {
            while (is_space(snippet.text.back())) snippet.text.pop_back();
            snippet.text += kGap;
        }
        const std::size_t moved = snippet.text.size();
        snippet.text += text.substr(window.begin, window.end - window.begin);
        for (const Span hit : hits)
            if (hit.begin >= window.begin && hit.end <= window.end)
                snippet.hits.push_back({static_cast<std::uint32_t>(hit.begin - window.begin + moved), static_cast<std::uint32_t>(hit.end - window.begin + moved)});
    }
    return snippet;
}

}  // namespace minutes
