#include "analyzers/facts/dates.hpp"

#include <boost/test/unit_test.hpp>

using namespace minutes;

namespace {

/// "2020-01-16 Thursday 16 January 2020 | ..." for every date found: its value, then the text it was read from.
std::string found(std::string_view text) {
    std::string all;
    for (const Date& date : find_dates(text)) {
        if (!all.empty()) all += " | ";
        all += iso(date) + " " + std::string(slice(text, date.at));
        if (date.weekday >= 0) all += " #" + std::to_string(date.weekday);
    }
    return all;
}

struct Row {
    std::string_view text, want;
};

constexpr Row kRows[] = {
    {"Panel - Thursday 16 January 2020 10.00 am", "2020-01-16 Thursday 16 January 2020 #3"},
    {"Wednesday, 18 November 2020 9.30 am", "2020-11-18 Wednesday, 18 November 2020 #2"},
    {"THURSDAY, 22ND JUNE, 2023, AT", "2023-06-22 THURSDAY, 22ND JUNE, 2023 #3"},
    {"on Thursday, the 5th day of May 2011", "2011-05-05 Thursday, the 5th day of May 2011 #3"},
    {"7th December 2005", "2005-12-07 7th December 2005"},
    {"Tues 5th Nov. 2019", "2019-11-05 Tues 5th Nov. 2019 #1"},
    {"16 th January 2020", "2020-01-16 16 th January 2020"},
    {"1 Sept 2019", "2019-09-01 1 Sept 2019"},
    {"Minutes for X 21st September\n\n9:05 am", "0000-09-21 21st September"},
    {"21st September\n2023", "2023-09-21 21st September\n2023"},
    {"21st September\n\n2023", "0000-09-21 21st September"},
    {"5 May '19", "2019-05-05 5 May '19"},
    {"5 May 19", "2019-05-05 5 May 19"},
    {"5 May 10.00 am", "0000-05-05 5 May"},
    {"5 May 10 am", "0000-05-05 5 May"},
    {"5 May 98, item 2", "1998-05-05 5 May 98"},
    {"March 3rd, 2020", "2020-03-03 March 3rd, 2020"},
    {"Monday, March 3, 2020", "2020-03-03 Monday, March 3, 2020 #0"},
    {"in May 12 members", ""},
    {"may 2020", ""},
    {"Meeting: 23/01/2020 - Committee", "2020-01-23 23/01/2020"},
    {"28/7/15", "2015-07-28 28/7/15"},
    {"28/7/71", "1971-07-28 28/7/71"},
    {"MM 28.07.2015", "2015-07-28 28.07.2015"},
    {"held on 5.3.19 at", "2019-03-05 5.3.19"},
    {"Preston 5.3.19", ""},
    {"Thursday l0th February 2005", "2005-02-10 Thursday l0th February 2005 #3"},
    {"lst May 2019", "2019-05-01 lst May 2019"},
    {"I think May 2019", ""},
    {"Wednesday14th November 2018", "2018-11-14 Wednesday14th November 2018 #2"},
    {"28.07.15", "2015-07-28 28.07.15"},
    {"2020-01-16", "2020-01-16 2020-01-16"},
    {"16-Jan-2020", "2020-01-16 16-Jan-2020"},
    {"4.00pm1 July 2021", "2021-07-01 1 July 2021"},
    {"7 March 2024Thursday, 7th March, 2024", "2024-03-07 7 March 2024 | 2024-03-07 Thursday, 7th March, 2024 #3"},
    {"16\xC2\xA0January\xC2\xA0" "2020", "2020-01-16 16\xC2\xA0January\xC2\xA0" "2020"},
    {"29 February 2020 and 29 February 2021", "2020-02-29 29 February 2020"},
    {"29 February", "0000-02-29 29 February"},
    {"1 and 2 March 2020", "2020-03-02 2 March 2020"},
    {"held on March the 6th 2018", "2018-03-06 March the 6th 2018"},
    {"8th Decemeber 2005", "2005-12-08 8th Decemeber 2005"},
    {"3 Febuary 2012", "2012-02-03 3 Febuary 2012"},
    {"3 Decree 2012, 3 Septic 2012", ""},
    {"**7TH** **MAY**, **2011**", "2011-05-07 7TH** **MAY**, **2011"},
    {"**MAY** **12TH 2014**", "2014-05-12 MAY** **12TH 2014"},
    {"on April 11th", "0000-04-11 April 11th"},
    // Not dates.
    {"in May 11 chairs", ""},
    {"31 June 2020", ""},
    {"32/01/2020", ""},
    {"01/13/2020", ""},
    {"17.03.5", ""},
    {"18.03.3 Minutes", ""},
    {"3.10.12 The Director", ""},
    {"22/00345/FUL", ""},
    {"16/07/26/3", ""},
    {"100 March 2020", ""},
    {"0 May 2020", ""},
    {"Section 5 Mayfield Road", ""},
    {"12 decisions", ""},
    {"99999999999 May 2020", ""},
    {"", ""},
    {"1/", ""},
    {"1 J", ""},
    {"2020-", ""},
};

}  // namespace

BOOST_AUTO_TEST_CASE(dates_are_found_where_they_are_printed) {
    for (const Row& row : kRows) BOOST_TEST(found(row.text) == row.want, row.text << ": " << found(row.text));
}

BOOST_AUTO_TEST_CASE(a_missing_year_comes_from_a_day_before_or_after) {
    const Date autumn{.month = 9, .day = 21}, leap{.month = 2, .day = 29};
    BOOST_TEST(iso(in_year_before(autumn, {.year = 2023, .month = 11, .day = 17}).value()) == "2023-09-21");
    BOOST_TEST(iso(in_year_before(autumn, {.year = 2023, .month = 9, .day = 20}).value()) == "2022-09-21");
    BOOST_TEST(iso(in_year_after(autumn, {.year = 2023, .month = 7, .day = 20}).value()) == "2023-09-21");
    BOOST_TEST(iso(in_year_after(autumn, {.year = 2023, .month = 9, .day = 22}).value()) == "2024-09-21");
    BOOST_TEST(!in_year_before(leap, {.year = 2023, .month = 6, .day = 1}).has_value());
}

BOOST_AUTO_TEST_CASE(weekdays_follow_the_calendar) {
    BOOST_TEST(weekday_of(2020, 1, 16) == 3);
    BOOST_TEST(weekday_of(1969, 12, 31) == 2);
    BOOST_TEST(!exists(2023, 2, 29));
}
