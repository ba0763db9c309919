#include "analyzers/structure/numbered_heading.hpp"

#include "analyzers/structure/bare_title.hpp"
#include "analyzers/structure/item_number.hpp"
#include "analyzers/structure/phrases.hpp"
#include "analyzers/structure/plain_text.hpp"
#include "analyzers/structure/title.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

namespace minutes {
namespace {

constexpr long kMaxStep = 6;             // agenda numbers skip when an item was withdrawn
constexpr double kRestart = 0.5;         // what numbers before a new set of minutes count less
constexpr std::size_t kMaxRuns = 64;     // sets of minutes in one file

struct Candidate {
    ItemHeading heading;
    ItemNumber number;
    bool alone = false;  ///< nothing but the number on its line
    double weight = 1;   ///< how much it looks like a heading; a numbered list inside an item weighs less
};

/// The line's content without Markdown heading marks.
Span content_of(std::string_view text, const Line& line) {
    Span at = line.at;
    while (at.begin < at.end && text[at.begin] == '#') ++at.begin;
    return trimmed(text, at);
}

/// "(18)" or "1." after the minute number is the agenda's number.
Span without_second_number(std::string_view text, Span at, NumberForm form) {
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
    if (line.plain.size() > 120 || (ends_sentence(content) && !line.has_link) || label_of(line.plain) || has_phrase(PhraseClass::verb, line.plain)) return;
    if (parse_item_number(content) && !starts_small(content) && parse_item_number(content)->form != NumberForm::bare) return;
    heading.title_at.end = line.at.end;
    heading.last_line = below;
}

/// A number alone on its line takes the line below as its title.
std::optional<Candidate> with_title_below(std::string_view text, const Lines& lines, Candidate candidate, const Layout& layout) {
    const std::size_t index = candidate.heading.line;
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
std::optional<Candidate> with_title_behind(std::string_view text, const Lines& lines, Candidate candidate, Span tail) {
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
Candidate with_list_behind(std::string_view text, Candidate candidate, Span tail, std::size_t label) {
    candidate.heading.title_at = {tail.begin, tail.begin + static_cast<std::uint32_t>(label)};
    candidate.heading.rest = trimmed(text, {candidate.heading.title_at.end, tail.end});
    return candidate;
}

std::optional<Candidate> candidate_at(std::string_view text, const Lines& lines, std::size_t index, const Layout& layout) {
    const Span content = content_of(text, lines.list[index]);
    const auto number = parse_item_number(slice(text, content).substr(0, 2000));
    if (!number) return std::nullopt;
    Candidate candidate{{index, index, number->number, Span{number->at.begin + content.begin, number->at.end + content.begin}, {}, {}}, *number};
    const Span tail = without_second_number(text, trimmed(text, {candidate.heading.number_at.end, content.end}), number->form);
    if (const std::size_t label = attendance_label(slice(text, tail)); label != 0) return with_list_behind(text, std::move(candidate), tail, label);
    return tail.empty() ? with_title_below(text, lines, std::move(candidate), layout) : with_title_behind(text, lines, std::move(candidate), tail);
}

std::vector<Candidate> candidates_of(std::string_view text, const Lines& lines, const Layout& layout) {
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < lines.list.size(); ++i)
        if (auto candidate = candidate_at(text, lines, i, layout)) {
            const bool minute_number = candidate->alone && candidate->number.form == NumberForm::code && lines.list[i].gap <= (layout.name == "print-minutes" ? 1u : 0u) && !candidates.empty() &&
                                       candidates.back().heading.last_line + 1 == i && !candidates.back().alone;
            if (!minute_number) candidates.push_back(std::move(*candidate));   // "E.70/23" below "70. Minutes" is no item of its own
        }
    return candidates;
}

bool begins_minutes(const Line& line) {
    const std::string& plain = line.plain;
    if (plain.size() > 200) return false;
    if (plain.starts_with("minutes of ")) return true;
    if (plain.starts_with("meeting: ")) return plain.size() > 9 && is_digit(plain[9]);
    const auto label = label_of(plain);
    return label && label->kind == LabelKind::attendance && plain.find("present") != std::string::npos;
}

/// The lines at which a new set of minutes may begin, so that numbers start again. Sorted.
std::vector<std::size_t> minutes_begins(const Lines& lines) {
    std::vector<std::size_t> begins;
    for (std::size_t i = 0; i < lines.list.size(); ++i)
        if (begins_minutes(lines.list[i])) begins.push_back(i);
    return begins;
}

bool restarts_between(const std::vector<std::size_t>& begins, std::size_t from, std::size_t to) {
    const auto at = std::lower_bound(begins.begin(), begins.end(), from);
    return at != begins.end() && *at < to;
}

/// The heaviest run of values that count up in steps of 1..kMaxStep, as indices; of equal ones the first, but below a
/// new set of minutes the last: the minutes' items 1 and 2 lead to 3, not those of the agenda before them. O(n).
std::vector<std::size_t> heaviest_run(const std::vector<Candidate>& list, const std::vector<std::size_t>& begins) {
    struct Tail { double weight; std::size_t at; };
    std::unordered_map<long, Tail> tails;   // by value: the heaviest run that ends with it
    std::vector<std::size_t> previous(list.size(), list.size());
    Tail best{0, list.size()};
    for (std::size_t i = 0; i < list.size(); ++i) {
        Tail here{list[i].weight, i};
        for (long step = 1; step <= kMaxStep; ++step) {
            const auto tail = tails.find(list[i].number.value - step);
            if (tail == tails.end() || tail->second.weight + list[i].weight <= here.weight) continue;
            here.weight = tail->second.weight + list[i].weight;
            previous[i] = tail->second.at;
        }
        Tail& known = tails.try_emplace(list[i].number.value, Tail{0, i}).first->second;
        const bool restarted = restarts_between(begins, list[known.at].heading.line, list[i].heading.line);
        if (here.weight > known.weight - (restarted ? kRestart : 0)) known = here;
        if (here.weight > best.weight) best = here;
    }
    std::vector<std::size_t> run;
    for (std::size_t at = best.at; at < list.size(); at = previous[at]) run.push_back(at);
    std::reverse(run.begin(), run.end());
    return run;
}

std::vector<Candidate> runs_of(const std::vector<std::size_t>& begins, const std::vector<Candidate>& all) {
    std::vector<Candidate> accepted, rest = all;
    for (std::size_t round = 0; round < kMaxRuns && !rest.empty(); ++round) {
        const std::vector<std::size_t> run = heaviest_run(rest, begins);
        if (run.empty() || (round > 0 && run.size() < 2)) break;
        const std::size_t first = rest[run.front()].heading.line, last = rest[run.back()].heading.line;
        for (const std::size_t i : run) accepted.push_back(rest[i]);
        std::vector<Candidate> outside;
        for (const Candidate& c : rest) {
            const bool before = c.heading.line < first && restarts_between(begins, c.heading.line, first);
            const bool after = c.heading.line > last && restarts_between(begins, last, c.heading.line);
            if (before || after) outside.push_back(c);
        }
        if (outside.size() == rest.size()) break;
        rest = std::move(outside);
    }
    std::sort(accepted.begin(), accepted.end(), [](const Candidate& a, const Candidate& b) { return a.heading.line < b.heading.line; });
    return accepted;
}

/// The candidates of the printed form that most items share; references win over plain numbers of equal count.
std::vector<Candidate> dominant(const Lines& lines, const std::vector<Candidate>& all, const Layout& layout) {
    std::map<std::string, std::vector<Candidate>> by_series;
    for (const Candidate& candidate : all) by_series[candidate.number.series].push_back(candidate);
    const std::vector<std::size_t> begins = minutes_begins(lines);
    std::vector<Candidate> best;
    double best_score = 0;
    for (const auto& [series, list] : by_series) {
        const bool code = list.front().number.form == NumberForm::code;
        std::vector<Candidate> run = code ? list : runs_of(begins, list);
        const auto titled = static_cast<std::size_t>(std::count_if(run.begin(), run.end(), [](const Candidate& c) { return !c.heading.title_at.empty(); }));
        if (titled == 0 || titled * 2 < run.size()) continue;
        const auto alone = std::count_if(run.begin(), run.end(), [](const Candidate& c) { return c.alone; });
        const double score = static_cast<double>(run.size()) + (code ? 0.6 : 0) + 0.5 * static_cast<double>(alone);
        const bool page = layout.bare_titles || layout.name == "issue-history";
        if (run.size() < (code || page ? 1u : 2u) || score <= best_score) continue;
        if (run.size() == 1 && !code && !run.front().alone && run.front().weight < 1.0) continue;   // a numbered sentence on a page without numbers
        best_score = score;
        best = std::move(run);
    }
    return best;
}

/// "21.44 ELECTION OF CHAIR", "21.45 APOLOGIES": the year and an item that counts up; 3.1 and 3.2 of one item are sentences.
std::vector<Candidate> year_items(std::string_view text, const Lines& lines) {
    std::vector<Candidate> found;
    for (std::size_t i = 0; i < lines.list.size(); ++i) {
        const Span at = lines.list[i].at;
        const std::string_view content = slice(text, at);
        if (content.size() < 8 || !is_digit(content[0]) || !is_digit(content[1]) || content[2] != '.' || !is_digit(content[3])) continue;
        const auto item = parse_item_number(content.substr(3));
        if (!item || item->form == NumberForm::code || item->form == NumberForm::bracket) continue;
        const Span tail = trimmed(text, {at.begin + 3 + item->at.end, at.end});
        const TitleSplit split = split_title_at(text, tail);
        const std::string_view title = slice(text, split.title);
        if (title.empty() || !reads_as_title(title, plain_form(title)) || (ends_sentence(title) && !is_capitals(title))) continue;
        const std::string year(content.substr(0, 3));
        if (!found.empty() && (found.back().number.series != year || item->value <= found.back().number.value || item->value > found.back().number.value + kMaxStep)) continue;
        ItemNumber number{{0, 3 + item->at.end}, year + item->number, year, NumberForm::code, item->value};
        found.push_back({{i, i, number.number, {at.begin, at.begin + number.at.end}, split.title, split.rest}, number});
    }
    return found.size() >= 3 ? found : std::vector<Candidate>{};
}

/// "1Appointment of Chair", "2Apologies": cells of a table that were glued. At least three that count up, on short lines.
std::vector<Candidate> glued_items(std::string_view text, const Lines& lines) {
    std::vector<Candidate> found;
    for (std::size_t i = 0; i < lines.list.size(); ++i) {
        const Span at = lines.list[i].at;
        const std::string_view content = slice(text, at);
        std::size_t digits = 0;
        while (digits < content.size() && is_digit(content[digits])) ++digits;
        if (digits == 0 || digits > 3 || content.size() < digits + 4 || content.size() > 120 || !is_capital(content[digits]) || !is_small(content[digits + 1])) continue;
        const Span title{at.begin + static_cast<std::uint32_t>(digits), at.end};
        if (ends_sentence(content) || !reads_as_title(slice(text, title), plain_form(slice(text, title)))) continue;
        const long value = std::stol(std::string(content.substr(0, digits)));
        if (value < 1 || (!found.empty() && (value <= found.back().number.value || value > found.back().number.value + kMaxStep))) continue;
        const Span number_at{at.begin, title.begin};
        found.push_back({{i, i, std::string(content.substr(0, digits)), number_at, title, {}}, {{0, number_at.size()}, std::string(content.substr(0, digits)), "#", NumberForm::bare, value}});
    }
    return found.size() >= 3 ? found : std::vector<Candidate>{};
}

/// A text with one numbered title in capitals, as short ones on the web are.
std::vector<Candidate> only_title(std::string_view text, const Lines& lines, const std::vector<Candidate>& all) {
    std::vector<Candidate> found;
    for (const Candidate& candidate : all) {
        const std::string_view title = slice(text, candidate.heading.title_at);
        const bool set_off = is_capitals(title) && count_words(title) <= 12 && (lines.list[candidate.heading.line].gap > 0 || !candidate.heading.rest.empty());
        const std::size_t below = candidate.heading.last_line + 1;
        const bool stands_alone = all.size() == 1 && candidate.heading.line < 10 && candidate.weight >= 1 && !ends_sentence(title) && count_words(title) <= 8 &&
                                  lines.list[candidate.heading.line].gap > 0 && below < lines.list.size() && lines.list[below].gap > 0;
        if ((set_off || stands_alone) && candidate.number.form != NumberForm::bare && candidate.number.form != NumberForm::code) found.push_back(candidate);
    }
    return found.size() == 1 ? found : std::vector<Candidate>{};
}

/// On the history of an issue each meeting has one item, right below its "Meeting:" line.
std::vector<Candidate> below_meeting_lines(const Lines& lines, const std::vector<Candidate>& all) {
    std::vector<Candidate> headings;
    for (const Candidate& candidate : all)
        if (candidate.heading.line > 0 && lines.list[candidate.heading.line - 1].plain.starts_with("meeting: ")) headings.push_back(candidate);
    return headings;
}

/// "E.70/23" or "177" alone below "70. Minutes" is the minute number, which counts.
void take_minute_numbers(std::string_view text, const Lines& lines, std::vector<Candidate>& headings) {
    for (Candidate& candidate : headings) {
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
    const std::vector<Candidate> candidates = candidates_of(text, lines, layout);
    std::vector<Candidate> numbered = layout.name == "issue-history" ? below_meeting_lines(lines, candidates) : dominant(lines, candidates, layout);
    if (numbered.empty()) numbered = year_items(text, lines);
    if (numbered.empty()) numbered = glued_items(text, lines);
    if (numbered.empty()) numbered = only_title(text, lines, candidates);
    for (Candidate& candidate : numbered) take_wrapped_title(text, lines, candidate.heading);
    take_minute_numbers(text, lines, numbered);
    std::vector<ItemHeading> headings;
    for (Candidate& candidate : numbered) headings.push_back(std::move(candidate.heading));
    return headings;
}

}  // namespace minutes
