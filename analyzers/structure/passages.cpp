#include "analyzers/structure/passages.hpp"

#include "analyzers/structure/paragraph.hpp"
#include "analyzers/structure/passage_kind.hpp"
#include "analyzers/structure/phrases.hpp"
#include "analyzers/structure/plain_text.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace minutes {
namespace {

void absorb(Paragraph& into, const Paragraph& more) {
    for (const Span part : more.parts) into.parts.push_back(part);
    into.breaks.insert(into.breaks.end(), more.breaks.begin(), more.breaks.end());
    into.last_plain = more.last_plain;
    into.last_mark = more.last_mark;
    into.sentence_end = more.sentence_end;
    into.truncated = into.truncated || more.truncated;
}

bool is_date_line(std::string_view plain) {
    if (plain.size() > 60 || plain.find_first_of("0123456789") == std::string_view::npos) return false;
    constexpr std::array<std::string_view, 12> kMonths = {"january", "february", "march", "april", "may", "june", "july",
                                                           "august", "september", "october", "november", "december"};
    return std::any_of(kMonths.begin(), kMonths.end(), [&](std::string_view month) { return plain.find(month) != std::string_view::npos; });
}

bool is_limb(const Paragraph& p) { return p.marker && p.marker->style != MarkerStyle::section; }

bool starts_new_thought(const Paragraph& p) {
    return opens_action(p.body_text()) || opens_decision(p.body_text()) || p.attendance || (p.marker && p.marker->style == MarkerStyle::section) ||
           has_phrase(PhraseClass::close, p.body_text());
}

/// A decision block goes on with its limbs, with what its colon announces and with unfinished sentences.
struct DecisionBlock {
    bool bare = false;         ///< "RESOLVED:" alone: the next paragraph is its text
    bool prose = false;        ///< its text is prose without "That" and without limbs
    bool limbs = false;
    std::optional<MarkerStyle> style;  ///< of its limbs on lines of their own
};

DecisionBlock open_block(const Paragraph& p) {
    DecisionBlock block;
    block.bare = count_words(p.body) <= 4 && !p.sentence_end;
    block.limbs = p.body.find("(1)") != std::string::npos || p.body.find("(a)") != std::string::npos || p.body.find("(i)") != std::string::npos;
    return block;
}

/// A new sentence that tells what somebody said or did, not one that asks that something be done.
bool is_talk(const Paragraph& p) {
    const std::string_view told = std::string_view(p.body).substr(0, resolving_be(p.body));
    return !p.small && (has_phrase(PhraseClass::speech, told) || has_phrase(PhraseClass::verb, told));
}

/// A sentence that ends in "and", "the" and the like goes on, even with a capital.
bool is_dangling(const Paragraph& p) {
    constexpr std::array<std::string_view, 12> kLinks = {"and", "or", "that", "the", "of", "to", "in", "for", "by", "with", "on", "a"};
    const std::string_view last = std::string_view(p.last_plain).substr(p.last_plain.find_last_of(' ') + 1);
    return !p.sentence_end && std::find(kLinks.begin(), kLinks.end(), last) != kLinks.end();
}

bool takes_limb(const DecisionBlock& block, const Paragraph& so_far, const Paragraph& next, bool open) {
    if (so_far.sentence_end && block.style && *block.style != next.marker->style && is_talk(next)) return false;   // points of the talk after it
    return block.limbs || open || (!so_far.sentence_end && next.gap <= 2);
}

bool goes_on(const DecisionBlock& block, const Paragraph& so_far, const Paragraph& next) {
    if (starts_new_thought(next)) return false;
    if (block.bare) return true;
    const bool open = so_far.last_mark == ':' || so_far.last_mark == ';' || so_far.last_mark == ',' || so_far.last_mark == '-';
    if (is_limb(next) && next.gap == 0 && next.body.starts_with("that ")) return true;
    if (is_limb(next)) return takes_limb(block, so_far, next, open);
    if (is_date_line(next.body) && (open || is_date_line(so_far.last_plain))) return true;
    if (next.body.starts_with("that ") || next.body.starts_with("and that") || next.body.starts_with("and ")) return true;
    if ((open || is_dangling(so_far)) && !is_talk(next)) return true;
    if (!so_far.sentence_end && (next.small || (!is_talk(next) && resolving_be(next.body) != std::string::npos))) return true;
    return block.prose && (next.body.find(" would be held") != std::string::npos || next.body.find(" to be held") != std::string::npos);
}

/// "The Panel RESOLVED that:", "On the vote it was resolved to": what follows is part of it.
bool announces_limbs(const Paragraph& p) { return p.last_mark == ':' || p.last_mark == '-' || is_dangling(p); }

std::size_t take_decision(std::vector<Paragraph>& list, std::size_t at) {
    Paragraph& first = list[at];
    DecisionBlock block = open_block(first);
    std::size_t next = at + 1;
    for (; next < list.size() && list[next].stretch == first.stretch && goes_on(block, first, list[next]); ++next) {
        if (is_limb(list[next])) {
            block.limbs = true;
            block.style = list[next].marker->style;
        } else if (block.bare) {
            block.prose = !list[next].body.starts_with("that");
        }
        block.bare = false;
        absorb(first, list[next]);
    }
    return next;
}

/// A list below its announcement stays with it: agenda notes, dates, "had before them:".
bool belongs_to_list(const Paragraph& so_far, const Paragraph& next, bool note, bool double_spaced) {
    const bool announced = so_far.last_mark == ':' || so_far.last_mark == '-';
    if (is_date_line(next.body) && (announced || is_date_line(so_far.last_plain))) return true;
    if (!note) return false;
    if (double_spaced) return next.gap < 2 && (announced || is_limb(next) || is_date_line(next.body));
    return true;
}

std::size_t take_list(std::vector<Paragraph>& list, std::size_t at, bool note, bool double_spaced) {
    Paragraph& first = list[at];
    std::size_t next = at + 1;
    while (next < list.size() && list[next].stretch == first.stretch && !list[next].attendance &&
           belongs_to_list(first, list[next], note, double_spaced)) {
        absorb(first, list[next]);
        ++next;
    }
    return next;
}

/// "The members had before them:" with the list of papers and the bracketed remark after it.
std::size_t take_papers(std::vector<Paragraph>& list, std::size_t at) {
    Paragraph& first = list[at];
    std::size_t next = at + 1;
    while (next < list.size() && (is_limb(list[next]) || list[next].body.starts_with("("))) absorb(first, list[next++]);
    return next;
}

bool opens_note(const Paragraph& p) { return !p.marker && has_phrase(PhraseClass::agenda_note, p.body_text()); }

/// "2. To receive the annual report.": a point of the agenda, whatever stands between it and the one before.
bool is_task_limb(const Paragraph& p) { return is_limb(p) && p.body.starts_with("to ") && has_phrase(PhraseClass::agenda_note, p.body_text()); }

/// "The Panel is requested to consider:" with its limbs ends the agenda's words; nothing above it tells what happened.
bool settle_request(std::vector<Paragraph>& list) {
    const auto asks = [](const Paragraph& p) {
        constexpr std::array<std::string_view, 4> kRequests = {" is requested to", " is recommended to", " are requested to", " are recommended to"};
        return p.last_mark == ':' && std::any_of(kRequests.begin(), kRequests.end(), [&](std::string_view words) { return p.body.find(words) != std::string::npos; });
    };
    const auto request = std::find_if(list.begin(), list.end(), asks);
    if (request == list.end()) return false;
    const bool told = std::any_of(list.begin(), request, [](const Paragraph& p) { return opens_decision(p.body_text()) || has_phrase(PhraseClass::speech, p.body_text()); });
    if (told) return false;
    auto end = request + 1;
    while (end != list.end() && is_limb(*end) && end->gap < 4) ++end;
    for (auto p = list.begin(); p != end; ++p)
        if (p->stretch == Stretch::text) p->stretch = Stretch::note;
    return true;
}

/// On a page without labels the text before the first numbered paragraph, or with an agenda's words, is the note.
void settle_unlabelled_notes(std::vector<Paragraph>& list, const Section& section, const Layout& layout) {
    if (section.minutes_label || section.attendance || (section.title.empty() && !layout.bare_titles)) return;
    std::size_t sections = 0, first = list.size();
    for (std::size_t i = 0; i < list.size(); ++i)
        if (list[i].marker && list[i].marker->style == MarkerStyle::section) {
            first = std::min(first, i);
            ++sections;
        }
    const bool page = layout.bare_titles || layout.single_item || layout.name == "issue-history";
    if (page && settle_request(list)) return;
    const bool numbered = page && sections >= 2;
    if (numbered) {
        for (std::size_t i = 0; i < first && !opens_decision(list[i].body_text()); ++i)
            if (list[i].stretch == Stretch::text) list[i].stretch = Stretch::note;
        return;
    }
    // Without numbers the note is what has an agenda's words, and what stands with it above a gap wider than those
    // between paragraphs.
    if (list.empty() || !(opens_note(list[0]) || (page && is_task_limb(list[0])) || (page && list.size() > 1 && list[0].body.starts_with("report of ")))) return;
    const auto wide = page ? std::find_if(list.begin() + 1, list.end(), [](const Paragraph& p) { return p.gap >= 3; }) : list.end();
    for (auto p = list.begin(); p != list.end(); ++p) {
        const bool above_gap = wide != list.end() && p < wide;
        const bool with_note = p == list.begin() || above_gap || opens_note(*p) || (is_limb(*p) && p->gap < 2) || is_task_limb(*p);
        if (p->stretch != Stretch::text || !with_note) return;
        p->stretch = Stretch::note;
    }
}

struct Group {
    std::size_t at, end;
    PassageKind kind;
};

/// Takes one passage from the front of the list: where it ends and what it is.
Group take_group(std::vector<Paragraph>& list, std::size_t at, const Section& section, const Layout& layout, std::string_view title) {
    Paragraph& p = list[at];
    if (p.stretch == Stretch::note) return {at, take_list(list, at, true, layout.double_spaced && !section.minutes_label), PassageKind::agenda_note};
    if (section.attendance || p.attendance) return {at, at + 1, PassageKind::attendance};
    if (p.stretch == Stretch::decision && !opens_action(p.body_text())) {
        std::size_t next = at + 1;
        while (next < list.size() && list[next].stretch == Stretch::decision && !opens_action(list[next].body_text())) absorb(p, list[next++]);
        return {at, next, PassageKind::decision};
    }
    if (opens_decision(p.body_text())) return {at, take_decision(list, at), PassageKind::decision};
    if (p.last_mark == ':' && has_phrase(PhraseClass::list_lead_in, p.body_text())) return {at, take_papers(list, at), PassageKind::procedural};
    const PassageKind kind = section.close ? PassageKind::procedural : kind_of(p.body_text(), is_limb(p) ? std::string_view() : title);   // points of a list are talk, whatever the title
    if (kind == PassageKind::decision && announces_limbs(p)) return {at, take_decision(list, at), kind};
    return {at, p.last_mark == ':' || is_date_line(p.body) ? take_list(list, at, false, layout.double_spaced) : at + 1, kind};
}

/// Parts that only white space parts are one.
std::vector<Span> joined_parts(std::string_view text, const Paragraph& p) {
    std::vector<Span> parts;
    for (const Span part : p.parts) {
        const bool apart = parts.empty() || std::find(p.breaks.begin(), p.breaks.end(), part.begin) != p.breaks.end() ||
                           !trimmed(text, {parts.back().end, part.begin}).empty();
        if (apart) parts.push_back(part);
        else parts.back().end = part.end;
    }
    return parts;
}

/// A decision printed under "Decision:" and again under "Minutes:" counts once.
bool is_doubled(const Paragraph& decision, std::string_view minutes_plain) {
    return decision.stretch == Stretch::decision && !decision.body.empty() && minutes_plain.find(decision.body) != std::string_view::npos;
}

void drop_doubled(std::vector<Paragraph>& list, SectionPassages& made) {
    if (std::none_of(list.begin(), list.end(), [](const Paragraph& p) { return p.stretch == Stretch::decision; })) return;
    std::string minutes_plain;
    for (const Paragraph& p : list)
        if (p.stretch == Stretch::text) minutes_plain += p.body + "\n";
    std::erase_if(list, [&](const Paragraph& p) {
        if (!is_doubled(p, minutes_plain)) return false;
        for (const Span part : p.parts) made.discarded.push_back({"duplicate-decision", part});
        return true;
    });
}

/// A stub such as "iv)" whose text the page left out.
bool is_stub(const Paragraph& p) { return p.body.empty(); }

}  // namespace

