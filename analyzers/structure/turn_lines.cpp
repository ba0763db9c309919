#include "analyzers/structure/turn_lines.hpp"

#include "analyzers/facts/head_words.hpp"
#include "analyzers/structure/bare_title.hpp"
#include "analyzers/structure/item_number.hpp"
#include "analyzers/structure/phrases.hpp"
#include "analyzers/structure/plain_text.hpp"
#include "analyzers/structure/title.hpp"

#include <algorithm>

namespace minutes {
namespace {

constexpr std::size_t kMaxRemark = 300;   // bytes of "[Applause]", "The meeting closed at 4.30 pm."

/// "[Applause]", "(The Committee adjourned at 12.30.)": nobody's words.
bool is_remark(std::string_view content) {
    if (content.size() < 3 || content.size() > kMaxRemark) return false;
    return (content.front() == '[' && content.back() == ']') || (content.front() == '(' && content.back() == ')');
}

/// "12", "WEBVTT", "00:00:01.000 --> 00:00:04.000", "[00:12:31]" on a line of its own.
bool is_time_line(std::string_view text, const Lines& lines, const Turns& turns, std::size_t i) {
    const std::string_view content = slice(text, lines.list[i].at);
    if (is_cue_time(content) || (!content.empty() && stamp_size(content) == content.size())) return true;
    if (!turns.cues) return false;
    if (content.starts_with("WEBVTT") || content == "NOTE" || content.starts_with("NOTE ")) return true;
    return i + 1 < lines.list.size() && is_cue_time(slice(text, lines.list[i + 1].at)) && lines.list[i].gap > 0;
}

/// The last turn that a line at or above this one opens, or null.
const TurnLine* turn_above(const Turns& turns, std::size_t line) {
    const auto next = std::upper_bound(turns.list.begin(), turns.list.end(), line, [](std::size_t at, const TurnLine& turn) { return at < turn.line; });
    return next == turns.list.begin() ? nullptr : &*(next - 1);
}

/// "The meeting closed at 4.30 pm." below the last turn.
bool closes_meeting(const Line& line, std::string_view content, bool last_turn) {
    if (!last_turn || line.gap == 0 || content.size() > kMaxRemark) return false;
    const bool bracketed = is_remark(content);
    return has_phrase(PhraseClass::close, bracketed ? plain_form(content.substr(1, content.size() - 2)) : line.plain);
}

/// Lines that reach the first turn from above: a heading there stands between the head and what is said.
bool next_speaks(std::string_view text, const Lines& lines, const Turns& turns, std::size_t i) {
    for (std::size_t next = i + 1; next < std::min(lines.list.size(), i + 4); ++next) {
        if (turn_at(turns, next)) return true;
        const bool heading = lines.list[next].heading_mark || lines.list[next].bold || parse_item_number(slice(text, lines.list[next].at));
        if (!is_time_line(text, lines, turns, next) && !is_remark(slice(text, lines.list[next].at)) && !heading) return false;
    }
    return false;
}

/// "Roads Committee, 4 May 2023" above the first turn is the head's.
bool tells_meeting(std::string_view content) {
    return has_head_word(HeadWord::body, content) || content.find_first_of("0123456789") != std::string_view::npos;
}

bool is_turn_heading(std::string_view text, const Lines& lines, const Turns& turns, std::size_t i) {
    const Line& line = lines.list[i];
    const std::string_view content = slice(text, line.at);
    if (content.empty() || line.at.size() > 200 || turn_at(turns, i) || is_remark(content) || is_time_line(text, lines, turns, i)) return false;
    if (line.plain.size() < 3 || ends_sentence(content) || last_mark(content) == ',' || starts_small(content) || label_of(line.plain)) return false;
    const bool spoken = is_spoken(turns, i);
    const auto number = parse_item_number(content);
    const bool marked = line.heading_mark || line.bold || (number && number->at.end < content.size() && is_capital(content[std::min(content.size() - 1, content.find_first_not_of(" \t", number->at.end))]));
    if (marked) return spoken || (i > 0 && next_speaks(text, lines, turns, i) && (number || !tells_meeting(content)));
    const bool set_off = spoken && line.gap > 0 && !turn_at(turns, i - 1) && i + 1 < lines.list.size() && lines.list[i + 1].gap > 0;
    return set_off && count_words(content) >= 2 && is_title_line(text, line) && next_speaks(text, lines, turns, i);
}

ItemHeading heading_at(std::string_view text, const Lines& lines, std::size_t i) {
    const Line& line = lines.list[i];
    const std::string_view content = slice(text, line.at);
    const auto number = parse_item_number(content);
    if (!number || number->at.end >= content.size()) return bare_heading(text, line, i);
    ItemHeading heading{i, i, number->number, {line.at.begin + number->at.begin, line.at.begin + number->at.end}, {}, {}};
    heading.title_at = trimmed(text, {heading.number_at.end, line.at.end});
    return heading;
}

void add_spoken(SectionBuilder& b, const Line& line, std::size_t turn) {
    Section& open = current(b);
    if (turn > 0 && (open.attendance || open.close || (!open.entries.empty() && open.entries.back().turn == 0 && !has_title(open)))) open_section(b);
    add_entry(b, line);
    current(b).entries.back().turn = turn;
}

}  // namespace

bool is_spoken(const Turns& turns, std::size_t line) { return turns.list.empty() ? turns.cues : line >= turns.list.front().line || turns.cues; }

void take_turn_line(SectionBuilder& b, const Lines& lines, std::size_t i, const LineCounts& counts) {
    const Turns& turns = *b.layout.turns;
    const Line& line = lines.list[i];
    const std::string_view content = slice(b.text, line.at);
    if (content.empty()) return;
    const TurnLine* above = turn_above(turns, i);
    const std::size_t turn = above == nullptr ? turns.list.size() + 1 : above->run;   // captions without names, or before the first
    if (turn_at(turns, i)) return add_spoken(b, line, turn);
    if (is_time_line(b.text, lines, turns, i)) return discard(b, line, "timestamp");
    if (!turns.cues) {
        if (closes_meeting(line, content, above == &turns.list.back())) {
            open_section(b).close = true;
            return add_entry(b, line);
        }
        if (const std::string_view reason = furniture_reason(line, content, counts); !reason.empty()) return discard(b, line, reason);
        if (is_remark(content) && line.gap > 0) {
            add_entry(b, line);
            return;
        }
        if (current(b).close) return add_entry(b, line);
    }
    add_spoken(b, line, turn);
}

std::vector<ItemHeading> turn_headings(std::string_view text, const Lines& lines, const Turns& turns) {
    std::vector<ItemHeading> headings;
    if (turns.cues) return headings;
    for (std::size_t i = 0; i < lines.list.size(); ++i)
        if (is_turn_heading(text, lines, turns, i)) headings.push_back(heading_at(text, lines, i));
    return headings;
}

}  // namespace minutes
