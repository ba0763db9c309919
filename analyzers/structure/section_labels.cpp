#include "analyzers/structure/section_labels.hpp"

#include "analyzers/structure/plain_text.hpp"

#include <algorithm>

namespace minutes {
namespace {

/// "Present:" alone with "Councillors:" below it is one list with one label.
bool is_group_label(const Section& section, const Line& line) {
    if (!section.attendance || section.entries.empty() || is_strong_attendance(line.plain) || line.plain.starts_with("apolog")) return false;
    const Entry& last = section.entries.back();
    const auto label = label_of(last.line.plain);
    return last.attendance && label && label->whole && is_strong_attendance(last.line.plain);
}

}  // namespace

bool is_strong_attendance(std::string_view plain) {
    const std::string_view start = plain.substr(0, 40);
    return start.find("present") != std::string_view::npos || start.find("attendance") != std::string_view::npos || start.find("attended") != std::string_view::npos;
}

/// "Clerk: Ann Mill", "Chairman: B Hay" at the top of a letterhead, before anything tells of a meeting.
bool is_letterhead(SectionBuilder& b, const Line& line) {
    if (!b.in_head || !meeting_of(b).sections.empty() || is_strong_attendance(line.plain) || line.plain.starts_with("apolog")) return false;
    const auto tells = [&](Span at) {
        const std::string plain = plain_form(slice(b.text, at));
        return plain.find("meeting") != std::string::npos || plain.find("minutes") != std::string::npos;
    };
    const auto& head = meeting_of(b).head;
    return line.plain.starts_with("c") && std::none_of(head.begin(), head.end(), tells);   // clerk, chair, chairman, councillors
}

bool opens_columns(std::string_view content) {
    constexpr std::size_t kLongestLabel = 24;
    const std::string_view head = content.substr(0, kLongestLabel);
    std::size_t end = std::min({head.find("   "), head.find('\t'), head.find(" \u2013 "), head.find("\u2013 "), head.find(" - ")});
    if (end == std::string_view::npos || end == 0) return false;
    const std::string plain = plain_form(head.substr(0, end)) + ":";
    const auto label = label_of(plain);
    return label && label->whole && label->kind == LabelKind::attendance && is_strong_attendance(plain);
}

void start_attendance(SectionBuilder& b, const Line& line) {
    const bool titled = in_titled_item(b);
    if (!titled && (meeting_of(b).sections.empty() || !current(b).attendance)) open_section(b).attendance = true;
    add_entry(b, line, !is_group_label(current(b), line));
}

namespace {

bool may_hold_attendance(SectionBuilder& b, std::string_view plain) {
    if (!in_titled_item(b)) return true;
    return is_strong_attendance(plain) || has_phrase(PhraseClass::title_attendance, plain_form(current(b).title));
}

/// Changes the stretch as the label says, and keeps what follows it on its line.
void apply_label(SectionBuilder& b, const Line& line, const Label& label) {
    b.in_documents = label.kind == LabelKind::documents;
    if (label.kind == LabelKind::minutes) start_minutes(b);
    if (label.kind == LabelKind::decision) b.stretch = b.layout.name == "decision-page" ? Stretch::text : Stretch::decision;   // there it heads the whole minute
    if (label.kind == LabelKind::items_begin) {
        b.in_head = false;
        if (!meeting_of(b).sections.empty() && current(b).attendance) open_section(b);   // the list of who was there ends
    }
    if (label.whole) {
        if (b.in_head && label.kind == LabelKind::drop) add_head(b, line.at);
        else discard(b, line, label.kind == LabelKind::drop || label.kind == LabelKind::items_begin ? "site-navigation" : "label");
        b.broken = false;
        return;
    }
    const Span rest = trimmed(b.text, {line.at.begin + static_cast<std::uint32_t>(raw_size(slice(b.text, line.at), label.size)), line.at.end});
    Span body = rest;   // "**Decision:** text"
    while (body.begin < body.end && b.text[body.begin] == '*') ++body.begin;
    body = trimmed(b.text, body);
    b.made.discarded.push_back({"label", trimmed(b.text, {line.at.begin, body.begin})});
    if (!body.empty()) add_entry(b, part_of(b, line, body));
}

}  // namespace

bool take_label(SectionBuilder& b, const Line& line, const Label& label) {
    if (label.kind == LabelKind::attendance) {
        if (is_letterhead(b, line)) {
            add_head(b, line.at);
            return true;
        }
        if (b.layout.single_item || !may_hold_attendance(b, line.plain)) return false;
        start_attendance(b, line);
        return true;
    }
    const bool titled = in_titled_item(b);
    if (label.kind == LabelKind::field) {
        if (!b.in_head && b.layout.name != "decision-page") return false;
        add_head(b, line.at);
        return true;
    }
    const bool open = !b.in_head && !meeting_of(b).sections.empty() && !current(b).attendance;
    const bool in_row = open && (b.layout.bare_titles || b.layout.single_item || (label.whole && label.kind == LabelKind::minutes && b.layout.minutes_labels == 1));
    const bool opens_page = b.layout.single_item && b.in_head && meeting_of(b).head.empty();   // an item's page that lost its title
    if (label.kind == LabelKind::minutes && !titled && !in_row && !opens_page) {
        if (b.in_head) add_head(b, line.at);
        else discard(b, line, "label");
        return true;
    }
    if (label.kind == LabelKind::decision && !titled) return false;
    if (label.kind == LabelKind::agenda_note && !label.whole) return false;
    apply_label(b, line, label);
    return true;
}

}  // namespace minutes
