#include "searcher/query.hpp"

#include "searcher/query_leaves.hpp"

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

namespace {

using namespace std::chrono;

Leaf refused(Span at, std::string message) { return {{}, {at, std::move(message)}}; }

/// The year in which "2024/25", "2024-25" or "2024/2025" begins; nullopt if it is no pair of years that follow each other.
std::optional<int> first_of_pair(std::string_view text) {
    const int first = number_at(text, 0, 4);
    if ((text.size() != 7 && text.size() != 9) || first < 1 || (text[4] != '/' && text[4] != '-')) return std::nullopt;
    const int second = number_at(text, 5, text.size() - 5), next = first + 1;
    if (second != (text.size() == 7 ? next % 100 : next)) return std::nullopt;
    return first;
}

/// A year that begins on this day and ends on the day before a year later.
struct YearRule {
    std::string_view name, called;
    unsigned begin_month, begin_day;
};
constexpr YearRule kYears[] = {{"fy", "financial year (1 April to 31 March)", 4, 1}, {"my", "municipal year (15 May to 14 May)", 5, 15}};

DateRange year_from(const YearRule& rule, int first) {
    const sys_days begin = year{first} / month{rule.begin_month} / day{rule.begin_day};
    const sys_days next = year{first + 1} / month{rule.begin_month} / day{rule.begin_day};
    return {printed(begin), printed(next - days{1})};
}

/// "2024/25", "2019/20..2023/24", open ranges.
std::optional<DateRange> years_of(const YearRule& rule, std::string_view text) {
    const std::size_t dots = text.find("..");
    const std::string_view from = text.substr(0, dots), to = dots == std::string_view::npos ? from : text.substr(dots + 2);
    DateRange range;
    if (from.empty() && to.empty()) return std::nullopt;
    const std::optional<int> first = first_of_pair(from), last = first_of_pair(to);
    if ((!from.empty() && !first) || (!to.empty() && !last)) return std::nullopt;
    if (first) range.from = year_from(rule, *first).from;
    if (last) range.to = year_from(rule, *last).to;
    return range;
}

/// "last 2 years" as [2, "year"]; nullopt for any other text.
struct Lately { int count = 0; std::string_view unit; };

std::optional<Lately> lately(std::string_view text) {
    if (!text.starts_with("last ") && !text.starts_with("Last ")) return std::nullopt;
    text.remove_prefix(5);
    const std::size_t space = text.find(' ');
    const int count = space == std::string_view::npos || space > 3 ? -1 : number_at(text, 0, space);
    if (count < 1) return std::nullopt;
    std::string_view unit = text.substr(space + 1);
    if (unit.ends_with('s')) unit.remove_suffix(1);
    for (const std::string_view known : {"day", "week", "month", "year"})
        if (unit == known) return Lately{count, known};
    return std::nullopt;
}

/// From the day after `today` minus so much, to today. The 31st of a shorter month is its last day.
DateRange until(std::string_view today, const Lately& asked) {
    const year_month_day now{year{number_at(today, 0, 4)}, month{static_cast<unsigned>(number_at(today, 5, 2))}, day{static_cast<unsigned>(number_at(today, 8, 2))}};
    year_month_day before = now;
    if (asked.unit == "year") before -= years{asked.count};
    if (asked.unit == "month") before -= months{asked.count};
    if (!before.ok()) before = before.year() / before.month() / last;
    sys_days first = sys_days{before} + days{1};
    if (asked.unit == "day") first = sys_days{now} - days{asked.count - 1};
    if (asked.unit == "week") first = sys_days{now} - days{7 * asked.count - 1};
    return {printed(first), std::string(today)};
}

/// "1/3/2024" or "01.03.2024" as 2024-03-01, for a suggestion; "" for anything else.
std::string turned_round(std::string_view value) {
    std::string parts[3];
    std::size_t part = 0;
    for (const char c : value) {
        if (c >= '0' && c <= '9') parts[part] += c;
        else if ((c != '/' && c != '.' && c != '-') || ++part == 3) return {};
    }
    for (const std::string* number : {&parts[0], &parts[1]})
        if (number->empty() || number->size() > 2) return {};
    const auto two = [](const std::string& number) { return number.size() == 1 ? '0' + number : number; };
    const std::string turned = parts[2] + '-' + two(parts[1]) + '-' + two(parts[0]);
    return parse_dates(turned) ? turned : std::string();
}

Leaf checked(std::optional<DateRange> range, Span at) {
    if (!range->from.empty() && !range->to.empty() && range->from > range->to)
        return refused(at, "this range ends before it begins; write the earlier date first");
    return {{std::move(*range), at}, {}};
}

Leaf year_of_two(const YearRule& rule, std::string_view value, Span at) {
    if (std::optional<DateRange> range = years_of(rule, value)) return checked(std::move(range), at);
    const std::string name(rule.name);
    std::string hint = "write two years that follow each other, as in " + name + ":2024/25";
    if (const int first = value.size() == 4 ? number_at(value, 0, 4) : -1; first > 0) {
        const auto pair = [&](int y) { return name + ":" + std::to_string(y) + "/" + std::to_string((y + 1) % 100 + 100).substr(1); };
        hint = "a year lies in two of them; write " + pair(first) + " or " + pair(first - 1);
    }
    return refused(at, "\"" + std::string(value) + "\" is no " + std::string(rule.called) + "; " + hint);
}

}  // namespace

