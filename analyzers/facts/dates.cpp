#include "analyzers/facts/dates.hpp"

#include "analyzers/facts/scan.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

namespace minutes {
namespace {

using namespace scan;

constexpr std::array<std::string_view, 12> kMonths = {"january", "february", "march", "april", "may", "june",
                                                      "july", "august", "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {"monday", "tuesday", "wednesday", "thursday",
                                                       "friday", "saturday", "sunday"};
constexpr int kFirstYear = 1800, kLastYear = 2199;
constexpr int kPivot = 70;  ///< two-digit years from here on are of the 1900s

struct Number {
    int value = 0;
    std::size_t digits = 0;
};

struct Name {
    int index = -1;
    std::size_t length = 0;
};

Number number_at(std::string_view text, std::size_t at) {
    Number number;
    while (number.digits < 9 && is_digit(byte_at(text, at + number.digits)))
        number.value = number.value * 10 + (text[at + number.digits++] - '0');
    return number;
}

/// The full name at `at`, or at least its first three letters and a full stop or the end of the word: "Sept.", "Thurs".
template <std::size_t n>
Name name_at(std::string_view text, std::size_t at, const std::array<std::string_view, n>& names) {
    for (std::size_t i = 0; i < n; ++i) {
        std::size_t length = 0;
        while (length < names[i].size() && fold(byte_at(text, at + length)) == names[i][length]) ++length;
        if (length < 3 || is_letter(byte_at(text, at + length))) continue;
        if (length < names[i].size() && byte_at(text, at + length) == '.') ++length;
        return {static_cast<int>(i), length};
    }
    return {};
}

/// A month, or a long one with a slip of the typist: "Decemeber", "Febuary". Its length is that of the word as printed.
Name month_at(std::string_view text, std::size_t at) {
    const Name exact = name_at(text, at, kMonths);
    if (exact.index >= 0) return exact;
    std::size_t length = 0;
    while (length < 11 && is_letter(byte_at(text, at + length))) ++length;
    const std::string word = fold(text.substr(std::min(at, text.size()), length));
    for (std::size_t i = 0; i < kMonths.size(); ++i) {
        const std::string_view month = kMonths[i];
        if (month.size() < 7 || length + 1 < month.size() || length > month.size() + 1 || word.substr(0, 3) != month.substr(0, 3)) continue;
        std::size_t head = 0, tail = 0;
        while (head < std::min(length, month.size()) && word[head] == month[head]) ++head;
        while (tail < std::min(length, month.size()) - head && word[length - 1 - tail] == month[month.size() - 1 - tail]) ++tail;
        if (head + tail + 1 >= std::max(length, month.size())) return {static_cast<int>(i), length};
    }
    return {};
}

int full_year(int two_digits) { return two_digits + (two_digits < kPivot ? 2000 : 1900); }

/// Past spaces, commas and the marks of bold type between the words of a date: "**7th** **March**, 2011".
std::size_t skip_commas(std::string_view text, std::size_t at) {
    std::size_t next = skip_space(text, at);
    while (byte_at(text, next) == ',' || (byte_at(text, next) == '*' && (byte_at(text, next + 1) == '*' || byte_at(text, next - 1) == '*')))
        next = skip_space(text, next + 1);
    return next;
}

/// Past "st", "nd", "rd", "th", "th." or " th" (as cut by PDF readers), else `at`.
std::size_t skip_ordinal(std::string_view text, std::size_t at) {
    for (const std::size_t from : {at, skip_space(text, at)})
        for (const std::string_view ending : {"st", "nd", "rd", "th"})
            if (has_word(text, from, ending)) return from + 2 + (byte_at(text, from + 2) == '.' ? 1 : 0);
    return at;
}

/// Past "of" or "day of", which may stand between the day and the month.
std::size_t skip_of(std::string_view text, std::size_t at) {
    if (has_word(text, at, "day")) at = skip_space(text, at + 3);
    return has_word(text, at, "of") ? skip_space(text, at + 2) : at;
}

/// Whether two digits that end at `end` can be a year: not the hour of "10.00 am", "10 am", "12 noon".
bool ends_as_year(std::string_view text, std::size_t end) {
    const char next = byte_at(text, end);
    return next == '\0' || next == '\n' || next == ',' || next == ')';
}

/// Reads the year after day and month into `date`, and moves its end. Without one `date` stays as it is.
Date with_year(std::string_view text, Date date) {
    std::size_t at = skip_commas(text, date.at.end);
    const bool apostrophe = byte_at(text, at) == '\'' || text.substr(at).starts_with("\xE2\x80\x99");
    if (apostrophe) at += text[at] == '\'' ? 1 : 3;
    const Number year = number_at(text, at);
    const std::size_t end = at + year.digits;
    const bool four = year.digits == 4 && !apostrophe && year.value >= kFirstYear && year.value <= kLastYear;
    const bool two = year.digits == 2 && (apostrophe || ends_as_year(text, end));
    if (!four && !two) return date;
    date.year = four ? year.value : full_year(year.value);
    date.at.end = static_cast<std::uint32_t>(end);
    return date;
}

/// A leap year stands in for one that is not printed.
bool exists(const Date& date) { return minutes::exists(date.year == 0 ? 2000 : date.year, date.month, date.day); }

std::optional<Date> if_it_exists(const Date& date) { return exists(date) ? std::optional(date) : std::nullopt; }

/// "16th of January, 2020": `day` has just been read at `at`.
std::optional<Date> day_month(std::string_view text, std::size_t at, Number day) {
    if (day.digits > 2) return std::nullopt;
    const std::size_t after_day = skip_ordinal(text, at + day.digits);
    std::size_t month_begin = skip_commas(text, after_day);
    if (month_begin == after_day && dash_at(text, month_begin) == 1) ++month_begin;
    month_begin = skip_of(text, month_begin);
    const Name month = month_at(text, month_begin);
    if (month.index < 0) return std::nullopt;
    Date date{.month = month.index + 1, .day = day.value,
              .at = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(month_begin + month.length)}};
    if (byte_at(text, date.at.end) == '-' && is_digit(byte_at(text, date.at.end + 1))) {
        Date dashed = date;
        ++dashed.at.end;
        dashed = with_year(text, dashed);
        if (dashed.year != 0) return if_it_exists(dashed);
    }
    return if_it_exists(with_year(text, date));
}

/// "l0th February 2005": a scan has made a letter of the 1.
std::optional<Date> scanned_day(std::string_view text, std::size_t at) {
    if (text[at] != 'l' && text[at] != 'I') return std::nullopt;
    const Number ones = number_at(text, at + 1);
    if (ones.digits > 1 || skip_ordinal(text, at + 1 + ones.digits) == at + 1 + ones.digits) return std::nullopt;
    const auto date = day_month(text, at, {ones.digits == 0 ? 1 : 10 + ones.value, 1 + ones.digits});
    return date && date->year != 0 ? date : std::nullopt;
}

/// "March 3rd, 2020", with its year: "May 12 members" is too often no date.
std::optional<Date> month_day(std::string_view text, std::size_t at) {
    const Name month = name_at(text, at, kMonths);
    if (month.index < 0) return std::nullopt;
    std::size_t day_at = skip_space(text, at + month.length);
    if (byte_at(text, day_at) == '*') day_at = skip_commas(text, day_at);
    if (has_word(text, day_at, "the")) day_at = skip_space(text, day_at + 3);   // "February the 6th 2018"
    const Number day = number_at(text, day_at);
    if (day.digits == 0 || day.digits > 2 || day_at == at + month.length) return std::nullopt;
    const std::size_t end = skip_ordinal(text, day_at + day.digits);
    const Date date = with_year(text, {.month = month.index + 1, .day = day.value,
                                       .at = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}});
    const bool ordinal = end > day_at + day.digits;   // "April 11th", but "May 11" may be a count
    return date.year == 0 && !ordinal ? std::nullopt : if_it_exists(date);
}