SectionPassages build_passages(std::string_view text, const Section& section, const Layout& layout) {
    SectionPassages made;
    std::vector<Paragraph> list = find_paragraphs(text, section, layout);
    for (const Paragraph& p : list) {
        for (const Span bullet : p.false_bullets) made.discarded.push_back({"bullet", bullet});
        if (!is_stub(p)) continue;
        made.incomplete = made.incomplete || p.truncated;
        for (const Span part : p.parts) made.discarded.push_back({"link-text", part});
    }
    std::erase_if(list, is_stub);
    drop_doubled(list, made);
    settle_unlabelled_notes(list, section, layout);
    const std::string title = plain_form(section.title);
    std::string last_number;
    for (std::size_t at = 0; at < list.size();) {
        const Group group = take_group(list, at, section, layout, title);
        const Paragraph& p = list[at];
        Passage passage;
        passage.kind = group.kind;
        passage.parts = joined_parts(text, p);
        passage.incomplete = p.truncated;
        if (p.marker) {
            const Span front = passage.parts.front();
            passage.marker = {front.begin, std::min(front.end, front.begin + p.marker->at.size())};
            passage.number = p.marker->number;
        } else if (group.kind == PassageKind::action) {
            passage.number = last_number;
        }
        if (group.kind != PassageKind::action) last_number = passage.number;
        made.passages.push_back(std::move(passage));
        at = group.end;
    }
    return made;
}

}  // namespace minutes
