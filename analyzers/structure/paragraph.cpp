#include "analyzers/structure/paragraph.hpp"

#include "analyzers/structure/head_lines.hpp"
#include "analyzers/structure/passage_kind.hpp"
#include "analyzers/structure/phrases.hpp"
#include "analyzers/structure/plain_text.hpp"

#include <algorithm>

namespace minutes {
namespace {

struct Context {
    std::string_view text;
    const Section& section;
    const Layout& layout;
    bool full_stops = false;  ///< bullets of this section end in full stops, so one that does not goes on
    bool sure = false;        ///< more than one bullet says so
    bool tight = false;       ///< no blank lines between bullets, except where a page ends
    std::size_t width = 0;    ///< bytes of the longest line of text, where lines are broken by width
};

Paragraph opened(const Context& context, const Entry& entry, std::optional<Marker> marker) {
    Paragraph p;
    p.parts = {entry.line.at};
    p.stretch = entry.stretch;
    p.gap = entry.line.gap;
    p.attendance = entry.attendance;
    p.truncated = entry.line.truncated;
    p.plain_bytes = entry.line.plain.size();
    p.last_plain = entry.line.plain;
    const std::string_view content = slice(context.text, entry.line.at);
    p.sentence_end = ends_sentence(content);
    p.last_mark = last_mark(content);
    p.classes = entry.line.classes;
    p.small = starts_small(content.substr(marker ? marker->at.end : 0));
    if (!marker) {
        p.body = entry.line.plain;
        return p;
    }
    if (marker->at.end <= kMarkerBytes && content.size() <= kPlainBytes && content[marker->at.end - 1] == ' ') {
        const std::size_t mark = plain_form(content.substr(0, marker->at.end)).size();   // what is behind it and a space stands so in the line
        p.body = std::string_view(entry.line.plain).substr(std::min(entry.line.plain.size(), mark == 0 ? 0 : mark + 1));
    } else {
        p.body = plain_form(content.substr(marker->at.end, kPlainBytes));
        p.classes = classes_anywhere(p.body);
    }
    p.marker = std::move(marker);
    return p;
}

void append(const Context& context, Paragraph& p, const Entry& entry, std::uint32_t skip) {
    const Span at{entry.line.at.begin + skip, entry.line.at.end};
    const std::string_view content = slice(context.text, at);
    if (entry.broken || skip > 0) p.breaks.push_back(at.begin);
    if (skip > 0) p.false_bullets.push_back({entry.line.at.begin, at.begin});
    p.parts.push_back(at);
    p.truncated = p.truncated || entry.line.truncated;
    p.sentence_end = ends_sentence(content);
    p.last_mark = last_mark(content);
    p.last_plain = entry.line.plain;
    if (p.plain_bytes < kPlainBytes) {
        p.plain_bytes += 1 + entry.line.plain.size();
        p.classes |= entry.line.classes | classes_across(p.body, entry.line.plain);
        p.body.append(1, ' ').append(entry.line.plain);
    }
}

bool is_open(const Paragraph& p) {
    return !p.sentence_end && p.last_mark != ':' && p.last_mark != ';';
}

/// The second half of a bullet that a page break cut: a false bullet before a small letter, or after a bullet that
/// stops in the middle of its sentence while the others end in full stops. Where no other bullet tells how they end,
/// only a bullet that began with a capital can be cut, and a gap must show the break.
bool is_broken_bullet(const Context& context, const Paragraph& p, const Entry& entry, const Marker& marker) {
    if (marker.style != MarkerStyle::bullet || !p.marker || p.marker->style != MarkerStyle::bullet || p.attendance) return false;
    if (!is_open(p) || !context.full_stops) return false;
    const bool apart = entry.line.gap > 0 || entry.broken;
    const bool whole_start = !starts_small(slice(context.text, p.parts.front()).substr(p.marker->at.end));
    if (starts_small(slice(context.text, entry.line.at).substr(marker.at.end))) return context.sure || (apart && whole_start);
    return context.sure && context.tight && is_letter(p.last_mark) && apart;
}

/// "8.1" alone on its line: its text stands below.
bool awaits_text(const Paragraph& p) { return p.marker && p.body.empty() && !p.truncated; }

void give_text(const Context& context, Paragraph& p, const Entry& entry) {
    const std::uint32_t begin = p.parts.front().begin;
    append(context, p, entry, 0);
    p.breaks.clear();
    p.body = entry.line.plain;
    p.classes = entry.line.classes;
    p.small = starts_small(slice(context.text, entry.line.at));
    p.marker->at.end = entry.line.at.begin - begin;
}

/// A mark below which no text came is text itself.
void settle_waiting(Paragraph& p) {
    if (!awaits_text(p)) return;
    p.body = p.last_plain;   // its only line
    p.classes = classes_anywhere(p.body);
    p.marker.reset();
}

bool in_attendance(const Context& context, const Paragraph& p) { return context.section.attendance || p.attendance; }

/// Among lines broken by width, one that ends a sentence far from the margin is the last of its paragraph.
bool ends_short(const Context& context, const Paragraph& p, std::string_view next) {
    constexpr std::size_t kLeastWidth = 60;
    const bool opens = !next.empty() && (is_capital(next.front()) || static_cast<unsigned char>(next.front()) >= 0x80);
    return context.width >= kLeastWidth && p.sentence_end && opens && p.parts.back().size() * 4 < context.width * 3;
}

/// Whether an unmarked line goes on with the paragraph before it.
bool continues(const Context& context, const Paragraph& p, const Entry& entry) {
    if (entry.attendance || entry.stretch != p.stretch) return false;
    if (in_attendance(context, p)) return true;
    const std::string_view content = slice(context.text, entry.line.at);
    if (opens_action(entry.line.plain_text()) || (opens_decision(entry.line.plain_text()) && !starts_small(content))) return false;
    if (entry.line.gap > 0 || entry.broken)
        return is_open(p) && starts_small(content) && p.last_plain.size() > 30 && (is_letter(p.last_mark) || p.last_mark == ',' || p.last_mark == '-');
    if (context.layout.wrapped) return (p.marker && entry.line.indent > 0) || !ends_short(context, p, content);
    return starts_small(content) || (is_open(p) && p.last_plain.size() > 40) || (entry.line.indent > 0 && p.marker.has_value());
}

/// In a list of who was there only its labels open paragraphs; bullets and initials belong to the names.
bool opens_paragraph(const Context& context, const std::vector<Paragraph>& list, const Entry& entry, const std::optional<Marker>& marker) {
    if (list.empty() || entry.attendance) return true;
    const Paragraph& last = list.back();
    if (entry.stretch != last.stretch) return true;
    if (in_attendance(context, last)) return !context.section.attendance && entry.line.gap > 0 && is_sentence(slice(context.text, entry.line.at), entry.line.plain_text());
    if (marker) return !is_broken_bullet(context, last, entry, *marker);
    return !continues(context, last, entry);
}

/// "2019\n- March 2020": a dash at the begin of a line that was broken by width.
bool is_wrapped_dash(const Context& context, const std::vector<Paragraph>& list, const Entry& entry) {
    const std::string_view content = slice(context.text, entry.line.at);
    if (!context.layout.wrapped && entry.line.plain.size() > 100) return false;
    if (list.empty() || entry.line.gap > 0 || !(content.starts_with("-") || content.starts_with("\u2013"))) return false;
    const Paragraph& last = list.back();
    return is_open(last) && last.last_plain.size() > 60 && !(last.marker && last.marker->style == MarkerStyle::bullet);
}

std::optional<Marker> marker_of(const Context& context, const std::vector<Paragraph>& list, const Entry& entry) {
    std::optional<Marker> marker = parse_marker(slice(context.text, entry.line.at));
    if (marker && entry.line.bold) marker.reset();
    if (marker && marker->style == MarkerStyle::bullet && is_wrapped_dash(context, list, entry)) marker.reset();
    return marker;
}

/// How the bullets of a section end. A bullet before one that begins small may be a broken one and tells nothing.
struct BulletEnds {
    std::size_t bullets = 0, tight = 0, ends = 0, stopped = 0;
};

BulletEnds bullet_ends(std::string_view text, const Section& section) {
    BulletEnds found;
    const Entry* last = nullptr;   // the last line of the bullet that is open
    const auto close = [&] {
        if (last == nullptr) return;
        ++found.ends;
        found.stopped += ends_sentence(slice(text, last->line.at));
        last = nullptr;
    };
    for (const Entry& entry : section.entries) {
        const std::string_view content = slice(text, entry.line.at);
        const auto marker = parse_marker(content);
        const bool bullet = marker && marker->style == MarkerStyle::bullet;
        found.bullets += bullet;
        found.tight += bullet && entry.line.gap == 0;
        if (bullet ? !starts_small(content.substr(marker->at.end)) : entry.line.gap > 0 && !starts_small(content)) close();
        if (bullet || last != nullptr) last = &entry;
    }
    close();
    return found;
}

Context context_of(std::string_view text, const Section& section, const Layout& layout) {
    const BulletEnds found = bullet_ends(text, section);
    const bool full_stops = found.stopped * 2 > found.ends;
    std::size_t width = 0;
    for (const Entry& entry : section.entries)
        if (layout.wrapped && entry.line.at.size() < 200) width = std::max<std::size_t>(width, entry.line.at.size());
    return {text, section, layout, full_stops, full_stops && found.ends >= 2, found.bullets >= 2 && found.tight * 2 > found.bullets, width};
}

/// ". ACTION - Ms Vale to circulate ...": where a marked action begins inside a line, 0 if nowhere.
std::uint32_t inline_action(std::string_view content) {
    if (content.find(". A") == std::string_view::npos) return 0;
    for (const std::string_view mark : {". ACTION: ", ". ACTION - ", ". ACTION \u2013 ", ". ACTION BY", ". Action: "})
        if (const std::size_t at = content.find(mark); at != std::string_view::npos) return static_cast<std::uint32_t>(at + 2);
    return 0;
}

std::vector<Entry> with_actions_apart(std::string_view text, const std::vector<Entry>& entries) {
    std::vector<Entry> all;
    for (const Entry& entry : entries) {
        all.push_back(entry);
        const std::uint32_t at = inline_action(slice(text, entry.line.at));
        if (at == 0) continue;
        Entry action = entry;
        action.line.at.begin += at;
        action.line.gap = 1;
        set_plain(action.line, plain_form(slice(text, action.line.at).substr(0, kPlainBytes)));
        Entry& before = all.back();
        before.line.at = trimmed(text, {before.line.at.begin, action.line.at.begin});
        set_plain(before.line, plain_form(slice(text, before.line.at).substr(0, kPlainBytes)));
        before.line.truncated = false;
        all.push_back(std::move(action));
    }
    return all;
}

}  // namespace

std::vector<Paragraph> find_paragraphs(std::string_view text, const Section& section, const Layout& layout) {
    const Context context = context_of(text, section, layout);
    std::vector<Paragraph> list;
    const bool actions = std::any_of(section.entries.begin(), section.entries.end(), [&](const Entry& entry) { return inline_action(slice(text, entry.line.at)) != 0; });
    const std::vector<Entry> apart = actions ? with_actions_apart(text, section.entries) : std::vector<Entry>{};
    for (const Entry& entry : actions ? apart : section.entries) {
        std::optional<Marker> marker = marker_of(context, list, entry);
        if (!list.empty() && awaits_text(list.back())) {
            if (!marker && !entry.attendance && !entry.broken && entry.stretch == list.back().stretch && entry.line.gap <= 3) {
                give_text(context, list.back(), entry);
                continue;
            }
            settle_waiting(list.back());
        }
        if (opens_paragraph(context, list, entry, marker)) {
            const bool names = section.attendance || entry.attendance;
            list.push_back(opened(context, entry, names ? std::nullopt : std::move(marker)));
        } else {
            const bool names = in_attendance(context, list.back());
            append(context, list.back(), entry, marker && !names ? marker->at.end : 0);
        }
    }
    if (!list.empty()) settle_waiting(list.back());
    return list;
}

}  // namespace minutes