bool follows_on(std::string_view text, std::size_t at) {
    const std::size_t end = skip_space_back(text, at);
    return end < at && end >= 3 && continues_with(text, end - 2, "on") && !is_letter(text[end - 3]);
}

/// "28/7/15", "28.07.2015", "28-07-2015", "2020-01-16": three numbers around one separator twice.
std::optional<Date> digits_only(std::string_view text, std::size_t at, Number first) {
    const char separator = byte_at(text, at + first.digits);
    if (separator != '/' && separator != '.' && separator != '-') return std::nullopt;
    const std::size_t second_at = at + first.digits + 1;
    const Number second = number_at(text, second_at);
    if (second.digits == 0 || second.digits > 2 || byte_at(text, second_at + second.digits) != separator) return std::nullopt;
    const std::size_t third_at = second_at + second.digits + 1;
    const Number third = number_at(text, third_at);
    const std::size_t end = third_at + third.digits;
    const char after = byte_at(text, end);
    if ((after == separator && is_digit(byte_at(text, end + 1))) || after == '/') return std::nullopt;
    const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    if (first.digits == 4 && separator == '-' && third.digits == 2)
        return if_it_exists({.year = first.value, .month = second.value, .day = third.value, .at = span});
    if (first.digits > 2 || (third.digits != 2 && third.digits != 4)) return std::nullopt;
    // "3.10.12" is a paragraph number far more often than a day.
    if (third.digits == 2 && separator == '.' && (first.digits == 1 || second.digits == 1) && !follows_on(text, at)) return std::nullopt;
    const int year = third.digits == 2 ? full_year(third.value) : third.value;
    if (year < kFirstYear || year > kLastYear) return std::nullopt;
    return if_it_exists({.year = year, .month = second.value, .day = first.value, .at = span});
}

