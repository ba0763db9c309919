#include "analyzers/structure/item_number.hpp"

#include "analyzers/structure/plain_text.hpp"

#include <algorithm>
#include <array>

namespace minutes {
namespace {

constexpr std::size_t kMaxNumberBytes = 24;
constexpr std::size_t kMaxDigits = 7;

std::string_view first_word(std::string_view line) {
    std::size_t end = 0;
    while (end < line.size() && end <= kMaxNumberBytes && space_at(line, end) == 0) ++end;
    return line.substr(0, end);
}

std::string shape_of(std::string_view word) {
    std::string shape;
    for (const char c : word) {
        if (!is_digit(c)) shape += c;
        else if (shape.empty() || shape.back() != '#') shape += '#';
    }
    return shape;
}

std::size_t count_of(std::string_view word, char c) { return static_cast<std::size_t>(std::count(word.begin(), word.end(), c)); }

std::string_view leading_digits(std::string_view word) {
    std::size_t end = 0;
    while (end < word.size() && is_digit(word[end])) ++end;
    return word.substr(0, end);
}

/// "18.03.3": year, month, item. Sub-paragraphs ("3.1.2") have no two-digit month in the middle.
bool is_year_month_item(std::string_view word) {
    return word.size() >= 7 && leading_digits(word).size() == 2 && word[2] == '.' && leading_digits(word.substr(3)).size() == 2 &&
           word[5] == '.' && (word[3] == '0' || word[3] == '1') && leading_digits(word.substr(6)).size() == word.size() - 6;
}

/// "21/10/2021" and "2019/20" are dates, not references; "16/07/26/3" is one.
bool is_slash_date(std::string_view word) {
    const std::string shape = shape_of(word);
    if (shape == "#/#/#") return true;
    return shape == "#/#" && leading_digits(word).size() == 4 && (word.starts_with("19") || word.starts_with("20"));
}

/// "19/00123", "S/22/0345": numbers of planning applications, which stand in lists inside an item.
bool is_planning_reference(std::string_view word) {
    const std::string_view last = word.substr(word.find_last_of("/.-") + 1);
    return word.find('/') != std::string_view::npos && last.size() >= 4 && !(last.size() == 4 && last.starts_with("20"));
}

/// "Cou/286/07-08", "Plan/12/19": a word for the body before the first slash, otherwise all digits.
bool is_named_reference(std::string_view word) {
    const std::size_t slash = word.find('/');
    if (slash == std::string_view::npos || slash < 2 || slash > 6 || slash + 2 > word.size() || !is_capital(word[0]) || !is_digit(word.back())) return false;
    for (std::size_t i = 1; i < slash; ++i)
        if (!is_small(word[i])) return false;
    return word.find_first_not_of("0123456789/-", slash) == std::string_view::npos;
}

bool is_reference(std::string_view word) {
    if (is_named_reference(word)) return true;
    if (word.size() < 3 || !std::any_of(word.begin(), word.end(), is_digit)) return false;
    for (const char c : word)
        if (!is_capital(c) && !is_digit(c) && c != '.' && c != '/' && c != '-' && c != '_') return false;
    if (!is_digit(word.back()) || is_planning_reference(word)) return false;
    const bool letters = is_capital(word.front());
    if (count_of(word, '_') == 1 && is_digit(word.front())) return true;   // "2020-05_1"
    if (count_of(word, '/') > 0) return !is_slash_date(word) && (letters || is_digit(word.front()));
    if (letters) return count_of(word, '.') > 0 && is_digit(word.back()) && is_capital(word[0]) && !word.ends_with(".0");
    return is_year_month_item(word);
}

std::optional<ItemNumber> parse_reference(std::string_view word) {
    std::string_view body = word;
    while (!body.empty() && (body.back() == '.' || body.back() == ':')) body.remove_suffix(1);
    if (!is_reference(body)) return std::nullopt;
    return ItemNumber{{0, static_cast<std::uint32_t>(word.size())}, std::string(body), shape_of(body), NumberForm::code, 0};
}

/// The bytes after the digits that still belong to the number, and its form; nullopt when it is no item number.
std::optional<ItemNumber> parse_plain_number(std::string_view line) {
    const std::string_view digits = leading_digits(line);
    if (digits.empty() || digits.size() > kMaxDigits) return std::nullopt;
    std::string_view rest = line.substr(digits.size());
    const std::uint32_t escape = rest.starts_with("\\.") || rest.starts_with("\\)") ? 1 : 0;   // Markdown's "1\."
    rest.remove_prefix(escape);
    ItemNumber item{{0, static_cast<std::uint32_t>(digits.size())}, std::string(digits), "#", NumberForm::bare, std::stol(std::string(digits))};
    if (item.value < 1) return std::nullopt;
    const bool bare = rest.empty() || space_at(rest, 0) != 0;
    if (bare && item.value > 2999 && digits.size() != 5) return std::nullopt;   // "3000 homes were planned"
    if (bare) return item;
    if (rest.starts_with(".0") && (rest.size() == 2 || space_at(rest, 2) != 0)) {   // "3.0 Correspondence"
        item.number += ".0";
        item.series = "#.0";
        item.form = NumberForm::dotted;
        item.at.end += 2;
        return item;
    }
    const bool spaced = rest.size() == 1 || space_at(rest, 1) != 0;
    const bool bold = rest.size() > 3 && rest.substr(1, 2) == "**" && is_capital(rest[3]);   // "1.**Minutes**"
    if (rest[0] == '.' && (spaced || bold || is_capital(rest[1]))) item.form = NumberForm::dotted;
    else if ((rest[0] == ')' || rest[0] == ':') && spaced) item.form = NumberForm::bracket;
    else return std::nullopt;
    item.series = std::string("#") + rest[0];
    item.at.end += escape + 1;
    return item;
}

/// The bytes of "Item ", "ITEM NO. ", "Agenda item " before a number; 0 if none stands there.
std::size_t item_word(std::string_view line) {
    constexpr std::array<std::string_view, 6> kWords = {"item no. ", "item no ", "agenda item no. ", "agenda item ", "item number ", "item "};
    const std::string start = plain_form(line.substr(0, 20));
    for (const std::string_view word : kWords)
        if (start.starts_with(word) && is_capital(line[0]) && word.size() < line.size() && line[word.size() - 1] == ' ' && is_digit(line[word.size()])) return word.size();
    return 0;
}

/// "Item 4: Roads", "ITEM NO. 4 - ROADS", "Agenda Item 4" alone; but "Item 4 was deferred" is text.
std::optional<ItemNumber> named_item(std::string_view line) {
    const std::size_t word = item_word(line);
    const std::string_view digits = leading_digits(line.substr(word));
    if (word == 0 || digits.empty() || digits.size() > 3) return std::nullopt;
    std::size_t end = word + digits.size();
    const bool marked = end < line.size() && (line[end] == '.' || line[end] == ':' || line[end] == ')') && space_at(line, end + 1) != 0;
    if (marked) ++end;
    std::size_t dash = end;
    while (dash < line.size() && line[dash] == ' ') ++dash;
    for (const std::string_view mark : {"- ", "\u2013 ", "\u2014 "})
        if (!marked && line.substr(dash).starts_with(mark)) return ItemNumber{{0, static_cast<std::uint32_t>(dash + mark.size())}, std::string(digits), "item #", NumberForm::dotted, std::stol(std::string(digits))};
    const bool shouted = is_capitals(line.substr(0, word)) && end + 1 < line.size() && line[end] == ' ' && is_capital(line[end + 1]);   // "ITEM 4 Roads"
    if (!marked && !shouted && end < line.size()) return std::nullopt;
    return ItemNumber{{0, static_cast<std::uint32_t>(end)}, std::string(digits), "item #", NumberForm::dotted, std::stol(std::string(digits))};
}

/// "(7) Cheques", "(l) Present" with the letter that a scan made of the 1.
std::optional<ItemNumber> bracketed(std::string_view line) {
    if (line.size() < 4 || line[0] != '(') return std::nullopt;
    const std::string_view digits = leading_digits(line.substr(1));
    const bool scanned = digits.empty() && (line[1] == 'l' || line[1] == 'I') && line[2] == ')';
    const std::size_t close = scanned ? 2 : 1 + digits.size();
    if ((digits.empty() && !scanned) || digits.size() > 2 || line[close] != ')' || space_at(line, close + 1) == 0) return std::nullopt;
    const std::string number = scanned ? "1" : std::string(digits);
    return ItemNumber{{0, static_cast<std::uint32_t>(close + 1)}, number, "(#)", NumberForm::bracket, std::stol(number)};
}

}  // namespace

std::optional<ItemNumber> parse_bracketed_item(std::string_view line) { return bracketed(line); }

std::optional<ItemNumber> parse_item_number(std::string_view line) {
    std::size_t marks = 0;
    while (marks < line.size() && line[marks] == '*') ++marks;
    std::optional<ItemNumber> item = parse_plain_number(line.substr(marks));
    if (!item) item = parse_reference(first_word(line.substr(marks)));
    if (!item && marks < line.size() && (line[marks] == 'I' || line[marks] == 'A')) item = named_item(line.substr(marks));
    if (!item) return std::nullopt;
    item->at.begin += static_cast<std::uint32_t>(marks);
    item->at.end += static_cast<std::uint32_t>(marks);
    while (item->at.end < line.size() && line[item->at.end] == '*') ++item->at.end;
    return item;
}

}  // namespace minutes
