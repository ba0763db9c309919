#pragma once

#include "corpus/span.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace minutes {

/// A time of day as printed.
struct Time {
    int hour = 0;      ///< 0..23
    int minute = 0;    ///< 0..59
    bool sure = true;  ///< false where "7.30" says neither morning nor evening
    Span at;
};

/// Every time printed in `text`, in order: "7.30pm", "7.30 p.m.", "8.OOp.m." (letters read for noughts), "19:30",
/// "1400 hours", "12 noon", "midday", "2 pm"; in "2 - 4.30 pm" the first takes its half of the day from the second.
/// A bare "7.30" counts only with two digits for the minutes, and is not `sure`. Not times: "3.14.1", "£7.30", "7.30%",
/// "25.00pm". Spans index `text`. O(text).
[[nodiscard]] std::vector<Time> find_times(std::string_view text);

/// "19:30".
[[nodiscard]] std::string clock(const Time& time);

/// Whether `from` and `to`, neighbours in find_times(text), are printed as one period: "10:00 to 11:30", "2pm - 4pm".
[[nodiscard]] bool is_period(std::string_view text, const Time& from, const Time& to);

}  // namespace minutes
