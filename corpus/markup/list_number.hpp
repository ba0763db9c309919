#pragma once

#include <string>
#include <string_view>

namespace minutes {

/// How the points of a list are counted.
enum class NumberStyle { decimal, lower_letter, upper_letter, lower_roman, upper_roman, none };

/// "3", "c", "C", "iii", "III"; "" for none. Numbers without a form (0 as a letter, 5000 in Roman figures) are decimal.
[[nodiscard]] std::string number_in(NumberStyle style, long number);

/// The numbers of one list, in order.
struct ListCounter {
    NumberStyle style = NumberStyle::decimal;
    long next = 1;

    /// "3." and counts on.
    std::string take();

    /// By the attributes of HTML's `ol`: type "1", "a", "A", "i", "I".
    [[nodiscard]] static ListCounter of_html(std::string_view type, std::string_view start);
};

}  // namespace minutes
