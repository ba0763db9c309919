#include "analyzers/structure/plain_text.hpp"

#include <algorithm>
#include <array>

namespace minutes {
namespace {

struct Fold {
    std::string_view from, to;
};

// Typographic characters of saved pages and word processors, all of two or three bytes.
constexpr std::array<Fold, 14> kFolds = {{
    {"\u2019", "'"}, {"\u2018", "'"}, {"\u02BC", "'"}, {"\u201C", "\""}, {"\u201D", "\""}, {"\u2013", "-"}, {"\u2014", "-"},
    {"\u2011", "-"}, {"\u2010", "-"}, {"\u2212", "-"}, {"\u2026", "..."}, {"\u00AD", ""}, {"\u00B4", "'"}, {"\u2012", "-"},
}};

const Fold* fold_at(std::string_view text, std::size_t at) {
    for (const Fold& fold : kFolds)
        if (text.substr(at, fold.from.size()) == fold.from) return &fold;
    return nullptr;
}

constexpr bool is_markdown(char c) { return c == '*' || c == '#' || c == '_' || c == '\\'; }

/// What ASCII characters other than white space and Markdown's read as; 0 for all others.
constexpr std::array<char, 256> kFolded = [] {
    std::array<char, 256> folded{};
    for (std::size_t i = 1; i < 0x80; ++i) {
        const char c = static_cast<char>(i);
        const bool space = c == ' ' || (c >= '\t' && c <= '\r');
        folded[i] = space || is_markdown(c) ? '\0' : is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return folded;
}();

std::size_t last_of_trimmed(std::string_view text) {
    return trimmed(text, {0, static_cast<std::uint32_t>(text.size())}).end;
}

}  // namespace

std::size_t wide_space_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t k) { return at + k < text.size() ? static_cast<unsigned char>(text[at + k]) : 0u; };
    const unsigned second = byte(1), third = byte(2);
    switch (byte(0)) {
        case 0xC2: return second == 0xA0 || second == 0x85 ? 2 : 0;   // U+00A0, U+0085
        case 0xE2:
            if (second == 0x80) return (third >= 0x01 && third <= 0x8D) || third == 0xA8 || third == 0xA9 || third == 0xAF ? 3 : 0;   // thin and zero-width spaces, U+2028, U+2029, U+202F
            return second == 0x81 && (third == 0x9F || third == 0xA0) ? 3 : 0;   // U+205F, U+2060
        case 0xE3: return second == 0x80 && third == 0x80 ? 3 : 0;    // U+3000
        case 0xEF: return second == 0xBB && third == 0xBF ? 3 : 0;    // U+FEFF
        default: return 0;
    }
}

Span trimmed(std::string_view text, Span span) {
    while (span.begin < span.end) {
        const std::size_t size = space_at(text, span.begin);
        if (size == 0) break;
        span.begin += static_cast<std::uint32_t>(size);
    }
    if (span.begin >= span.end) return {span.end, span.end};
    while (span.end > span.begin) {
        std::size_t at = span.end - 1;
        while (at > span.begin && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
        if (space_at(text, at) == 0) break;
        span.end = static_cast<std::uint32_t>(at);
    }
    return span;
}

std::string plain_form(std::string_view text) {
    std::string plain(text.size(), '\0');   // no character folds to more bytes than it has
    char* const begin = plain.data();
    char* end = begin;
    const std::size_t size = text.size();
    for (std::size_t at = 0; at < size;) {
        const char c = text[at];
        if (const char folded = kFolded[static_cast<unsigned char>(c)]; folded != 0) {
            *end++ = folded;
            ++at;
        } else if (c == ' ') {
            if (end != begin && end[-1] != ' ') *end++ = ' ';
            ++at;
        } else if (const std::size_t space = space_at(text, at); space != 0) {
            if (end != begin && end[-1] != ' ') *end++ = ' ';
            at += space;
        } else if (const Fold* fold = static_cast<unsigned char>(c) >= 0xC2 ? fold_at(text, at) : nullptr) {
            end = std::copy(fold->to.begin(), fold->to.end(), end);
            at += fold->from.size();
        } else {
            if (!is_markdown(c)) *end++ = c;
            ++at;
        }
    }
    while (end != begin && end[-1] == ' ') --end;
    plain.resize(static_cast<std::size_t>(end - begin));
    return plain;
}

std::size_t raw_size(std::string_view text, std::size_t plain_bytes) {
    std::size_t plain = 0;
    bool spaced = true;
    for (std::size_t at = 0; at < text.size();) {
        if (plain >= plain_bytes) return at;
        if (const std::size_t space = space_at(text, at); space != 0) {
            plain += spaced ? 0 : 1;
            spaced = true;
            at += space;
        } else if (const Fold* fold = static_cast<unsigned char>(text[at]) >= 0xC2 ? fold_at(text, at) : nullptr) {
            plain += fold->to.size();
            spaced = spaced && fold->to.empty();
            at += fold->from.size();
        } else {
            plain += is_markdown(text[at]) ? 0 : 1;
            spaced = spaced && is_markdown(text[at]);
            ++at;
            while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80 && plain >= plain_bytes) ++at;
        }
    }
    return text.size();
}

std::string collapsed(std::string_view text) {
    std::string line;
    line.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        if (const std::size_t space = space_at(text, at); space != 0) {
            if (!line.empty() && line.back() != ' ') line += ' ';
            at += space;
        } else {
            if (text[at] != '*' && text[at] != '\\' && !(text[at] == '#' && line.empty())) line += text[at];
            ++at;
        }
    }
    while (!line.empty() && line.back() == ' ') line.pop_back();
    while (!line.empty() && line.front() == ' ') line.erase(0, 1);
    return line;
}

std::size_t count_words(std::string_view text, std::size_t limit) {
    std::size_t words = 0;
    bool inside = false;
    for (std::size_t at = 0; at < text.size() && words < limit;) {
        const std::size_t space = space_at(text, at);
        if (space == 0 && !inside) ++words;
        inside = space == 0;
        at += space == 0 ? 1 : space;
    }
    return words;
}

bool is_capitals(std::string_view text) {
    std::size_t letters = 0;
    for (const char c : text) {
        if (is_small(c)) return false;
        letters += is_letter(c) ? 1 : 0;
    }
    return letters >= 2;
}

bool starts_small(std::string_view text) {
    for (const char c : text)
        if (is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80) return is_small(c);
    return false;
}

bool ends_sentence(std::string_view text) {
    std::size_t end = last_of_trimmed(text);
    while (end > 0) {
        const char c = text[end - 1];
        if (c == '.' || c == '?' || c == '!') return true;
        if (c == ')' || c == ']' || c == '"' || c == '\'' || c == '*') --end;
        else if (end >= 3 && (text.substr(end - 3, 3) == "\u2019" || text.substr(end - 3, 3) == "\u201D")) end -= 3;
        else return false;
    }
    return false;
}

char last_mark(std::string_view text) {
    std::size_t end = last_of_trimmed(text);
    while (end > 0 && is_markdown(text[end - 1])) end = last_of_trimmed(text.substr(0, end - 1));
    if (end == 0) return 0;
    return static_cast<unsigned char>(text[end - 1]) < 0x80 ? text[end - 1] : 0;
}

}  // namespace minutes
