#include "analyzers/structure/numbered_heading.hpp"

#include "analyzers/structure/furniture.hpp"
#include "analyzers/structure/bare_title.hpp"
#include "analyzers/structure/known_titles.hpp"
#include "analyzers/structure/number_runs.hpp"
#include "analyzers/structure/odd_numbers.hpp"
#include "analyzers/structure/phrases.hpp"
#include "analyzers/structure/plain_text.hpp"
#include "analyzers/structure/title.hpp"

#include <algorithm>
#include <optional>

namespace minutes {
namespace {


/// The line's content without Markdown heading marks.
Span content_of(std::string_view text, const Line& line) {
    Span at = line.at;
    while (at.begin < at.end && text[at.begin] == '#') ++at.begin;
    return trimmed(text, at);
}

/// "(18)" or "1." after the minute number is the agenda's number; "/" is the border of a cell.
Span without_second_number(std::string_view text, Span at, NumberForm form) {
    if (slice(text, at).starts_with("/ ")) return trimmed(text, {at.begin + 2, at.end});
    const std::string_view content = slice(text, at);
    const std::size_t open = content.starts_with('(') ? 1 : 0;
    std::size_t end = open;
    while (end < content.size() && is_digit(content[end])) ++end;
    if (end == open || end > open + 3 || end >= content.size()) return at;
    const bool closed = open == 1 ? content[end] == ')' : content[end] == '.' && form == NumberForm::code;
    return closed ? trimmed(text, {at.begin + static_cast<std::uint32_t>(end) + 1, at.end}) : at;
}

/// The title below a number that stands alone: any short line, even a label's word ("Minutes:" as a title).
bool accepts_title_below(std::string_view text, const Lines& lines, std::size_t index, const Layout& layout) {
    if (index + 1 >= lines.list.size()) return false;
    const Line& line = lines.list[index + 1];
    const std::string_view content = slice(text, line.at);
    if (line.gap > 3 || parse_item_number(content)) return false;
    if (layout.bare_titles && content.size() < 400 && line.gap <= 2 && !starts_small(content)) return true;   // such pages print every title there
    return is_title_line(text, line) || line.has_link || (count_words(content) <= 40 && content.size() < 400 && !ends_sentence(content) && !starts_small(content));
}

/// A line broken by width whose sentence ends on the next one.
bool goes_on_below(std::string_view text, const Lines& lines, std::size_t index) {
    if (index + 1 >= lines.list.size()) return false;
    const Line& below = lines.list[index + 1];
    return below.gap == 0 && lines.list[index].at.size() > 60 && !ends_sentence(slice(text, lines.list[index].at)) && starts_small(slice(text, below.at));
}

/// A title that was broken by width takes the line below it, which stands above a blank line.
void take_wrapped_title(std::string_view text, const Lines& lines, ItemHeading& heading) {
    const std::size_t below = heading.last_line + 1;
    if (!heading.rest.empty() || heading.title_at.empty() || below >= lines.list.size()) return;
    const Line& line = lines.list[below];
    const bool last = below + 1 >= lines.list.size() || lines.list[below + 1].gap > 0;
    const std::string_view content = slice(text, line.at), title = slice(text, heading.title_at);
    const bool shouted = is_capitals(title) && is_capitals(content) && title.size() >= 40;   // and text right below
    if (line.gap != 0 || !(last || shouted) || (title.size() < 55 && !shouted) || ends_sentence(title) || lines.list[heading.last_line].has_link) return;
    if (line.plain.size() > 120 || (ends_sentence(content) && !line.has_link) || label_of(line.plain) || has_phrase(PhraseClass::verb, line.plain_text())) return;
    if (parse_item_number(content) && !starts_small(content) && parse_item_number(content)->form != NumberForm::bare) return;
    heading.title_at.end = line.at.end;
    heading.last_line = below;
}

/// "ITEMS", "Action": the heads of a table's columns, which stand between the first number and its title; so may a page's number.
bool is_column_head(const Line& line) {
    if (is_page_number(line.plain)) return true;
    const auto label = label_of(line.plain);
    return (label && label->whole && label->kind == LabelKind::items_begin) || line.plain == "action" || line.plain == "action by";
}

std::size_t past_column_heads(const Lines& lines, std::size_t index) {
    for (std::size_t more = 0; more < 3 && index < lines.list.size() && is_column_head(lines.list[index]); ++more) ++index;
    return index;
}

/// A number alone on its line takes the line below as its title.
std::optional<NumberedLine> with_title_below(std::string_view text, const Lines& lines, NumberedLine candidate, const Layout& layout) {
    const std::size_t index = past_column_heads(lines, candidate.heading.line + 1) - 1;
    if (!accepts_title_below(text, lines, index, layout)) return std::nullopt;
    const TitleSplit split = split_title_at(text, lines.list[index + 1].at);
    candidate.alone = true;
    candidate.weight = 1.5;   // nothing else is printed so
    candidate.heading.last_line = index + 1;
    candidate.heading.title_at = split.title;
    candidate.heading.rest = split.rest;
    return candidate;
}

double title_weight(const Line& line, std::string_view title, bool task) {
    const bool capitals = is_capitals(title), sentence = ends_sentence(title);
    return (task && !capitals ? 0.6 : 1.0) + (line.gap > 0 ? 0.1 : 0) + (capitals || line.bold || line.has_link ? 0.2 : 0) -
           (sentence && !capitals ? 0.2 : 0) - (line.indent > 1 ? 0.1 : 0) - (line.indent > 1 && sentence && !line.bold ? 0.3 : 0);
}

/// The title behind a number on the same line. Doubtful ones weigh little, so that they count only where the run of
/// numbers needs them; a reference ("189/18") counts even if its title cannot be told from its text.
std::optional<NumberedLine> with_title_behind(std::string_view text, const Lines& lines, NumberedLine candidate, Span tail) {
    const Line& line = lines.list[candidate.heading.line];
    const TitleSplit split = split_title_at(text, tail, goes_on_below(text, lines, candidate.heading.line));
    const std::string_view title = slice(text, split.title);
    const std::string plain = plain_form(title.substr(0, 600));
    const bool task = has_phrase(PhraseClass::agenda_note, plain);   // "3. To receive declarations": a title, or a limb of a decision
    const bool code = candidate.number.form == NumberForm::code;
    const bool tagged = candidate.heading.line > 0 && lines.list[candidate.heading.line - 1].plain.starts_with("<ai") && !title.empty();   // printed minutes mark their items
    const bool reads = (task ? reads_as_task_title(title, plain) : reads_as_title(title, plain)) || (line.has_link && split.rest.empty()) || tagged;
    const bool weak = code ? !split.rest.empty() && count_words(title) <= 20 : split.rest.empty() && reads_as_weak_title(title, plain);
    if (!reads && !weak) {
        if (!code || title.empty() || !is_capital(title[0])) return std::nullopt;
        candidate.weight = 0;
        candidate.heading.rest = tail;
        return candidate;
    }
    candidate.weight = reads ? title_weight(line, title, task) : 0.3;
    candidate.heading.title_at = split.title;
    candidate.heading.rest = split.rest;
    return candidate;
}

/// The bytes of "Members present:" at the start of a list, with its colon; 0 where no such list begins.
std::size_t attendance_label(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon > 40 || line.find(',') == std::string_view::npos) return 0;
    const auto label = label_of(plain_form(line.substr(0, colon + 1)));
    return label && label->kind == LabelKind::attendance && count_words(line.substr(colon)) > 2 ? colon + 1 : 0;
}

/// "1. Sederunt: A Hay, B Ford": the list is the item's text.
NumberedLine with_list_behind(std::string_view text, NumberedLine candidate, Span tail, std::size_t label) {
    candidate.heading.title_at = {tail.begin, tail.begin + static_cast<std::uint32_t>(label)};
    candidate.heading.rest = trimmed(text, {candidate.heading.title_at.end, tail.end});
    return candidate;
}

/// "AOCB" and below it "10   It was agreed ...": a number that was set beside the first line of the text, not the title.
bool stands_below_title(const Lines& lines, std::size_t index, std::string_view tail) {
    const Line& above = lines.list[index - 1];
    if (tail.empty() || lines.list[index].gap > 0 || !is_known_title(above.plain) || label_of(above.plain)) return false;
    return count_words(tail) >= 5 && !is_known_title(plain_form(tail.substr(0, 100)));
}

std::optional<NumberedLine> candidate_at(std::string_view text, const Lines& lines, std::size_t index, const Layout& layout) {
    const Span content = content_of(text, lines.list[index]);
    auto number = parse_item_number(slice(text, content).substr(0, 2000));
    if (!number && !layout.bare_titles) number = parse_bracketed_item(slice(text, content).substr(0, 8));
    if (!number) return std::nullopt;
    NumberedLine candidate{{index, index, number->number, Span{number->at.begin + content.begin, number->at.end + content.begin}, {}, {}}, *number};
    const Span tail = without_second_number(text, trimmed(text, {candidate.heading.number_at.end, content.end}), number->form);
    const bool column = tail.begin >= candidate.heading.number_at.end + 3 && number->form != NumberForm::code;   // beside the text by spaces
    if (index > 0 && column && stands_below_title(lines, index, slice(text, tail))) {
        const Line& above = lines.list[index - 1];
        candidate.heading.line = index - 1;
        candidate.heading.title_at = content_of(text, above);
        candidate.heading.rest = tail;
        return candidate;
    }
    if (const std::size_t label = attendance_label(slice(text, tail)); label != 0) return with_list_behind(text, std::move(candidate), tail, label);
    return tail.empty() ? with_title_below(text, lines, std::move(candidate), layout) : with_title_behind(text, lines, std::move(candidate), tail);
}

/// How many lines from `i` on hold nothing but numbers that count up by one.
std::size_t stack_size(std::string_view text, const Lines& lines, std::size_t i) {
    std::size_t size = 0;
    long value = 0;
    for (; i + size < lines.list.size(); ++size) {
        const std::string_view content = slice(text, lines.list[i + size].at);
        const auto number = content.size() <= 6 ? parse_item_number(content) : std::nullopt;
        if (!number || number->form == NumberForm::code || number->at.end != content.size() || (size > 0 && number->value != value + 1)) break;
        value = number->value;
    }
    return size;
}

/// "7" and "8" on lines of their own, then "Roads", its text, "Trees", its text: a column of numbers that was read before
/// the column of text. Each takes the next line that is known as a title, up to the next number; none where one lacks its own.
std::vector<NumberedLine> unstacked(std::string_view text, const Lines& lines, std::size_t first, std::size_t size) {
    std::vector<NumberedLine> found;
    const std::size_t below = past_column_heads(lines, first + size);
    for (std::size_t i = below; i < lines.list.size() && found.size() < size; ++i) {
        const Line& line = lines.list[i];
        if (parse_item_number(slice(text, line.at).substr(0, 100)) && is_digit(text[line.at.begin])) {
            const auto number = parse_item_number(slice(text, line.at).substr(0, 100));
            if (number->at.end == line.at.size()) break;
            continue;
        }
        if (!is_known_title(line.plain)) continue;
        const Span number_at = lines.list[first + found.size()].at;
        const auto number = parse_item_number(slice(text, number_at));
        NumberedLine candidate{{i, i, number->number, {}, line.at, {}}, *number, true, 1.5};
        if (i == below) candidate.heading.line = first;   // the heading takes the numbers along
        if (i == below) candidate.heading.number_at = number_at;
        found.push_back(std::move(candidate));
    }
    return found.size() == size ? found : std::vector<NumberedLine>{};
}

std::vector<NumberedLine> candidates_of(std::string_view text, const Lines& lines, const Layout& layout) {
    std::vector<NumberedLine> candidates;
    std::size_t stacked_to = 0, looked_to = 0;
    for (std::size_t i = 0; i < lines.list.size(); ++i) {
        const std::size_t stack = i >= looked_to ? stack_size(text, lines, i) : 0;
        looked_to = std::max(looked_to, i + stack);
        if (stack > 1) {
            std::vector<NumberedLine> titled = unstacked(text, lines, i, stack);
            if (!titled.empty()) stacked_to = i + stack;
            candidates.insert(candidates.end(), titled.begin(), titled.end());
        }
        if (i < stacked_to) continue;
        if (auto candidate = candidate_at(text, lines, i, layout)) {
            const bool minute_number = candidate->alone && candidate->number.form == NumberForm::code && lines.list[i].gap <= (layout.name == "print-minutes" ? 1u : 0u) && !candidates.empty() &&
                                       candidates.back().heading.last_line + 1 == i && !candidates.back().alone;
            if (!minute_number) candidates.push_back(std::move(*candidate));   // "E.70/23" below "70. Minutes" is no item of its own
        }
    }
    std::stable_sort(candidates.begin(), candidates.end(), [](const NumberedLine& a, const NumberedLine& b) { return a.heading.line < b.heading.line; });
    return candidates;
}

/// On the history of an issue each meeting has one item, right below its "Meeting:" line.
std::vector<NumberedLine> below_meeting_lines(const Lines& lines, const std::vector<NumberedLine>& all) {
    std::vector<NumberedLine> headings;
    for (const NumberedLine& candidate : all)
        if (candidate.heading.line > 0 && lines.list[candidate.heading.line - 1].plain.starts_with("meeting: ")) headings.push_back(candidate);
    return headings;
}

/// A line known as a title between items 8 and 10 is item 9, whose number was lost. It stays without one.
void add_numberless(const Lines& lines, const std::vector<NumberedLine>& numbered, std::vector<ItemHeading>& headings) {
    for (std::size_t i = 0; i + 1 < numbered.size(); ++i) {
        if (numbered[i].number.form == NumberForm::code || numbered[i + 1].number.value != numbered[i].number.value + 2) continue;
        std::vector<std::size_t> known;
        for (std::size_t k = numbered[i].heading.last_line + 1; k < numbered[i + 1].heading.line && known.size() < 2; ++k)
            if (is_known_title(lines.list[k].plain)) known.push_back(k);
        if (known.size() == 1) headings.push_back({known.front(), known.front(), {}, {}, lines.list[known.front()].at, {}});
    }
    std::sort(headings.begin(), headings.end(), [](const ItemHeading& a, const ItemHeading& b) { return a.line < b.line; });
}

/// "E.70/23" or "177" alone below "70. Minutes" is the minute number, which counts.
void take_minute_numbers(std::string_view text, const Lines& lines, std::vector<NumberedLine>& headings) {
    for (NumberedLine& candidate : headings) {
        const std::size_t next = candidate.heading.last_line + 1;
        if (next >= lines.list.size() || !candidate.heading.rest.empty()) continue;
        const Line& line = lines.list[next];
        const auto number = parse_item_number(slice(text, line.at));
        if (!number || number->form != NumberForm::code || number->at.end != line.at.size()) continue;
        if (number->series == candidate.number.series) continue;   // the next item, and nothing was said in this one
        candidate.heading.number = number->number;
        candidate.heading.last_line = next;
    }
}

}  // namespace

std::vector<ItemHeading> numbered_headings(std::string_view text, const Lines& lines, const Layout& layout) {
    const std::vector<NumberedLine> candidates = candidates_of(text, lines, layout);
    std::vector<NumberedLine> numbered = layout.name == "issue-history" ? below_meeting_lines(lines, candidates) : dominant(lines, candidates, layout);
    numbered = with_other_months(text, lines, with_holes_filled(std::move(numbered), candidates));
    if (numbered.empty()) numbered = year_items(text, lines);
    if (numbered.empty()) numbered = glued_items(text, lines);
    if (numbered.empty()) numbered = only_title(text, lines, candidates);
    for (NumberedLine& candidate : numbered) take_wrapped_title(text, lines, candidate.heading);
    take_minute_numbers(text, lines, numbered);
    std::vector<ItemHeading> headings;
    for (const NumberedLine& candidate : numbered) headings.push_back(candidate.heading);
    if (layout.name != "issue-history") add_numberless(lines, numbered, headings);
    return headings;
}

}  // namespace minutes
