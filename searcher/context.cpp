#include "searcher/context.hpp"

#include <algorithm>

namespace minutes {
namespace {

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }
bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v'; }
constexpr std::string_view kNoBreakSpace = "\u00a0";

}  // namespace

std::string collapse_space(std::string_view text) {
    std::string collapsed;
    bool space = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool no_break = text.substr(i).starts_with(kNoBreakSpace);
        if (no_break || is_space(text[i])) {
            space = true;
            if (no_break) ++i;
            continue;
        }
        if (space) collapsed += ' ';
        space = false;
        collapsed += text[i];
    }
    if (space) collapsed += ' ';
    return collapsed;
}

std::size_t characters_in(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

std::string left_context(std::string_view text, std::size_t characters) {
    // Four times as many bytes hold the characters unless most of them are space; that is context enough.
    std::size_t begin = text.size() - std::min(text.size(), characters * 8);
    while (begin < text.size() && is_continuation(text[begin])) ++begin;
    std::string context = collapse_space(text.substr(begin));
    const bool whole = begin == 0 && characters_in(context) <= characters;
    if (whole) return context;
    std::size_t at = context.size();
    for (std::size_t seen = 0; at > 0 && seen < characters; ++seen)
        do --at;
        while (at > 0 && is_continuation(context[at]));
    if (at > 0 && context[at - 1] != ' ') {
        const std::size_t space = context.find(' ', at);
        if (space != std::string::npos && space + 1 < context.size()) at = space + 1;
    }
    return context.substr(at);
}

std::string right_context(std::string_view text, std::size_t characters) {
    std::size_t end = std::min(text.size(), characters * 8);
    while (end < text.size() && is_continuation(text[end])) ++end;
    std::string context = collapse_space(text.substr(0, end));
    if (end == text.size() && characters_in(context) <= characters) return context;
    std::size_t at = 0;
    for (std::size_t seen = 0; at < context.size() && seen < characters; ++seen)
        do ++at;
        while (at < context.size() && is_continuation(context[at]));
    if (at < context.size() && context[at] != ' ') {
        const std::size_t space = context.rfind(' ', at);
        if (space != std::string::npos && space > 0) at = space;
    }
    return context.substr(0, at);
}

}  // namespace minutes
