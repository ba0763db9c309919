#include "analyzers/structure/odd_numbers.hpp"

#include "analyzers/structure/known_titles.hpp"
#include "analyzers/structure/plain_text.hpp"
#include "analyzers/structure/title.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace minutes {
namespace {

constexpr long kMaxStep = 6;            // numbers skip when an item was withdrawn
constexpr std::size_t kHeadBytes = 2000;  // in which the year of the meeting is printed

/// What stands behind a number of `size` bytes at the start of `line`, as a title and its text; nullopt where it reads as none.
std::optional<NumberedLine> odd_candidate(std::string_view text, const Lines& lines, std::size_t i, std::size_t size) {
    const Span at = lines.list[i].at;
    Span tail = trimmed(text, {at.begin + static_cast<std::uint32_t>(size), at.end});
    while (tail.begin < tail.end && (text[tail.begin] == '-' || text[tail.begin] == ':' || text[tail.begin] == '.')) ++tail.begin;
    if (slice(text, tail).starts_with("\u2013")) tail.begin += 3;
    tail = trimmed(text, tail);
    const TitleSplit split = split_title_at(text, tail);
    const std::string_view title = slice(text, split.title);
    if (title.empty() || !reads_as_title(title, plain_form(title)) || (ends_sentence(title) && !is_capitals(title))) return std::nullopt;
    const std::string_view number = slice(text, {at.begin, at.begin + static_cast<std::uint32_t>(size)});
    const auto end = static_cast<std::uint32_t>(size);
    NumberedLine candidate{{i, i, std::string(number), {at.begin, at.begin + end}, split.title, split.rest}, {{0, end}, std::string(number), {}, NumberForm::code, 0}};
    return candidate;
}

/// The digits of "21.44" or "1.19" before a space or dash: two numbers and their size in bytes.
struct Pair {
    long first = 0, second = 0;
    std::size_t first_digits = 0, second_digits = 0, size = 0;
};

std::optional<Pair> pair_at(std::string_view line) {
    Pair pair;
    std::size_t at = 0;
    while (at < line.size() && at < 4 && is_digit(line[at])) pair.first = pair.first * 10 + (line[at++] - '0');
    pair.first_digits = at;
    if (at == 0 || at >= line.size() || line[at] != '.') return std::nullopt;
    const std::size_t dot = at++;
    while (at < line.size() && at < dot + 5 && is_digit(line[at])) pair.second = pair.second * 10 + (line[at++] - '0');
    pair.second_digits = at - dot - 1;
    pair.size = at;
    const bool closed = at < line.size() && (space_at(line, at) != 0 || line[at] == '-' || line[at] == '.' || line[at] == ':');
    return pair.second_digits > 0 && closed && !(line[at] == '.' && at + 1 < line.size() && is_digit(line[at + 1])) ? std::optional(pair) : std::nullopt;
}

/// Those of `lines` whose numbers share the year, first or second, while the other counts up.
std::vector<NumberedLine> counted(std::string_view text, const Lines& lines, bool year_first) {
    std::vector<NumberedLine> found;
    long year = 0, last = 0;
    for (std::size_t i = 0; i < lines.list.size(); ++i) {
        const auto pair = pair_at(slice(text, lines.list[i].at).substr(0, 16));
        if (!pair || (year_first ? pair->first_digits : pair->second_digits) != 2 || (!year_first && pair->second < 10)) continue;
        const long its_year = year_first ? pair->first : pair->second, value = year_first ? pair->second : pair->first;
        if (!found.empty() && (its_year != year || value <= last || value > last + kMaxStep)) continue;
        auto candidate = odd_candidate(text, lines, i, pair->size);
        if (!candidate) continue;
        year = its_year;
        last = value;
        found.push_back(std::move(*candidate));
    }
    const bool shouted = !found.empty() && std::all_of(found.begin(), found.end(), [&](const NumberedLine& c) { return is_capitals(slice(text, c.heading.title_at)); });
    const bool dated = shouted && text.substr(0, kHeadBytes).find("20" + std::to_string(year)) != std::string_view::npos;
    return found.size() >= 3 || dated ? found : std::vector<NumberedLine>{};
}

/// "18.03" of "18.03.3" and of "18.3.10", with the month in two digits; "" for anything else. `size`: of the whole number.
std::string month_of(std::string_view word, std::size_t& size) {
    const std::size_t first = word.find('.'), second = first == std::string_view::npos ? first : word.find('.', first + 1);
    if (second == std::string_view::npos || first != 2 || second - first > 3 || second - first < 2) return {};
    size = second + 1;
    while (size < word.size() && is_digit(word[size])) ++size;
    if (size == second + 1) return {};
    if (size < word.size() && is_capital(word[size])) ++size;   // "18.03.3A"
    if (size < word.size() && space_at(word, size) == 0) return {};
    std::string month(word.substr(0, second));
    if (second - first == 2) month.insert(3, "0");
    return month.find_first_not_of("0123456789.") == std::string::npos ? month : std::string();
}

}  // namespace

