#include "analyzers/structure/section_builder.hpp"

#include "analyzers/structure/plain_text.hpp"

#include <algorithm>

namespace minutes {

MeetingSections& meeting_of(SectionBuilder& b) { return b.made.meetings.back(); }

Section& open_section(SectionBuilder& b) {
    meeting_of(b).sections.emplace_back();
    b.stretch = Stretch::text;
    b.in_head = b.in_documents = b.minute_number_seen = b.further_head = false;
    return meeting_of(b).sections.back();
}

Section& current(SectionBuilder& b) { return meeting_of(b).sections.empty() ? open_section(b) : meeting_of(b).sections.back(); }

void discard(SectionBuilder& b, const Line& line, std::string_view reason) {
    b.made.discarded.push_back({reason, line.at});
    b.lost_gap = std::max(b.lost_gap, line.gap);
    b.broken = b.broken || reason == "page-furniture" || reason == "rule";
}

void add_head(SectionBuilder& b, Span at) {
    if (at.empty()) return;
    meeting_of(b).head.push_back(at);
    b.made.discarded.push_back({"head", at});
}

void add_entry(SectionBuilder& b, const Line& line, bool attendance) {
    Section& section = current(b);
    b.in_head = false;
    section.incomplete = section.incomplete || line.truncated;
    section.entries.push_back({line, b.stretch, b.broken, attendance});
    section.entries.back().line.gap = std::max(line.gap, b.lost_gap);
    b.broken = false;
    b.lost_gap = 0;
}

bool has_title(const Section& section) { return !section.number.empty() || !section.title.empty(); }

bool in_titled_item(SectionBuilder& b) { return !meeting_of(b).sections.empty() && has_title(current(b)); }

Line part_of(const SectionBuilder& b, const Line& line, Span at) {
    Line part = line;
    part.at = at;
    set_plain(part, plain_form(slice(b.text, {at.begin, std::min(at.end, at.begin + kPlainBytes)})));
    return part;
}

void start_minutes(SectionBuilder& b) {
    Section& section = current(b);
    auto note = section.entries.begin();
    if (section.minutes_label) {   // the label of a row whose title was not known: what the row above told stays
        const auto row = std::find_if(section.entries.rbegin(), section.entries.rend(), [](const Entry& entry) { return entry.line.row_start; });
        if (row != section.entries.rend()) note = std::prev(row.base());
    }
    for (; note != section.entries.end(); ++note)
        if (note->stretch == Stretch::text) note->stretch = Stretch::note;
    section.minutes_label = true;
    b.stretch = Stretch::text;
}

}  // namespace minutes
