#include "analyzers/structure/meeting_begin.hpp"

#include "analyzers/facts/dates.hpp"
#include "analyzers/facts/head_words.hpp"
#include "analyzers/structure/furniture.hpp"
#include "analyzers/structure/head_lines.hpp"
#include "analyzers/structure/item_number.hpp"
#include "analyzers/structure/phrases.hpp"
#include "analyzers/structure/plain_text.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace minutes {
namespace {

constexpr std::size_t kMaxHeadLine = 300;
constexpr std::size_t kHeadLines = 8;    // of a head above its list of people
constexpr std::size_t kFirstLines = 15, kShortLine = 80;   // where a document says its day without naming a body: "30 May 2018 - 10:00 to 11:30"
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
    if (has_phrase(PhraseClass::verb, line.plain_text()) || ends_sentence(content) || label_of(line.plain) || !has_head_word(HeadWord::body, content)) return std::nullopt;
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
        if (is_signature(line, slice(text, line.at)) || (line.plain.size() < kMaxHeadLine && has_phrase(PhraseClass::close, line.plain_text()))) return i;
    }
    return from;
}

/// The lines between two items, and what stands in them.
struct Between {
    std::size_t from = 0, to = 0;
    std::size_t closed = 0;             ///< one past the last line that closes a meeting or is signed; `from` if none does
    std::optional<std::size_t> list;    ///< the first line below that which opens a list of people
};

bool opens_list(const Line& line) {
    const std::string_view plain = line.plain;
    if (plain.size() > kMaxHeadLine || (plain.find("present") > 20 && plain.find("attend") > 20 && !plain.starts_with("sederunt") && plain.find("bresennol") > 20)) return false;
    const auto label = label_of(plain);
    return label && label->kind == LabelKind::attendance;
}

/// What a head between two items cannot be without, where their numbers go on.
bool hints_at_head(const Lines& lines, std::size_t from, std::size_t to) {
    return std::any_of(lines.list.begin() + static_cast<std::ptrdiff_t>(from), lines.list.begin() + static_cast<std::ptrdiff_t>(std::max(from, to)),
                       [](const Line& line) { return line.plain.size() <= kMaxHeadLine && line.plain.find("minutes") < 60; });
}

Between look_between(std::string_view text, const Lines& lines, std::size_t from, std::size_t to) {
    Between between{from, to, after_close(text, lines, from, to), std::nullopt};
    for (std::size_t i = between.closed; i < to && !between.list; ++i)
        if (opens_list(lines.list[i])) between.list = i;
    return between;
}

/// Of the lines between two items that open a head on a new day the first below the close, else the last; its day joins `days`.
std::optional<std::size_t> head_between(std::string_view text, const Lines& lines, const Between& between, std::set<int>& days) {
    std::optional<std::size_t> head;
    for (std::size_t i = between.from; i < between.to && !(head && *head >= between.closed); ++i)
        if (const auto day = opened_day(text, lines, i); day && !days.contains(*day)) head = i;
    if (!head) return std::nullopt;
    days.insert(*opened_day(text, lines, *head));
    return head;
}

/// Where the numbers go on, the head must say more: it names minutes below the close of the meeting before.
std::optional<std::size_t> sure_head_between(std::string_view text, const Lines& lines, const Between& between, std::set<int>& days) {
    for (std::size_t i = between.closed; between.closed > between.from && i < between.to; ++i) {
        if (lines.list[i].plain.size() > kMaxHeadLine || lines.list[i].plain.find("minutes") == std::string::npos) continue;
        const auto day = opened_day(text, lines, i);
        if (day && days.insert(*day).second) return i;
    }
    return std::nullopt;
}

/// Another body that met on a day that is known: below the close, above its own list of people.
std::optional<std::size_t> same_day_head(std::string_view text, const Lines& lines, const Between& between) {
    if (between.closed == between.from || !between.list) return std::nullopt;
    for (std::size_t i = between.closed; i < *between.list; ++i)
        if (opened_day(text, lines, i)) return i;
    return std::nullopt;
}

/// The headings with numbers; where there are none, all.
std::vector<const ItemHeading*> numbered_ones(const std::vector<ItemHeading>& headings) {
    std::vector<const ItemHeading*> numbered, all;
    for (const ItemHeading& heading : headings) {
        all.push_back(&heading);
        if (!heading.number_at.empty()) numbered.push_back(&heading);
    }
    return numbered.empty() ? all : numbered;
}

/// Whether another meeting, without a list, stands above the head: its own head on another day, and text.
bool tells_meeting_above(std::string_view text, const Lines& lines, std::size_t head, int day) {
    bool other = false;
    for (std::size_t i = 0; i < head; ++i) {
        const Line& line = lines.list[i];
        if (other && is_sentence(slice(text, line.at), line.plain_text())) return true;
        const bool in_head = i < kFirstLines && line.at.size() <= kShortLine && !is_of_other_meeting(line.plain);
        const auto opened = other ? std::nullopt : in_head ? day_below(text, lines, i, 0) : opened_day(text, lines, i);
        other = other || (opened && *opened != day);
    }
    return false;
}

}  // namespace

std::vector<std::size_t> meeting_begins(std::string_view text, const Lines& lines, const std::vector<ItemHeading>& headings) {
    std::vector<std::size_t> begins;
    std::set<int> days;   // of the heads so far
    const ItemHeading* before = nullptr;
    long value = 0;
    for (const ItemHeading* heading : numbered_ones(headings)) {
        const auto number = parse_item_number(slice(text, heading->number_at));
        const long counted = number && number->form != NumberForm::code ? number->value : 0;
        if (before == nullptr) {
            add_days(text, lines, 0, heading->line, days);
        } else if (const bool again = counted != 0 && counted <= value; again || hints_at_head(lines, before->last_line + 1, heading->line)) {
            const Between between = look_between(text, lines, before->last_line + 1, heading->line);
            auto begin = again ? head_between(text, lines, between, days) : sure_head_between(text, lines, between, days);
            if (!begin && again) begin = same_day_head(text, lines, between);
            if (begin) begins.push_back(with_lines_above(text, lines, *begin, *begin >= between.closed ? between.closed : between.from));
        }
        before = heading;
        if (counted != 0) value = counted;
    }
    return begins;
}

std::vector<std::size_t> meetings_apart(std::string_view text, const Lines& lines) {
    std::vector<std::size_t> begins;
    std::set<int> days;
    std::size_t after = 0;   // one past the last list of people
    for (std::size_t i = 0; i < lines.list.size(); ++i) {
        if (!opens_list(lines.list[i])) continue;
        const std::size_t from = std::max(after, i - std::min(i, kHeadLines));
        const Between between{from, i, after_close(text, lines, from, i), i};
        const auto head = head_between(text, lines, between, days);
        if (head && (after > 0 || between.closed > from || tells_meeting_above(text, lines, *head, *opened_day(text, lines, *head)))) {
            const std::size_t lowest = std::max(between.closed, begins.empty() ? 0 : begins.back() + 1);
            if (const std::size_t begin = with_lines_above(text, lines, *head, std::min(lowest, *head)); begin > 0) begins.push_back(begin);
        }
        if (after == 0) add_days(text, lines, 0, i, days);
        after = i + 1;
    }
    return begins;
}

}  // namespace minutes