std::vector<NumberedLine> year_items(std::string_view text, const Lines& lines) {
    std::vector<NumberedLine> found = counted(text, lines, true);
    return found.empty() ? counted(text, lines, false) : found;
}

std::vector<NumberedLine> glued_items(std::string_view text, const Lines& lines) {
    std::vector<NumberedLine> found;
    for (std::size_t i = 0; i < lines.list.size(); ++i) {
        const Span at = lines.list[i].at;
        const std::string_view content = slice(text, at);
        std::size_t digits = 0;
        while (digits < content.size() && is_digit(content[digits])) ++digits;
        if (digits == 0 || digits > 3 || content.size() < digits + 4 || content.size() > 120 || !is_capital(content[digits]) || !is_small(content[digits + 1])) continue;
        const Span title{at.begin + static_cast<std::uint32_t>(digits), at.end};
        if (ends_sentence(content) || !reads_as_title(slice(text, title), plain_form(slice(text, title)))) continue;
        const std::string number(content.substr(0, digits));
        const long value = std::stol(number);
        if (value < 1 || (!found.empty() && (value <= found.back().number.value || value > found.back().number.value + kMaxStep))) continue;
        found.push_back({{i, i, number, {at.begin, title.begin}, title, {}}, {{0, static_cast<std::uint32_t>(digits)}, number, "#", NumberForm::bare, value}});
    }
    return found.size() >= 3 ? found : std::vector<NumberedLine>{};
}

std::vector<NumberedLine> with_other_months(std::string_view text, const Lines& lines, std::vector<NumberedLine> run) {
    std::size_t size = 0;
    const std::string month = run.empty() ? std::string() : month_of(run.front().heading.number, size);
    if (month.empty()) return run;
    std::vector<NumberedLine> all;
    std::size_t next = 0;
    for (std::size_t i = run.front().heading.line; i < lines.list.size(); ++i) {
        while (next < run.size() && run[next].heading.line < i) ++next;
        if (next < run.size() && run[next].heading.line == i) {
            all.push_back(run[next]);
            continue;
        }
        if (month_of(slice(text, lines.list[i].at).substr(0, 16), size) != month) continue;
        if (auto candidate = odd_candidate(text, lines, i, size)) all.push_back(std::move(*candidate));
    }
    return all;
}

std::vector<NumberedLine> only_title(std::string_view text, const Lines& lines, const std::vector<NumberedLine>& all) {
    std::vector<NumberedLine> found;
    for (const NumberedLine& candidate : all) {
        const std::string_view title = slice(text, candidate.heading.title_at);
        const bool set_off = is_capitals(title) && count_words(title) <= 12 && (lines.list[candidate.heading.line].gap > 0 || !candidate.heading.rest.empty());
        const std::size_t below = candidate.heading.last_line + 1;
        const bool stands_alone = all.size() == 1 && candidate.heading.line < 10 && candidate.weight >= 1 && !ends_sentence(title) && count_words(title) <= 8 &&
                                  lines.list[candidate.heading.line].gap > 0 && below < lines.list.size() && lines.list[below].gap > 0;
        const bool known = all.size() == 1 && candidate.number.value == 1 && is_known_title(plain_form(title));
        if ((set_off || stands_alone || known) && candidate.number.form != NumberForm::bare && candidate.number.form != NumberForm::code) found.push_back(candidate);
    }
    return found.size() == 1 ? found : std::vector<NumberedLine>{};
}

}  // namespace minutes
