#include "analyzers/structure/sections.hpp"

#include "analyzers/structure/furniture.hpp"
#include "analyzers/structure/head_lines.hpp"
#include "analyzers/structure/item_heading.hpp"
#include "analyzers/structure/item_number.hpp"
#include "analyzers/structure/meeting_begin.hpp"
#include "analyzers/structure/paragraph_marker.hpp"
#include "analyzers/structure/passage_kind.hpp"
#include "analyzers/structure/phrases.hpp"
#include "analyzers/structure/plain_text.hpp"
#include "analyzers/structure/section_builder.hpp"
#include "analyzers/structure/section_labels.hpp"
#include "analyzers/structure/title.hpp"
#include "analyzers/structure/told.hpp"
#include "analyzers/structure/turn_lines.hpp"

#include <algorithm>

namespace minutes {
namespace {

/// "Present:" and "In attendance" as titles of items, whose text is then a list.
bool lists_people(const std::string& title) {
    const auto label = label_of(title + ":");
    const bool list = has_phrase(PhraseClass::title_attendance, title) || (label && label->kind == LabelKind::attendance && is_strong_attendance(title));
    return list && !ends_sentence(title);
}

void start_item(SectionBuilder& b, const ItemHeading& heading, const Lines& lines) {
    const Line& line = lines.list[heading.last_line];
    Section& section = open_section(b);
    section.number = heading.number;
    section.title = collapsed(slice(b.text, heading.title_at));
    while (section.title.ends_with(':') || section.title.ends_with(' ') || section.title.ends_with(" -") || section.title.ends_with(":-") || section.title.ends_with(";-") ||
           section.title.ends_with(';'))
        section.title.pop_back();
    for (const std::string_view dash : {"\u2013", "\u2014"})
        if (section.title.size() > dash.size() + 1 && section.title.ends_with(dash)) section.title = collapsed(section.title.substr(0, section.title.size() - dash.size()));
    for (const std::string_view dash : {"- ", "\u2013 ", "\u2014 ", ": "})
        if (section.title.starts_with(dash)) section.title.erase(0, dash.size());
    for (const Span at : {heading.number_at, heading.title_at})
        if (!at.empty()) section.heading.push_back(at);
    b.broken = false;
    b.lost_gap = 0;
    ++b.made.titled;
    std::uint32_t covered_to = lines.list[heading.line].at.begin;
    if (heading.number.empty() && heading.title_at.begin > covered_to && b.layout.name == "decision-page")
        add_head(b, trimmed(b.text, {covered_to, heading.title_at.begin}));   // "28/02/2020 - Title"
    for (std::size_t i = heading.line; i <= heading.last_line; ++i) {
        const Span at = lines.list[i].at;
        const std::uint32_t end = !heading.rest.empty() && at.contains(heading.rest) ? heading.rest.begin : at.end;
        const std::uint32_t begin = meeting_of(b).head.empty() ? at.begin : std::max(at.begin, meeting_of(b).head.back().end);
        b.made.discarded.push_back({"heading", trimmed(b.text, {std::min(begin, end), end})});
        section.incomplete = section.incomplete || lines.list[i].truncated;
    }
    if (heading.rest.empty()) return;
    add_entry(b, part_of(b, line, heading.rest));
    if (!has_title(current(b)) && b.layout.single_item) current(b).entries.back().stretch = Stretch::note;
    current(b).entries.back().attendance = lists_people(plain_form(current(b).title)) && !is_sentence(slice(b.text, heading.rest), line.plain_text());
}

bool is_document_line(const SectionBuilder& b, const Line& line) {
    if (line.plain.find(", item ") != std::string::npos && line.has_link) return true;
    if (!b.in_documents) return false;
    if (const auto label = label_of(line.plain); label && label->whole && (label->kind == LabelKind::minutes || label->kind == LabelKind::decision)) return false;
    return (line.has_link || b.layout.single_item || line.plain.find(", item ") != std::string::npos) && line.at.size() < 300;
}

/// "1. MEMBERSHIP" below "Minutes:" is the item's own heading again; "(Agenda Item 8)" and a Gaelic subtitle go with it.
bool repeats_heading(SectionBuilder& b, const Line& line, std::string_view content) {
    if (b.layout.single_item || !in_titled_item(b)) return false;
    const Section& section = current(b);
    const bool first = section.entries.empty() || section.entries.back().stretch == Stretch::note;
    if (!first || line.plain.size() > 300) return false;
    if (line.plain.starts_with("(agenda item") && line.plain.ends_with(")")) return true;
    if (line.plain == plain_form(section.title)) return true;
    const auto number = parse_item_number(content);
    if (section.minutes_label && number && number->number == section.number && number->at.end < content.size())
        return reads_as_title(content.substr(number->at.end), plain_form(content.substr(number->at.end)));
    return section.entries.empty() && line.gap == 0 && line.indent >= 2 && b.lost_gap == 0 && !section.number.empty() && !b.layout.wrapped &&
           !ends_sentence(content) && count_words(content) <= 8 && reads_as_title(content, line.plain) && !parse_marker(content);
}

/// A number alone inside an item of a page with two numberings is the minute number; a second one opens the next
/// item, whose title is lost, and takes the agenda note before it along.
bool take_minute_number(SectionBuilder& b, const Line& line, std::string_view content) {
    if (!b.layout.minute_numbers || !in_titled_item(b)) return false;
    const auto number = parse_item_number(content);
    if (!number || number->at.end != content.size() || number->form == NumberForm::dotted) return false;
    if (b.minute_number_seen) {
        Section before = std::move(current(b));
        std::vector<Entry> notes;
        while (!before.entries.empty() && has_phrase(PhraseClass::agenda_note, before.entries.back().line.plain_text())) {
            notes.insert(notes.begin(), before.entries.back());
            before.entries.pop_back();
        }
        current(b) = std::move(before);
        open_section(b).entries = std::move(notes);
        ++b.made.titled;
    }
    start_minutes(b);
    Section& section = current(b);
    section.number = number->number;
    section.heading.push_back(line.at);
    discard(b, line, "heading");
    b.minute_number_seen = true;
    return true;
}

void start_meeting(SectionBuilder& b, const Line& line) {
    const bool fresh = meeting_of(b).sections.empty();
    if (!fresh) b.made.meetings.emplace_back();
    b.in_head = true;
    b.in_documents = b.minute_number_seen = b.broken = false;
    b.stretch = Stretch::text;
    b.lost_gap = 0;
    add_head(b, line.at);
}

/// Text of a list of who was there, until a sentence tells something else.
void add_to_attendance(SectionBuilder& b, const Line& line, std::string_view content) {
    if (const auto label = label_of(line.plain + ":"); line.heading_mark && label && label->kind == LabelKind::attendance) return add_entry(b, line, true);   // "## Officers"
    const bool after_note = !current(b).entries.empty() && is_attendance_note(current(b).entries.back().line.plain_text()) &&
                            ends_sentence(slice(b.text, current(b).entries.back().line.at));
    if (is_attendance_note(line.plain_text())) return add_entry(b, line, true);
    if (after_note) {
        open_section(b);
        return add_entry(b, line);
    }
    if (!is_sentence(content, line.plain_text()) && last_mark(content) != ':' && !opens_decision(line.plain_text())) return add_entry(b, line);
    if (last_mark(content) == ':' && count_words(content) <= 5) return add_entry(b, line);
    Section& list = current(b);
    std::vector<Entry> heading;   // "Police Matters:" right above the sentence was no name
    if (!list.entries.empty() && !list.entries.back().attendance && last_mark(slice(b.text, list.entries.back().line.at)) == ':') {
        heading.push_back(std::move(list.entries.back()));
        list.entries.pop_back();
    }
    open_section(b).entries = std::move(heading);
    add_entry(b, line);
}

/// An agenda note below a wide gap on a page without labels, or at a table row's begin, opens an item whose title was lost.
bool opens_untitled_item(SectionBuilder& b, const Line& line) {
    if (line.row_start && !meeting_of(b).sections.empty() && has_phrase(PhraseClass::agenda_note, line.plain_text())) return true;
    if (!b.layout.bare_titles || !b.layout.double_spaced || b.layout.labelled || line.gap < 3) return false;
    return !meeting_of(b).sections.empty() && !current(b).entries.empty() && line.plain.starts_with("to ") && has_phrase(PhraseClass::agenda_note, line.plain_text());
}

/// The first name below "12. Officers Present" and "Minutes:".
bool opens_titled_list(SectionBuilder& b, const Line& line, std::string_view content) {
    const Section& section = current(b);
    const bool first = section.entries.empty() || section.entries.back().stretch == Stretch::note;
    return first && b.stretch == Stretch::text && has_title(section) && has_phrase(PhraseClass::title_attendance, plain_form(section.title)) &&
           !is_sentence(content, line.plain_text()) && !has_phrase(PhraseClass::agenda_note, line.plain_text()) && count_words(content) >= 2;
}

/// "14. Close of meeting": the close belongs to it.
bool is_closing_item(const Section& section) {
    const std::string title = plain_form(section.title);
    return section.entries.empty() && (title.find("clos") != std::string::npos || title.starts_with("end of") || title.starts_with("finish"));
}

/// "Councillors A Hay (Chairman), B Ford and C Dunn" in the head of a page that lost the label "Present".
bool is_roll(SectionBuilder& b, const Line& line, std::string_view content) {
    if (!b.in_head || meeting_of(b).head.empty() || !meeting_of(b).sections.empty() || b.layout.single_item) return false;
    constexpr std::string_view kOpenings[] = {"councillors ", "councillor ", "cllrs ", "cllr "};
    const bool councillors = std::any_of(std::begin(kOpenings), std::end(kOpenings), [&](std::string_view opening) { return line.plain.starts_with(opening); });
    return councillors && std::count(content.begin(), content.end(), ',') >= 2 && !is_sentence(content, line.plain_text());
}

void add_text(SectionBuilder& b, const Line& line, std::string_view content) {
    if (is_roll(b, line, content)) return start_attendance(b, line);
    if (b.in_head && is_head_line(line, content, b.short_head)) return add_head(b, line.at);
    const bool any = !meeting_of(b).sections.empty();
    if (has_phrase(PhraseClass::close, line.plain_text()) && line.at.size() < 300 && !(any && is_closing_item(current(b)))) {
        open_section(b).close = true;
        return add_entry(b, line);
    }
    if (any && current(b).close && is_signature(line, content)) return discard(b, line, "signature");
    if (any && current(b).attendance) return add_to_attendance(b, line, content);
    if (any && opens_titled_list(b, line, content)) {
        current(b).attendance = true;
        return add_entry(b, line, true);
    }
    if (opens_untitled_item(b, line)) open_section(b);
    add_entry(b, line);
}

/// "PART ONE", "Part B" and the like; "(a) Declarations of Substitutes" right above "1.1 There were none."
bool is_subheading(const SectionBuilder& b, const Line& line, std::string_view content, const Line* next) {
    if (b.in_head || line.plain.size() > 120 || ends_sentence(content)) return false;
    if ((line.plain.starts_with("part ") || line.plain.starts_with("agenda part ")) && count_words(content) <= 9 && (is_capitals(content) || count_words(content) == 2)) return true;
    if (next == nullptr) return false;
    const auto marker = parse_marker(content), below = parse_marker(slice(b.text, next->at));
    if (!marker || marker->style == MarkerStyle::bullet || marker->style == MarkerStyle::section) return false;
    return below && below->style == MarkerStyle::section && reads_as_title(content.substr(marker->at.end), plain_form(content.substr(marker->at.end)));
}

/// A bullet with nothing behind it.
bool is_lone_bullet(std::string_view content) {
    const auto marker = content.size() <= 4 ? parse_marker(content) : std::nullopt;
    return marker && marker->style == MarkerStyle::bullet && marker->at.end >= content.size();
}

void take_line(SectionBuilder& b, const Line& line, const Line* next, const LineCounts& counts) {
    const std::string_view content = slice(b.text, line.at);
    if (content.empty()) {
        if (line.truncated && !meeting_of(b).sections.empty()) current(b).incomplete = true;
        return;
    }
    if (next != nullptr && is_lone_bullet(content) && is_lone_bullet(slice(b.text, next->at))) return discard(b, line, "rule");   // a column of bullets
    if (is_meeting_line(line.plain)) return start_meeting(b, line);
    if (b.layout.single_item && is_meeting_of_item(line, content)) return add_head(b, line.at);
    if (const std::string_view reason = furniture_reason(line, content, counts); !reason.empty()) {
        if (b.in_head && reason == "page-furniture") return add_head(b, line.at);
        return discard(b, line, reason);
    }
    if (b.made.titled > 0 && is_signature(line, content)) return discard(b, line, "signature");
    if (is_document_line(b, line)) return discard(b, line, "document-list");
    if (line.gap >= 2) b.in_documents = false;
    if (take_minute_number(b, line, content)) return;
    if (repeats_heading(b, line, content) || is_subheading(b, line, content, next)) return discard(b, line, "heading");
    const bool wrapped = line.gap == 0 && starts_small(content);
    const bool lost_title = line.row_start && b.layout.name == "moderngov-flattened" && in_titled_item(b) && line.plain.starts_with("additional documents");
    if (lost_title) open_section(b);
    if (const auto label = label_of(line.plain); label && !wrapped && take_label(b, line, *label)) return;
    if (!in_titled_item(b) && opens_columns(content)) return start_attendance(b, line);
    add_text(b, line, content);
}

/// On a page with labels, text of an item that has none is the agenda's; on an agenda all of it is.
void settle_stretches(Sections& made, const Layout& layout) {
    for (MeetingSections& meeting : made.meetings)
        for (Section& section : meeting.sections) {
            const bool unlabelled = layout.labelled && layout.bare_titles && !section.minutes_label;
            if (!layout.agenda_only && !(has_title(section) && unlabelled)) continue;
            const bool papers = std::any_of(section.entries.begin(), section.entries.end(),
                                            [](const Entry& entry) { return has_phrase(PhraseClass::list_lead_in, entry.line.plain_text()); });
            if (papers && !layout.agenda_only) continue;   // "The members had before them:" records what happened
            for (Entry& entry : section.entries) {
                if ((opens_decision(entry.line.plain_text()) || tells_what_happened(entry.line.plain)) && !layout.agenda_only) break;
                if (entry.stretch == Stretch::text && !entry.attendance) entry.stretch = Stretch::note;
            }
        }
}

/// A line of which the layout knows that it belongs to the head.
void take_head_line(SectionBuilder& b, const Line& line, const LineCounts& counts) {
    const std::string_view reason = furniture_reason(line, slice(b.text, line.at), counts);
    if (reason.empty() || reason == "page-furniture" || reason == "space") add_head(b, line.at);
    else discard(b, line, reason);
}

constexpr std::ptrdiff_t kMostPageHead = 60;   // lines

/// Where a page of a meeting system begins to tell: the first meeting of an issue's history, "No. Item" of a meeting. Above
/// it stand names, contacts and the site's own words, whole sentences among them. 0 on other pages.
std::size_t lines_of_page_head(const Lines& lines, const Layout& layout, const std::vector<ItemHeading>& headings) {
    const bool issue = layout.name == "issue-history";
    if (!issue && !layout.bare_titles) return 0;
    const auto end = lines.list.begin() + std::min<std::ptrdiff_t>(std::ssize(lines.list), kMostPageHead);
    const auto first = std::find_if(lines.list.begin(), end, [&](const Line& line) {
        const auto label = issue ? std::nullopt : label_of(line.plain);
        return issue ? is_meeting_line(line.plain) : label && (label->kind == LabelKind::items_begin || label->kind == LabelKind::attendance);
    });
    if (first == end || (!issue && label_of(first->plain)->kind == LabelKind::attendance)) return 0;   // older pages print who was there above their table
    const auto at = static_cast<std::size_t>(first - lines.list.begin());
    return !issue && !headings.empty() && headings.front().line < at ? 0 : at;
}

Sections build_sections(std::string_view text, const Lines& lines, const Layout& layout, const std::vector<ItemHeading>& headings, bool short_head) {
    const LineCounts counts = count_lines(lines);
    SectionBuilder b{text, layout, {}};
    b.short_head = short_head;
    b.made.meetings.emplace_back();
    const std::vector<std::size_t> begins = layout.name == "issue-history" || layout.turns != nullptr ? std::vector<std::size_t>{} : meeting_begins(text, lines, headings);
    std::size_t next = 0;
    const std::size_t front = front_matter_lines(text, lines), page_head = lines_of_page_head(lines, layout, headings);
    for (std::size_t i = 0; i < lines.list.size(); ++i) {
        if (i < front) {
            discard(b, lines.list[i], "publication-line");
            continue;
        }
        if (i < page_head) {
            take_head_line(b, lines.list[i], counts);
            continue;
        }
        while (next < headings.size() && headings[next].line < i) ++next;
        const bool spoken = layout.turns != nullptr && is_spoken(*layout.turns, i);
        const bool heads_item = next < headings.size() && headings[next].line == i && !(b.further_head && headings[next].number.empty());
        if (std::binary_search(begins.begin(), begins.end(), i)) {
            start_meeting(b, lines.list[i]);
            b.further_head = true;
        } else if (heads_item) {
            start_item(b, headings[next], lines);
            i = headings[next++].last_line;
        } else if (spoken) {
            take_turn_line(b, lines, i, counts);
        } else {
            take_line(b, lines.list[i], i + 1 < lines.list.size() ? &lines.list[i + 1] : nullptr, counts);
        }
    }
    return std::move(b.made);
}

/// Whether what was taken for a head is one.
bool heads_name_meeting(std::string_view text, const Sections& made) {
    return std::any_of(made.meetings.begin(), made.meetings.end(), [&](const MeetingSections& meeting) { return meeting.head.empty() || names_meeting(text, meeting.head); });
}

bool has_text(const Sections& made) {
    return std::any_of(made.meetings.begin(), made.meetings.end(), [](const MeetingSections& meeting) {
        return std::any_of(meeting.sections.begin(), meeting.sections.end(), [](const Section& section) { return !section.entries.empty() || has_title(section); });
    });
}

}  // namespace

Sections find_sections(std::string_view text, const Lines& lines, const Layout& layout) {
    const std::vector<ItemHeading> headings = find_headings(text, lines, layout);
    Sections made = build_sections(text, lines, layout, headings, false);
    // A text that would be all head is no head: what is not searched would be lost without a word. So is one that names no meeting.
    if (layout.turns != nullptr) return made;
    if (!has_text(made) || (headings.empty() && layout.name == "unknown" && !heads_name_meeting(text, made))) made = build_sections(text, lines, layout, headings, true);
    settle_stretches(made, layout);
    return made;
}

}  // namespace minutes
