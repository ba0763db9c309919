#include "analyzers/facts/times.hpp"

#include "analyzers/facts/scan.hpp"

#include <array>
#include <cstdio>
#include <optional>

namespace minutes {
namespace {

using namespace scan;

enum class Half { none, morning, afternoon, noon, midnight, hours };

struct Mark {
    Half half = Half::none;
    std::size_t end = 0;
};

/// Numbers before they become a time.
struct Figures {
    int hour = 0, minute = 0;
    std::size_t hour_digits = 0;
    bool colon = false, has_minutes = false;
    std::size_t end = 0;
};

/// "am", "a.m.", "a. m" from `at`; 0 if it is neither that nor, with `letter` p, "pm".
std::size_t half_day_end(std::string_view text, std::size_t at, char letter) {
    if (fold(byte_at(text, at)) != letter) return 0;
    std::size_t end = at + 1;
    if (byte_at(text, end) == '.') end = byte_at(text, end + 1) == ' ' ? end + 2 : end + 1;
    if (fold(byte_at(text, end)) != 'm' || is_letter(byte_at(text, end + 1))) return 0;
    return end + (byte_at(text, end + 1) == '.' && byte_at(text, at + 1) == '.' ? 2u : 1u);
}

/// The word after the figures that says which half of the day they are of.
Mark mark_at(std::string_view text, std::size_t figures_end) {
    std::size_t at = skip_space(text, figures_end);
    for (const std::string_view clock : {"o'clock", "o\u2019clock", "o\u2018clock"})
        if (continues_with(text, at, clock)) at = skip_space(text, at + clock.size());
    if (has_word(text, at, "in the morning")) return {Half::morning, at + 14};
    if (has_word(text, at, "in the afternoon")) return {Half::afternoon, at + 16};
    if (has_word(text, at, "in the evening")) return {Half::afternoon, at + 14};
    if (const std::size_t end = half_day_end(text, at, 'a')) return {Half::morning, end};
    if (const std::size_t end = half_day_end(text, at, 'p')) return {Half::afternoon, end};
    for (const std::string_view word : {"noon", "midday"})
        if (has_word(text, at, word)) return {Half::noon, at + word.size()};
    if (has_word(text, at, "midnight")) return {Half::midnight, at + 8};
    for (const std::string_view word : {"hours", "hrs", "h"})
        if (has_word(text, at, word)) return {Half::hours, at + word.size()};
    return {Half::none, figures_end};
}

/// A digit, or the letter that a scan has made of a nought or a one.
std::optional<int> scanned_digit(char c) {
    if (is_digit(c)) return c - '0';
    if (c == 'l' || c == 'I') return 1;
    return c == 'O' || c == 'o' ? std::optional(0) : std::nullopt;
}

std::optional<Figures> figures_at(std::string_view text, std::size_t at) {
    Figures figures;
    while (figures.hour_digits < 5 && is_digit(byte_at(text, at + figures.hour_digits)))
        figures.hour = figures.hour * 10 + (text[at + figures.hour_digits++] - '0');
    figures.end = at + figures.hour_digits;
    if (figures.hour_digits == 4) {  // "1400 hours"
        figures.minute = figures.hour % 100;
        figures.hour /= 100;
        return figures;
    }
    if (figures.hour_digits > 2) return std::nullopt;
    const char separator = byte_at(text, figures.end);
    if (separator != '.' && separator != ':') return figures;
    // "7. 00p.m.": a scan has put a space behind the stop; without its half of the day that is a list.
    const bool spaced = byte_at(text, figures.end + 1) == ' ' && is_digit(byte_at(text, figures.end + 2)) && mark_at(text, figures.end + 4).half != Half::none;
    if (spaced) ++figures.end;
    const auto tens = scanned_digit(byte_at(text, figures.end + 1)), ones = scanned_digit(byte_at(text, figures.end + 2));
    if (!tens || !ones || is_digit(byte_at(text, figures.end + 3))) return figures;
    figures.minute = *tens * 10 + *ones;
    figures.has_minutes = true;
    figures.colon = separator == ':';
    figures.end += 3;
    return figures;
}

/// 24 hours of hour and half: "12.30 am" is 00:30, "13.12 pm" 13:12. -1 if there is no such time.
int hour_of(int hour, Half half) {
    if (half == Half::morning) return hour <= 12 ? hour % 12 : -1;
    if (half == Half::afternoon) return hour < 12 ? hour + 12 : hour;
    if (half == Half::noon) return hour == 12 ? 12 : -1;
    if (half == Half::midnight) return hour == 12 || hour == 0 ? 0 : -1;
    return hour;
}

/// What follows may make the figures something else: "3.14.1", "7.30%", "10:30:25", "7.30 million".
bool continues_as_number(std::string_view text, std::size_t end) {
    const char next = byte_at(text, end), after = byte_at(text, end + 1);
    return ((next == '.' || next == ':' || next == '/' || next == ',') && is_digit(after)) || next == '%' ||
           is_letter(next) || has_word(text, skip_space(text, end), "million");
}

std::optional<Time> time_at(std::string_view text, std::size_t at) {
    const auto figures = figures_at(text, at);
    if (!figures) return std::nullopt;
    const Mark mark = mark_at(text, figures->end);
    const bool four_digits = figures->hour_digits == 4;
    if (four_digits ? mark.half != Half::hours : mark.half == Half::hours && !figures->has_minutes) return std::nullopt;
    if (mark.half == Half::none && (!figures->has_minutes || continues_as_number(text, figures->end))) return std::nullopt;
    if (figures->hour == 0 && mark.half == Half::afternoon) return std::nullopt;   // "00p.m.", torn from its hour
    const int hour = hour_of(figures->hour, mark.half);
    if (hour < 0 || hour > 23 || figures->minute > 59) return std::nullopt;
    const bool sure = mark.half != Half::none || hour > 12 || hour == 0 || (figures->colon && figures->hour_digits == 2) ||
                      (figures->hour_digits == 2 && text[at] == '0');
    return Time{hour, figures->minute, sure, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(mark.end)}};
}

/// "noon", "12 noon" without figures of its own, "midday".
std::optional<Time> noon_at(std::string_view text, std::size_t at) {
    for (const std::string_view word : {"noon", "midday"})
        if (has_word(text, at, word))
            return Time{12, 0, true, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + word.size())}};
    return std::nullopt;
}