Leaf date_leaf(std::string_view field, std::string_view value, Span at, std::string_view today) {
    for (const YearRule& rule : kYears)
        if (rule.name == field) return year_of_two(rule, value, at);
    if (const std::optional<Lately> asked = lately(value); asked && field == "date") {
        if (today.empty()) return refused(at, "\"" + std::string(value) + "\" depends on the day; say which with --today 2026-01-31, or write the dates");
        return {{until(today, *asked), at}, {}};
    }
    std::optional<DateRange> range = parse_dates(value);
    if (const std::string turned = turned_round(value); !range && !turned.empty())
        return refused(at, "\"" + std::string(value) + "\" is no date here; write the year first: " + std::string(field) + ":" + turned);
    if (!range)
        return refused(at, "\"" + std::string(value) + "\" is no date; write 2024, 2024-03, 2024-03-15, or a range such as 2023-04..2024-03");
    if (field != "date" && value.find("..") != std::string_view::npos)
        return refused(at, std::string(field) + ": takes one date; a range is written date:" + std::string(value));
    if (field == "from") range->to.clear();
    if (field == "to") range->from.clear();
    return checked(std::move(range), at);
}

namespace {

bool is_year(std::string_view value) {
    return value.size() == 4 && value.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_year_range(std::string_view value) {
    const std::size_t dots = value.find("..");
    if (dots == std::string_view::npos) return false;
    const std::string_view from = value.substr(0, dots), to = value.substr(dots + 2);
    return (from.empty() || is_year(from)) && (to.empty() || is_year(to)) && !(from.empty() && to.empty());
}

}  // namespace

Leaf year_leaf(const Field& field, std::string_view value, Span at) {
    if (is_year_range(value)) return date_leaf("date", value, at, {});
    if (is_year(value)) return {{Filter{&field, {std::string(value)}}, at}, {}};
    return refused(at, "\"" + std::string(value) + "\" is no year; write year:2021 or year:2019..2021, and date: for months and days");
}

Leaf month_leaf(const Field& field, std::string_view value, Span at) {
    if (value.find("..") != std::string_view::npos) return date_leaf("date", value, at, {});
    if (value.size() == 7 && parse_dates(value)) return {{Filter{&field, {fold_value(value)}}, at}, {}};
    return refused(at, "\"" + std::string(value) + "\" is no month; write month:2024-03 or month:2023-04..2024-03");
}

}  // namespace minutes
