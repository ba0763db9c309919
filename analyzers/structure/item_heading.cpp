#include "analyzers/structure/item_heading.hpp"

#include "analyzers/facts/dates.hpp"
#include "analyzers/structure/bare_title.hpp"
#include "analyzers/structure/head_lines.hpp"
#include "analyzers/structure/item_number.hpp"
#include "analyzers/structure/known_titles.hpp"
#include "analyzers/structure/numbered_heading.hpp"
#include "analyzers/structure/paragraph_marker.hpp"
#include "analyzers/structure/phrases.hpp"
#include "analyzers/structure/plain_text.hpp"
#include "analyzers/structure/sub_item.hpp"
#include "analyzers/structure/title.hpp"
#include "analyzers/structure/turn_lines.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace minutes {
namespace {

/// Past the lines at the top that name the meeting and its day, however they are set off: "# MINUTES OF ...", "**HELD AT THE
/// CHURCH**", "**MONDAY 7th MAY 2011**".
std::size_t past_heading(std::string_view text, const Lines& lines) {
    constexpr std::size_t kMostLines = 8, kMostWords = 24;
    const std::size_t front = front_matter_lines(text, lines);
    std::size_t end = front;
    for (std::size_t i = front; i < std::min(lines.list.size(), front + kMostLines); ++i) {
        const std::string& plain = lines.list[i].plain;
        const std::string_view content = slice(text, lines.list[i].at);
        if (label_of(plain) || parse_item_number(content) || count_words(content) > kMostWords) break;
        const bool opens = plain.starts_with("minutes of ") || plain.starts_with("minutes for ") || plain.starts_with("held ") || plain.starts_with("meeting of ");
        const bool dated = count_words(content) <= 12 && !find_dates(content).empty();
        if (opens || dated) end = i + 1;
    }
    return end == front ? 0 : end;
}

/// The line from which Markdown headings can be items: before it stand the page's own titles.
std::size_t body_begin(const Lines& lines, const std::vector<ItemHeading>& numbered) {
    std::size_t begin = numbered.empty() ? lines.list.size() : numbered.front().line;
    for (std::size_t i = 0; i < begin; ++i) {
        if (begin == lines.list.size() && i > 0 && is_known_title(lines.list[i].plain) && !label_of(lines.list[i].plain)) break;   // "Councillors" below it heads no list
        if (const auto label = label_of(lines.list[i].plain); label && (label->kind == LabelKind::attendance || label->kind == LabelKind::items_begin)) return i;
    }
    return begin == lines.list.size() ? 1 : begin;
}

/// "28/02/2020 - Title" of a decision page.
std::optional<ItemHeading> dated_heading(std::string_view text, const Line& line, std::size_t i) {
    if (line.plain.size() < 14 || !is_digit(line.plain[0]) || line.plain[2] != '/' || line.plain[5] != '/') return std::nullopt;
    const std::size_t dash = slice(text, line.at).find(" - ");
    if (dash == std::string_view::npos || dash > 12) return std::nullopt;
    const std::size_t reference = slice(text, line.at).find(" ref: ");   // "28/02/2020 - Title ref: 302 Recommendations Approved"
    const std::uint32_t end = reference == std::string_view::npos ? line.at.end : line.at.begin + static_cast<std::uint32_t>(reference);
    return ItemHeading{i, i, {}, {}, trimmed(text, {line.at.begin + static_cast<std::uint32_t>(dash) + 3, end}), {}};
}

std::vector<ItemHeading> single_heading(std::string_view text, const Lines& lines) {
    for (std::size_t i = 0; i + 1 < lines.list.size(); ++i)
        if (lines.list[i].plain == "agenda item") {
            const Line& line = lines.list[i + 1];
            if (has_phrase(PhraseClass::agenda_note, line.plain_text()) && ends_sentence(slice(text, line.at)) && count_words(line.plain) >= 6)
                return {{i, i + 1, {}, {}, {}, line.at}};   // the title was lost, and the agenda note stands in its place
            ItemHeading heading{i + 1, i + 1, {}, {}, line.at, {}};
            if (const auto number = parse_item_number(slice(text, line.at)); number && number->at.end < line.at.size()) {
                heading.number = number->number;
                heading.number_at = {number->at.begin + line.at.begin, number->at.end + line.at.begin};
                heading.title_at = trimmed(text, {heading.number_at.end, line.at.end});
            }
            return {heading};
        }
    return {};
}

/// The title below "Meeting: 23/01/2020 - Roads Panel (Item 25)" where the page does not print the number again.
std::optional<ItemHeading> heading_below_meeting(std::string_view text, const Lines& lines, std::size_t i) {
    const Line& line = lines.list[i];
    if (i == 0 || !lines.list[i - 1].plain.starts_with("meeting: ") || label_of(line.plain) || parse_item_number(slice(text, line.at))) return std::nullopt;
    if (!is_title_line(text, line) || ends_sentence(slice(text, line.at))) return std::nullopt;
    return bare_heading(text, line, i);
}

/// The page of one item of which only title, agenda note and text are left: "Bench Plan", "To consider the plan.", "Ms Elm ...".
bool opens_with_title(std::string_view text, const Lines& lines) {
    constexpr std::array<std::string_view, 9> kBodies = {"committee", "council", "panel", "board", "cabinet", "agenda", "minutes", "meeting", "authority"};
    if (lines.list.size() < 3 || lines.list.size() > 400) return false;
    const Line& first = lines.list[0];
    const std::string_view content = slice(text, first.at);
    if (label_of(first.plain) || !is_title_line(text, first) || ends_sentence(content) || count_words(content) > 25 || !find_dates(content).empty()) return false;
    if (std::any_of(kBodies.begin(), kBodies.end(), [&](std::string_view body) { return first.plain.ends_with(body); }) && !is_known_title(first.plain)) return false;
    const std::string& note = lines.list[1].plain;
    return has_phrase(PhraseClass::agenda_note, note) && ends_sentence(slice(text, lines.list[1].at)) && !has_phrase(PhraseClass::agenda_note, lines.list[2].plain_text());
}

/// The title of a decision page: the line below "Decision details", unless a field stands there.
std::optional<std::size_t> decision_title(std::string_view text, const Lines& lines) {
    for (std::size_t i = 0; i + 1 < std::min<std::size_t>(lines.list.size(), 8); ++i) {
        if (lines.list[i].plain != "decision details") continue;
        const Line& below = lines.list[i + 1];
        const bool title = !label_of(below.plain) && is_title_line(text, below) && !ends_sentence(slice(text, below.at));
        return title ? std::optional(i + 1) : std::nullopt;
    }
    return std::nullopt;
}

/// Where paragraphs go on from 3.7 to 4.1 and no heading was found between them, the first line that may be a title is one.
std::vector<ItemHeading> with_titles_between_sections(std::string_view text, const Lines& lines, std::vector<ItemHeading> headings) {
    std::vector<ItemHeading> added;
    std::string section;
    std::size_t after = 0;   // the last paragraph of that section
    for (std::size_t i = 0; i < lines.list.size(); ++i) {
        const auto marker = parse_marker(slice(text, lines.list[i].at));
        if (!marker || marker->style != MarkerStyle::section) continue;
        const auto heading = std::lower_bound(headings.begin(), headings.end(), after, [](const ItemHeading& h, std::size_t line) { return h.line < line; });
        const bool headed = heading != headings.end() && heading->line < i;
        if (!section.empty() && marker->section != section && marker->number.ends_with(".1") && !headed)
            for (std::size_t k = after + 1; k < i; ++k)
                if (is_title_line(text, lines.list[k]) && !label_of(lines.list[k].plain) && !ends_sentence(slice(text, lines.list[k].at))) {
                    added.push_back(bare_heading(text, lines.list[k], k));
                    break;
                }
        section = marker->section;
        after = i;
    }
    headings.insert(headings.end(), added.begin(), added.end());
    std::sort(headings.begin(), headings.end(), [](const ItemHeading& a, const ItemHeading& b) { return a.line < b.line; });
    return headings;
}

/// Known titles that are run in among those on lines of their own ("Finance: The accounts ...").
void add_run_in(const std::vector<ItemHeading>& run_in, std::vector<ItemHeading>& headings) {
    const auto earlier = [](const ItemHeading& a, const ItemHeading& b) { return a.line < b.line; };
    std::vector<ItemHeading> added;
    for (const ItemHeading& heading : run_in)
        if (!std::binary_search(headings.begin(), headings.end(), heading, earlier)) added.push_back(heading);
    headings.insert(headings.end(), added.begin(), added.end());
    std::sort(headings.begin(), headings.end(), earlier);
}

/// Titles without numbers, each with a list of its own that counts from 1 again: the numbers are no items.
bool numbers_are_lists(std::string_view text, const Lines& lines, std::size_t body) {
    std::size_t titles = 0, ones = 0;
    for (std::size_t i = body; i < lines.list.size(); ++i) {
        const Line& line = lines.list[i];
        const auto number = parse_item_number(slice(text, line.at).substr(0, 100));
        ones += number && number->value == 1 && number->form != NumberForm::code && number->at.end < line.at.size();
        const auto above = i > 0 ? parse_item_number(slice(text, lines.list[i - 1].at).substr(0, 100)) : std::nullopt;
        const bool below_number = above && above->at.end == lines.list[i - 1].at.size();
        titles += line.gap > 0 && !below_number && is_known_title(line.plain);
    }
    return titles >= 3 && ones >= 2;
}

}  // namespace