bool may_start_time(std::string_view text, std::size_t at) {
    if (at == 0) return true;
    const char before = text[at - 1];
    if (is_digit(before) || before == '/' || before == '$') return false;
    if (at >= 2 && text.substr(at - 2, 2) == "\xC2\xA3") return false;  // pounds
    return !((before == '.' || before == ':' || before == ',') && at >= 2 && is_digit(text[at - 2]));
}

/// Where "2" stands before " - 4.30 pm" or " to 4pm": the figures of `text` that end a period's first half, or nullopt.
std::optional<Figures> period_start(std::string_view text, std::size_t at) {
    const auto figures = figures_at(text, at);
    if (!figures || figures->hour_digits > 2 || figures->hour < 1 || figures->hour > 12 || figures->minute > 59) return std::nullopt;
    return figures;
}

/// Past the dash or "to" of a period, or 0.
std::size_t period_link_end(std::string_view text, std::size_t at) {
    const std::size_t link = skip_space(text, at);
    if (const std::size_t dash = dash_at(text, link)) return skip_space(text, link + dash);
    for (const std::string_view word : {"to", "until", "till"})
        if (has_word(text, link, word)) return skip_space(text, link + word.size());
    return 0;
}

/// The first time of "2 - 4.30 pm", in the later half of the day in which it still comes first.
std::optional<Time> borrowed_half(std::string_view text, std::size_t at) {
    const auto figures = period_start(text, at);
    if (!figures) return std::nullopt;
    const std::size_t second = period_link_end(text, figures->end);
    if (second == 0 || !is_digit(byte_at(text, second))) return std::nullopt;
    const auto to = time_at(text, second);
    const Half half = to ? mark_at(text, figures_at(text, second)->end).half : Half::none;
    if (half != Half::morning && half != Half::afternoon && half != Half::noon) return std::nullopt;
    const int limit = to->hour * 60 + to->minute;
    int minutes = (figures->hour % 12) * 60 + figures->minute;
    if (half != Half::morning && minutes + 720 < limit) minutes += 720;
    if (minutes >= limit) return std::nullopt;
    return Time{minutes / 60, minutes % 60, true, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(figures->end)}};
}

}  // namespace

std::vector<Time> find_times(std::string_view text) {
    std::vector<Time> times;
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::optional<Time> time;
        if (is_digit(text[at])) {
            if (may_start_time(text, at)) time = time_at(text, at);
            if ((!time || !time->sure) && may_start_time(text, at))
                if (const auto borrowed = borrowed_half(text, at)) time = borrowed;
        } else if (at == 0 || !is_letter(text[at - 1])) {
            time = noon_at(text, at);
        }
        if (!time) {
            while (is_digit(byte_at(text, at)) && is_digit(byte_at(text, at + 1))) ++at;
            continue;
        }
        times.push_back(*time);
        at = time->at.end - 1;
    }
    return times;
}

std::string clock(const Time& time) {
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "%02d:%02d", time.hour % 100, time.minute % 100);
    return text.data();
}

bool is_period(std::string_view text, const Time& from, const Time& to) {
    return period_link_end(text, from.at.end) == to.at.begin && from.at.end <= to.at.begin;
}

}  // namespace minutes
