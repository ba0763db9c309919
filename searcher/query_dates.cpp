#include "searcher/query.hpp"

#include <chrono>
#include <cstdio>

namespace minutes {
namespace {

/// The digits text[at, at + count) as a number, or -1.
int number_at(std::string_view text, std::size_t at, std::size_t count) {
    if (at + count > text.size()) return -1;
    int value = 0;
    for (const char c : text.substr(at, count)) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::string printed(std::chrono::year_month_day day) {
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                  static_cast<unsigned>(day.day()));
    return text;
}

/// The first and last day of "2024", "2024-03" or "2024-03-01".
std::optional<DateRange> parse_period(std::string_view text) {
    using namespace std::chrono;
    const year in{number_at(text, 0, 4)};
    if (number_at(text, 0, 4) < 1) return std::nullopt;
    if (text.size() == 4) return DateRange{printed(in / January / 1), printed(in / December / 31)};
    if (text[4] != '-' || number_at(text, 5, 2) < 0) return std::nullopt;
    const year_month of = in / month{static_cast<unsigned>(number_at(text, 5, 2))};
    if (!of.ok()) return std::nullopt;
    if (text.size() == 7) return DateRange{printed(of / 1), printed(year_month_day(of / last))};
    if (text.size() != 10 || text[7] != '-' || number_at(text, 8, 2) < 0) return std::nullopt;
    const year_month_day on = of / day{static_cast<unsigned>(number_at(text, 8, 2))};
    if (!on.ok()) return std::nullopt;
    return DateRange{printed(on), printed(on)};
}

}  // namespace

std::optional<DateRange> parse_dates(std::string_view text) {
    const std::size_t dots = text.find("..");
    if (dots == std::string_view::npos) return parse_period(text);
    const std::string_view from = text.substr(0, dots), to = text.substr(dots + 2);
    if (from.empty() && to.empty()) return std::nullopt;
    DateRange range;
    if (!from.empty()) {
        const auto first = parse_period(from);
        if (!first) return std::nullopt;
        range.from = first->from;
    }
    if (!to.empty()) {
        const auto end = parse_period(to);
        if (!end) return std::nullopt;
        range.to = end->to;
    }
    return range;
}

}  // namespace minutes
