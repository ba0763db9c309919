#include "analyzers/structure/meeting_begin.hpp"

#include "analyzers/facts/dates.hpp"
#include "analyzers/structure/furniture.hpp"
#include "analyzers/facts/head_words.hpp"
#include "analyzers/structure/item_number.hpp"
#include "analyzers/structure/phrases.hpp"
#include "analyzers/structure/plain_text.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace minutes {
namespace {

constexpr std::size_t kMaxHeadLine = 300;
constexpr std::size_t kLinesAbove = 3;   // "ELM PARISH COUNCIL", "Parks Committee" above "Minutes of the meeting held on ..."

/// "Date of next meeting", "Minutes of the meeting held on .. were approved". An aside on the approval to come says nothing of the kind.
bool is_of_other_meeting(std::string_view plain) {
    return (has_head_word(HeadWord::not_the_date, plain) && !has_head_word(HeadWord::aside, plain)) || has_head_word(HeadWord::not_the_date_after, plain);
}

/// The first full date in the line, or for a head of several lines in the `more` lines below it that stand close.
std::optional<int> day_below(std::string_view text, const Lines& lines, std::size_t i, std::size_t more) {
    for (std::size_t k = i; k < lines.list.size() && k <= i + more; ++k) {
        const Line& line = lines.list[k];
        if (line.at.size() > kMaxHeadLine || (k > i && line.gap > 1)) return std::nullopt;
        for (const Date& date : find_dates(slice(text, line.at)))
            if (date.year != 0) return day_number(date);
    }
    return std::nullopt;
}

/// The day of the meeting whose head this line opens, or nullopt.
std::optional<int> opened_day(std::string_view text, const Lines& lines, std::size_t i) {
    const Line& line = lines.list[i];
    const std::string_view content = slice(text, line.at);
    if (content.empty() || content.size() > kMaxHeadLine || starts_small(content) || is_of_other_meeting(line.plain)) return std::nullopt;
    if (line.plain.starts_with("minutes of ") || line.plain.starts_with("minutes for ") || line.plain.starts_with("at a meeting of ")) return day_below(text, lines, i, 2);
    if (has_phrase(PhraseClass::verb, line.plain) || ends_sentence(content) || label_of(line.plain) || !has_head_word(HeadWord::body, content)) return std::nullopt;
    return day_below(text, lines, i, 0);
}

/// Lines right above that can only be the same head's: names of bodies, "MINUTES".
std::size_t with_lines_above(std::string_view text, const Lines& lines, std::size_t i, std::size_t after) {
    const std::size_t lowest = i - std::min(i - after, kLinesAbove);
    for (; i > lowest; --i) {
        const Line& above = lines.list[i - 1];
        const std::string_view content = slice(text, above.at);
        const bool names = has_head_word(HeadWord::body, content) || above.plain == "minutes";
        if (content.empty() || !names || above.plain.size() > 80 || ends_sentence(content) || starts_small(content) || is_signature(above, content) || label_of(above.plain) ||
            has_phrase(PhraseClass::verb, above.plain) || is_of_other_meeting(above.plain) || parse_item_number(content))
            break;
    }
    return i;
}

void add_days(std::string_view text, const Lines& lines, std::size_t from, std::size_t to, std::set<int>& days) {
    for (std::size_t i = from; i < to; ++i)
        if (const auto day = day_below(text, lines, i, 0)) days.insert(*day);
}

/// The line after the last one that closes a meeting or is signed: the head of the next stands below it.
std::size_t after_close(std::string_view text, const Lines& lines, std::size_t from, std::size_t to) {
    for (std::size_t i = to; i > from; --i) {
        const Line& line = lines.list[i - 1];
        if (is_signature(line, slice(text, line.at)) || (line.plain.size() < kMaxHeadLine && has_phrase(PhraseClass::close, line.plain))) return i;
    }
    return from;
}

/// Of the lines between two items that open a head on a new day the first below the close, else the last; its day joins `days`.
std::optional<std::size_t> head_between(std::string_view text, const Lines& lines, std::size_t from, std::size_t to, std::set<int>& days) {
    const std::size_t closed = after_close(text, lines, from, to);
    std::optional<std::size_t> head;
    for (std::size_t i = from; i < to && !(head && *head >= closed); ++i)
        if (const auto day = opened_day(text, lines, i); day && !days.contains(*day)) head = i;
    if (!head) return std::nullopt;
    days.insert(*opened_day(text, lines, *head));
    return with_lines_above(text, lines, *head, *head >= closed ? closed : from);
}

}  // namespace

std::vector<std::size_t> meeting_begins(std::string_view text, const Lines& lines, const std::vector<ItemHeading>& headings) {
    std::vector<std::size_t> begins;
    std::set<int> days;   // of the heads so far
    const ItemHeading* before = nullptr;
    long value = 0;
    for (const ItemHeading& heading : headings) {
        const auto number = parse_item_number(slice(text, heading.number_at));
        if (!number || number->form == NumberForm::code) continue;
        if (before == nullptr) add_days(text, lines, 0, heading.line, days);
        else if (number->value <= value)
            if (const auto begin = head_between(text, lines, before->last_line + 1, heading.line, days)) begins.push_back(*begin);
        before = &heading;
        value = number->value;
    }
    return begins;
}

}  // namespace minutes
