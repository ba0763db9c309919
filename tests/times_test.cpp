#include "analyzers/facts/times.hpp"

#include <boost/test/unit_test.hpp>

using namespace minutes;

namespace {

/// "19:30 7.30pm | ..." for every time found; a question mark follows one that is not sure.
std::string found(std::string_view text) {
    std::string all;
    for (const Time& time : find_times(text)) {
        if (!all.empty()) all += " | ";
        all += clock(time) + (time.sure ? " " : "? ") + std::string(slice(text, time.at));
    }
    return all;
}

struct Row {
    std::string_view text, want;
};

constexpr Row kRows[] = {
    {"at 7.30pm", "19:30 7.30pm"},
    {"at 7.30 p.m.", "19:30 7.30 p.m."},
    {"7:30pm", "19:30 7:30pm"},
    {"2.30PM", "14:30 2.30PM"},
    {"10.00 am", "10:00 10.00 am"},
    {"10.00\xC2\xA0" "am", "10:00 10.00\xC2\xA0" "am"},
    {"at 9:05 am, Friday", "09:05 9:05 am"},
    {"closed at 5.50 p.m.", "17:50 5.50 p.m."},
    {"7pm", "19:00 7pm"},
    {"at the hour of 6.00 o'clock p.m., by notice", "18:00 6.00 o'clock p.m."},
    {"at 6 o\u2019clock in the evening", "18:00 6 o\u2019clock in the evening"},
    {"at 10 in the morning", "10:00 10 in the morning"},
    {"at 6 o'clock", ""},
    {"7 p. m.", "19:00 7 p. m."},
    {"12.30 am", "00:30 12.30 am"},
    {"12.30pm", "12:30 12.30pm"},
    {"13.12 pm", "13:12 13.12 pm"},
    {"8.OOp.m.", "20:00 8.OOp.m."},
    {"closed at 8.l0p.m.", "20:10 8.l0p.m."},
    {"19:30", "19:30 19:30"},
    {"09:30", "09:30 09:30"},
    {"at 19.30", "19:30 19.30"},
    {"at 7.30", "07:30? 7.30"},
    {"at 10.00.", "10:00? 10.00"},
    {"1400 hours", "14:00 1400 hours"},
    {"ended at 2105 hrs.", "21:05 2105 hrs"},
    {"19.30 hours", "19:30 19.30 hours"},
    {"12 noon", "12:00 12 noon"},
    {"12.00 NOON", "12:00 12.00 NOON"},
    {"at noon", "12:00 noon"},
    {"midday", "12:00 midday"},
    {"12 midnight", "00:00 12 midnight"},
    {"4.00pm1 July 2021", "16:00 4.00pm"},
    {"10:00 to 11:30", "10:00 10:00 | 11:30 11:30"},
    {"2 - 4.30 pm", "14:00 2 | 16:30 4.30 pm"},
    {"10.00 - 12.30pm", "10:00 10.00 | 12:30 12.30pm"},
    {"6:30 to 8pm", "18:30 6:30 | 20:00 8pm"},
    // Not times.
    {"3.14.1 The Board", ""},
    {"10:30:25", ""},
    {"\xC2\xA3" "7.30", ""},
    {"7.30%", ""},
    {"at 7. 00p.m.", "19:00 7. 00p.m."},
    {"00p.m.", ""},
    {"item 7. 30 chairs", ""},
    {"7.30 million", ""},
    {"25.00pm", ""},
    {"10.75 am", ""},
    {"24:00", ""},
    {"in 2019 hundreds", ""},
    {"1400", ""},
    {"2460 hours", ""},
    {"for 24 hours", ""},
    {"13 am", ""},
    {"5 Amber Road", ""},
    {"5 pmq", ""},
    {"afternoon", ""},
    {"", ""},
    {"7.", ""},
    {"7:3", ""},
};

}  // namespace

BOOST_AUTO_TEST_CASE(times_are_found_where_they_are_printed) {
    for (const Row& row : kRows) BOOST_TEST(found(row.text) == row.want, row.text << ": " << found(row.text));
}

BOOST_AUTO_TEST_CASE(a_period_is_two_times_and_a_link) {
    for (const auto& [text, want] : {std::pair<std::string_view, bool>{"10:00 to 11:30", true}, {"2pm\xE2\x80\x93" "4pm", true},
                                     {"2pm and 4pm", false}, {"2pm, 4pm", false}}) {
        const auto times = find_times(text);
        BOOST_REQUIRE(times.size() == 2);
        BOOST_TEST(is_period(text, times[0], times[1]) == want, text);
    }
}