std::vector<ItemHeading> find_headings(std::string_view text, const Lines& lines, const Layout& layout) {
    if (layout.single_item) return single_heading(text, lines);
    if (layout.turns != nullptr) return turn_headings(text, lines, *layout.turns);
    std::vector<ItemHeading> numbered = numbered_headings(text, lines, layout);
    if (!numbered.empty() && !layout.bare_titles && numbers_are_lists(text, lines, body_begin(lines, {}))) numbered.clear();
    const std::size_t body = std::max(body_begin(lines, numbered), layout.bare_titles ? 0 : past_heading(text, lines));
    const bool unnumbered = numbered.empty() && !layout.bare_titles;
    const std::vector<ItemHeading> run_in = unnumbered ? run_in_headings(text, lines, body, true) : std::vector<ItemHeading>{};
    std::vector<bool> set_off = layout.bare_titles ? std::vector<bool>{} : set_off_titles(text, lines, body, !numbered.empty(), run_in.size(), layout.dense);
    const auto bold = static_cast<std::size_t>(std::count(set_off.begin(), set_off.end(), true));
    if (!numbered.empty() && bold > 2 && bold > numbered.size()) numbered.clear();   // the numbers are a list inside an item
    else if (!numbered.empty()) set_off.clear();
    std::vector<ItemHeading> headings;
    const auto decided = layout.name == "decision-page" && numbered.empty() ? decision_title(text, lines) : std::nullopt;
    std::size_t next = 0;
    for (std::size_t i = 0; i < lines.list.size(); ++i) {
        const Line& line = lines.list[i];
        const auto dated = layout.name == "decision-page" ? dated_heading(text, line, i) : std::nullopt;
        while (next < numbered.size() && numbered[next].line < i) ++next;
        if (next < numbered.size() && numbered[next].line == i) {
            headings.push_back(numbered[next]);
            i = headings.back().last_line;
        } else if (dated) {
            headings.push_back(*dated);
        } else if (const auto below = layout.name == "issue-history" ? heading_below_meeting(text, lines, i) : std::nullopt) {
            headings.push_back(*below);
        } else if (decided == i) {
            headings.push_back(bare_heading(text, line, i));
        } else if (!set_off.empty() && set_off[i]) {
            headings.push_back(bare_heading(text, line, i));
        } else if ((!line.heading_mark || i >= body) && is_bare_title(text, lines, i, layout, !numbered.empty())) {
            headings.push_back(bare_heading(text, line, i));
        }
    }
    if (headings.empty() && !layout.bare_titles) {
        headings = run_in_headings(text, lines, body, false);
        if (headings.empty() && opens_with_title(text, lines)) headings.push_back(bare_heading(text, lines.list[0], 0));
        return headings;
    }
    add_run_in(run_in, headings);
    number_by_romans(text, headings);
    if (layout.labelled && layout.bare_titles) headings = with_sub_items(text, lines, std::move(headings));
    return numbered.empty() && layout.bare_titles ? with_titles_between_sections(text, lines, std::move(headings)) : headings;
}

}  // namespace minutes