/// A day may follow a letter only where a time or weekday is glued to it: "4.00pm1 July 2021", "Friday14th May".
bool may_start_date(std::string_view text, std::size_t at) {
    if (at == 0) return true;
    const char before = text[at - 1];
    if (is_digit(before) || before == '/') return false;
    if (before == '.' || before == ':' || before == '-') return at < 2 || !is_digit(text[at - 2]);
    return !is_letter(before) || (at >= 2 && (continues_with(text, at - 2, "am") || continues_with(text, at - 2, "pm"))) ||
           (at >= 6 && continues_with(text, at - 3, "day"));
}

/// Adds the weekday printed just before the date ("Thursday, the 16th ..."), if one is.
Date with_weekday(std::string_view text, Date date) {
    std::size_t end = date.at.begin;
    const auto back_over = [&](std::string_view word) {
        const std::size_t gap = skip_space_back(text, end);
        if (gap < end && gap >= word.size() && continues_with(text, gap - word.size(), word)) end = gap - word.size();
    };
    back_over("the");
    end = skip_space_back(text, end);
    while (end > 0 && (text[end - 1] == ',' || text[end - 1] == '.')) end = skip_space_back(text, end - 1);
    std::size_t begin = end;
    while (begin > 0 && end - begin < 9 && is_letter(text[begin - 1])) --begin;
    for (std::size_t at = begin; at + 3 <= end; ++at) {  // "2024Thursday" and "atThursday" are glued
        const Name name = name_at(text.substr(0, end), at, kWeekdays);
        if (name.index < 0 || at + name.length != end) continue;
        date.weekday = name.index;
        date.at.begin = static_cast<std::uint32_t>(at);
        break;
    }
    return date;
}

std::optional<Date> date_at(std::string_view text, std::size_t at) {
    if (is_digit(text[at])) {
        if (!may_start_date(text, at)) return std::nullopt;
        const Number number = number_at(text, at);
        if (const auto date = day_month(text, at, number)) return date;
        return digits_only(text, at, number);
    }
    if (at > 0 && (is_letter(text[at - 1]) || is_digit(text[at - 1]))) return std::nullopt;
    if (const auto date = scanned_day(text, at)) return date;
    return month_day(text, at);
}

/// Months, and the l or I that a scan made of a 1.
bool may_begin_date(char c) {
    return std::string_view("jfmasondli").find(fold(c)) != std::string_view::npos;
}

}  // namespace

bool exists(int year, int month, int day) {
    return std::chrono::year_month_day{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                       std::chrono::day{static_cast<unsigned>(day)}}.ok();
}

int day_number(const Date& date) {
    const std::chrono::year_month_day day{std::chrono::year{date.year}, std::chrono::month{static_cast<unsigned>(date.month)},
                                          std::chrono::day{static_cast<unsigned>(date.day)}};
    return static_cast<int>(std::chrono::sys_days{day}.time_since_epoch().count());
}

int weekday_of(int year, int month, int day) {
    return ((day_number({.year = year, .month = month, .day = day}) + 3) % 7 + 7) % 7;  // 1970-01-01 was a Thursday
}

std::string iso(const Date& date) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", date.year % 10000, date.month % 100, date.day % 100);
    return text.data();
}

std::optional<Date> in_year_before(Date date, const Date& latest) {
    for (date.year = latest.year; date.year >= latest.year - 1; --date.year)
        if (exists(date) && day_number(date) <= day_number(latest) && day_number(date) > day_number(latest) - 365) return date;
    return std::nullopt;
}

std::optional<Date> in_year_after(Date date, const Date& earliest) {
    for (date.year = earliest.year; date.year <= earliest.year + 1; ++date.year)
        if (exists(date) && day_number(date) > day_number(earliest) && day_number(date) <= day_number(earliest) + 365) return date;
    return std::nullopt;
}

std::vector<Date> find_dates(std::string_view text) {
    std::vector<Date> dates;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_digit(text[at]) && !may_begin_date(text[at])) continue;
        const std::optional<Date> date = date_at(text, at);
        if (date) {
            dates.push_back(with_weekday(text, *date));
            at = date->at.end - 1;
        } else {
            while (is_digit(byte_at(text, at)) && is_digit(byte_at(text, at + 1))) ++at;
        }
    }
    return dates;
}

}  // namespace minutes
