#pragma once

#include "corpus/span.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minutes {

/// A calendar day as printed. Exists in the calendar; where no year is printed, in some year.
struct Date {
    int year = 0;      ///< 1800..2199; 0 where none is printed. Two printed digits mean 1970..2069
    int month = 0;     ///< 1..12
    int day = 0;       ///< 1..31
    int weekday = -1;  ///< as printed, 0 = Monday; -1 where none is. It may contradict the date
    Span at = {};      ///< from the weekday to the year
};

/// Every date printed in `text`, in order: "Thursday, 22ND JUNE, 2023", "21st September", "March 3, 2020", "28/7/15",
/// "28.07.2015", "2020-01-16", glued or wrapped over a line end. Months follow days in dates of digits.
/// Not dates: "17.03.5", "22/00345", "31 June 2020". Spans index `text`. O(text).
[[nodiscard]] std::vector<Date> find_dates(std::string_view text);

[[nodiscard]] bool exists(int year, int month, int day);
/// 0 = Monday, of a day that exists.
[[nodiscard]] int weekday_of(int year, int month, int day);
/// Days since 1970-01-01.
[[nodiscard]] int day_number(const Date& date);
/// "2020-01-16". `date` has a year.
[[nodiscard]] std::string iso(const Date& date);

/// `date` in the year that makes it fall within the 365 days up to `latest`.
[[nodiscard]] std::optional<Date> in_year_before(Date date, const Date& latest);
/// `date` in the year that makes it fall within the 365 days after `earliest`.
[[nodiscard]] std::optional<Date> in_year_after(Date date, const Date& earliest);

}  // namespace minutes
