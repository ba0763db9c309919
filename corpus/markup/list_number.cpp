#include "corpus/markup/list_number.hpp"

#include <cstdlib>
#include <iterator>

namespace minutes {
namespace {

std::string in_letters(long number, char first) {
    // After z comes aa, bb: so word processors count.
    const auto letter = static_cast<char>(first + (number - 1) % 26);
    return std::string(static_cast<std::size_t>((number - 1) / 26 + 1), letter);
}

std::string in_roman(long number, bool upper) {
    constexpr struct { int value; std::string_view upper, lower; } kFigures[] = {{1000, "M", "m"}, {900, "CM", "cm"}, {500, "D", "d"}, {400, "CD", "cd"}, {100, "C", "c"}, {90, "XC", "xc"}, {50, "L", "l"}, {40, "XL", "xl"},
                                                                                {10, "X", "x"}, {9, "IX", "ix"}, {5, "V", "v"}, {4, "IV", "iv"}, {1, "I", "i"}};
    std::string text;
    for (const auto& figure : kFigures)
        for (; number >= figure.value; number -= figure.value) text += upper ? figure.upper : figure.lower;
    return text;
}

}  // namespace

std::string number_in(NumberStyle style, long number) {
    const bool letters = number >= 1 && number <= 26 * 8, roman = number >= 1 && number < 4000;
    switch (style) {
        case NumberStyle::none: return {};
        case NumberStyle::lower_letter: return letters ? in_letters(number, 'a') : std::to_string(number);
        case NumberStyle::upper_letter: return letters ? in_letters(number, 'A') : std::to_string(number);
        case NumberStyle::lower_roman: return roman ? in_roman(number, false) : std::to_string(number);
        case NumberStyle::upper_roman: return roman ? in_roman(number, true) : std::to_string(number);
        case NumberStyle::decimal: break;
    }
    return std::to_string(number);
}

std::string ListCounter::take() {
    const std::string number = number_in(style, next);
    ++next;
    return number + ".";
}

ListCounter ListCounter::of_html(std::string_view type, std::string_view start) {
    ListCounter counter;
    if (type == "a") counter.style = NumberStyle::lower_letter;
    if (type == "A") counter.style = NumberStyle::upper_letter;
    if (type == "i") counter.style = NumberStyle::lower_roman;
    if (type == "I") counter.style = NumberStyle::upper_roman;
    if (!start.empty()) counter.next = std::atol(std::string(start).c_str());
    return counter;
}

}  // namespace minutes
