#include "analyzers/words/word_split.hpp"

#include "analyzers/words/word_form.hpp"
#include "corpus/problem.hpp"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>

namespace minutes {
namespace {

/// `link`: may start a link between the two parts of a word; its neighbours tell.
enum class Sort : std::uint8_t { other, letter, digit, link };

constexpr std::array<Sort, 256> kSorts = [] {
    std::array<Sort, 256> sorts{};
    for (int c = '0'; c <= '9'; ++c) sorts[static_cast<std::size_t>(c)] = Sort::digit;
    for (int c = 'a'; c <= 'z'; ++c) sorts[static_cast<std::size_t>(c)] = sorts[static_cast<std::size_t>(c - 'a' + 'A')] = Sort::letter;
    for (const unsigned char c : {'.', ',', '\'', '`', '\xC2', '\xCA', '\xE2'}) sorts[c] = Sort::link;
    return sorts;
}();

Sort sort_at(std::string_view text, std::size_t at) {
    return at < text.size() ? kSorts[static_cast<unsigned char>(text[at])] : Sort::other;
}

constexpr bool is_alphanumeric(Sort sort) { return sort == Sort::letter || sort == Sort::digit; }

bool is_digit_at(std::string_view text, std::size_t at) { return sort_at(text, at) == Sort::digit; }

/// Whether the comma at `at` separates thousands: one to three digits before it and just three after.
bool separates_thousands(std::string_view text, std::size_t at) {
    std::size_t before = 0, after = 0;
    while (before < 4 && before < at && is_digit_at(text, at - before - 1)) ++before;
    while (after < 4 && is_digit_at(text, at + after + 1)) ++after;
    return before >= 1 && before <= 3 && after == 3;
}

bool is_decimal_point(std::string_view text, std::size_t at) {
    return at > 0 && is_digit_at(text, at - 1) && is_digit_at(text, at + 1);
}

/// Bytes at `at` that carry a word on because of what stands on both sides of them, or 0.
std::size_t link_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return 0;
    if (text[at] == '.') return is_decimal_point(text, at) ? 1 : 0;
    if (text[at] == ',') return separates_thousands(text, at) ? 1 : 0;
    const std::size_t quote = apostrophe_at(text, at);
    const bool links = quote > 0 && is_alphanumeric(sort_at(text, at + quote)) && sort_at(text, at - 1) == sort_at(text, at + quote);
    return links ? quote : 0;
}

/// Bytes of the simple character that starts with the non-ASCII byte at `at`, or 0.
std::size_t simple_at(std::string_view text, std::size_t at) {
    if (const std::size_t quote = apostrophe_at(text, at)) return quote;
    const std::string_view two = text.substr(at, 2), three = text.substr(at, 3);
    if (two == "\u00A0" || two == "\u00A3") return 2;
    if (three >= "\u2010" && three <= "\u2015") return 3;  // hyphens and dashes
    return three == "\u201C" || three == "\u201D" || three == "\u2022" || three == "\u2026" || three == "\u20AC" ? 3 : 0;
}

struct Close {
    void operator()(UBreakIterator* breaks) const { ubrk_close(breaks); }
    void operator()(UText* text) const { utext_close(text); }
};

void check(UErrorCode status) {
    if (U_FAILURE(status)) throw Error(std::string("ICU cannot find words (") + u_errorName(status) + "); reinstall the package libicu");
}

std::unique_ptr<UBreakIterator, Close> open_breaks() {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<UBreakIterator, Close> breaks(ubrk_open(UBRK_WORD, "en", nullptr, 0, &status));
    check(status);
    return breaks;
}

/// Bytes at `at`, inside a word of ICU's, that separate two words of ours; 0 if they do not.
std::size_t separator_at(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (static_cast<unsigned char>(c) < 0x80) {
        const bool separates = c == ':' || c == ';' || c == '_' || (c == '.' && !is_decimal_point(text, at)) ||
                               (c == ',' && !separates_thousands(text, at));
        return separates ? 1 : 0;
    }
    const auto [point, next] = decode(text, at);
    switch (u_getIntPropertyValue(static_cast<UChar32>(point), UCHAR_WORD_BREAK)) {
        case U_WB_EXTENDNUMLET: case U_WB_MIDLETTER: case U_WB_MIDNUM: case U_WB_MIDNUMLET: return next - at;
        default: return 0;
    }
}

void add_parts(std::string_view text, std::size_t begin, std::size_t end, std::vector<Span>& words) {
    const auto add = [&](std::size_t from, std::size_t to) {
        while (from < to && text[to - 1] == '\'') --to;  // UAX #29 leaves it on Hebrew words
        if (from < to) words.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)});
    };
    std::size_t part = begin;
    for (std::size_t i = begin; i < end;) {
        const std::size_t separator = separator_at(text, i);
        if (separator > 0) {
            add(part, i);
            part = i + separator;
        }
        i += separator > 0 ? separator : 1;
        while (i < end && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80) ++i;
    }
    add(part, end);
}

}  // namespace

std::size_t find_complex(std::string_view text, std::size_t from) {
    while (from < text.size()) {
        std::uint64_t eight = 0;
        if (text.size() - from >= sizeof eight) {
            std::memcpy(&eight, text.data() + from, sizeof eight);
            if ((eight & 0x8080808080808080U) == 0) {
                from += sizeof eight;
                continue;
            }
        }
        if (static_cast<unsigned char>(text[from]) < 0x80) {
            ++from;
            continue;
        }
        const std::size_t simple = simple_at(text, from);
        if (simple == 0) return from;
        from += simple;
    }
    return text.size();
}

void split_simple(std::string_view text, std::size_t from, std::size_t to, std::vector<Span>& words) {
    text = text.substr(0, to);
    for (std::size_t i = from; i < to;) {
        Sort sort = sort_at(text, i);
        if (!is_alphanumeric(sort)) {
            ++i;
            continue;
        }
        const std::size_t begin = i;
        while (is_alphanumeric(sort)) {
            sort = sort_at(text, ++i);
            if (sort != Sort::link) continue;
            i += link_at(text, i);
            sort = sort_at(text, i);
        }
        words.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(i)});
    }
}

void split_by_icu(std::string_view text, std::vector<Span>& words) {
    // Opening reads rules and takes a millisecond; one iterator a thread, as it must not be shared.
    thread_local const std::unique_ptr<UBreakIterator, Close> breaks = open_breaks();
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UText, Close> utf8(utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
    check(status);
    ubrk_setUText(breaks.get(), utf8.get(), &status);
    check(status);
    std::int32_t begin = ubrk_first(breaks.get());
    for (std::int32_t end = ubrk_next(breaks.get()); end != UBRK_DONE; begin = end, end = ubrk_next(breaks.get()))
        if (ubrk_getRuleStatus(breaks.get()) >= UBRK_WORD_NONE_LIMIT)
            add_parts(text, static_cast<std::size_t>(begin), static_cast<std::size_t>(end), words);
}

}  // namespace minutes
