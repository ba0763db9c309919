#include "analyzers/structure/layout.hpp"

#include "analyzers/structure/item_number.hpp"
#include "analyzers/structure/paragraph_marker.hpp"
#include "analyzers/structure/passage_kind.hpp"
#include "analyzers/structure/phrases.hpp"
#include "analyzers/structure/plain_text.hpp"

#include <algorithm>
#include <array>

namespace minutes {
namespace {

/// What a detector may look at: counts over the lines, and marks of the first few.
struct Features {
    std::size_t lines = 0, long_lines = 0;
    std::size_t minutes_labels = 0, decision_labels = 0, document_labels = 0, items_begin = 0, fields = 0, attendance = 0, present = 0;
    std::size_t numbers_alone = 0, bare_alone = 0, numbered = 0, codes = 0, sections = 0, bullets = 0;
    std::size_t links = 0, truncated = 0, rows = 0, headings = 0, ai_tags = 0, double_gaps = 0, single_gaps = 0, broken = 0, adjacent = 0;
    std::size_t meeting_lines = 0, site_lines = 0, outcomes = 0;
    double turns = 0;
    bool agenda_item = false, agenda_and_minutes = false, agenda = false, issue = false, decision_page = false, details = false, opens_with_minutes = false, listing = false, summons = false;
};

void look_at_label(Features& f, LabelKind kind, std::string_view plain) {
    f.minutes_labels += kind == LabelKind::minutes;
    f.decision_labels += kind == LabelKind::decision;
    f.document_labels += kind == LabelKind::documents;
    f.items_begin += kind == LabelKind::items_begin;
    f.fields += kind == LabelKind::field;
    f.attendance += kind == LabelKind::attendance;
    f.present += kind == LabelKind::attendance && plain.find("present") < 12;
}

void look_at_number(Features& f, const Line& line, std::string_view content) {
    if (const auto number = parse_item_number(content)) {
        const bool alone = number->at.end == content.size();
        f.numbers_alone += alone && number->form != NumberForm::bare;
        f.bare_alone += alone && number->form == NumberForm::bare;
        f.codes += number->form == NumberForm::code;
        f.numbered += !alone && number->form != NumberForm::code && line.plain.size() < 120;
    }
    if (const auto marker = parse_marker(content)) {
        f.sections += marker->style == MarkerStyle::section;
        f.bullets += marker->style == MarkerStyle::bullet;
    }
}

void look_at_gaps(Features& f, const Line& line, const Line* before) {
    f.double_gaps += line.gap == 2;
    f.single_gaps += line.gap == 1;
    if (line.gap != 0 || before == nullptr) return;
    ++f.adjacent;
    f.broken += before->plain.size() > 30 && before->plain.size() < 160 && is_letter(last_mark(before->plain));
}

void look_at_opening(Features& f, std::string_view plain, std::size_t index) {
    if (index >= 12) return;
    f.opens_with_minutes = f.opens_with_minutes || (index == 0 && plain == "minutes:");
    f.summons = f.summons || plain.starts_with("you are invited to attend") || plain.starts_with("you are hereby summoned") || plain.starts_with("you are summoned") || plain == "notice of meeting";
    f.listing = f.listing || plain.starts_with("browse meetings") || plain.starts_with("browse forward plans") || plain.starts_with("this page lists ");
    f.agenda_item = f.agenda_item || (index < 4 && plain == "agenda item");
    f.agenda_and_minutes = f.agenda_and_minutes || ((plain.starts_with("agenda and ") || plain.starts_with("agenda, ")) && plain.ends_with(" minutes") && plain.size() < 40) || plain == "rhaglen a chofnodion" || plain == "agenda a chofnodion";
    f.agenda = f.agenda || plain == "agenda" || plain == "agenda items" || plain == "agenda and decisions";
    f.issue = f.issue || plain.starts_with("issue - ") || plain == "issue details";
    f.decision_page = f.decision_page || plain == "issue - decisions" || plain == "decision details" || plain == "decisions";
    f.details = f.details || plain == "meeting details";
    f.site_lines += has_phrase(PhraseClass::site_navigation, plain) || has_phrase(PhraseClass::publication, plain);
}

Features features_of(std::string_view text, const Lines& lines) {
    Features f;
    for (std::size_t i = 0; i < lines.list.size(); ++i) {
        const Line& line = lines.list[i];
        ++f.lines;
        f.long_lines += line.at.size() > 160;
        look_at_opening(f, line.plain, i);
        if (const auto label = line.plain.size() < 120 ? label_of(line.plain) : std::nullopt) look_at_label(f, label->kind, line.plain);
        look_at_number(f, line, slice(text, line.at));
        f.outcomes += opens_decision(line.plain_text());
        look_at_gaps(f, line, i > 0 ? &lines.list[i - 1] : nullptr);
        f.links += line.has_link;
        f.truncated += line.truncated;
        f.rows += line.row_start;
        f.headings += line.heading_mark;
        f.ai_tags += line.plain.starts_with("<ai") || line.plain.starts_with("</ai");
        f.meeting_lines += line.plain.starts_with("meeting: ") && line.plain.size() > 12 && is_digit(line.plain[9]);
    }
    return f;
}

double share(std::size_t part, std::size_t whole) { return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole); }
double some(std::size_t count, std::size_t enough) { return std::min(1.0, share(count, enough)); }

double moderngov(const Features& f) {
    return 0.3 * (f.items_begin > 0) + 0.3 * f.agenda_and_minutes + 0.2 * some(f.links, 2) + 0.2 * some(f.truncated + f.document_labels, 1);
}

struct Detector {
    std::string_view name;
    double (*score)(const Features&);
};

// Scores are 0..1. Where two families share features the narrower one scores higher.
constexpr std::array<Detector, 15> kDetectors = {{
    {"listing", [](const Features& f) { return f.listing && f.outcomes + f.minutes_labels == 0 ? 0.97 : 0.0; }},
    {"moderngov-meeting", [](const Features& f) {
         return f.issue || f.agenda_item || f.rows > 0 ? 0.0 : 0.5 * moderngov(f) + 0.3 * some(f.minutes_labels + f.decision_labels, 2) + 0.2 * some(f.numbers_alone, 2);
     }},
    {"moderngov-meeting-unlabelled", [](const Features& f) {
         if (f.minutes_labels + f.decision_labels > 0 || f.issue || f.agenda_item || f.rows > 0) return 0.0;
         return 0.6 * moderngov(f) + 0.3 * some(f.double_gaps, 4) + 0.1 * (f.numbers_alone == 0);
     }},
    {"moderngov-flattened", [](const Features& f) { return f.rows == 0 ? 0.0 : 0.5 + 0.3 * (f.items_begin > 0) + 0.2 * some(f.minutes_labels, 1); }},
    {"moderngov-agenda", [](const Features& f) {
         return (f.agenda || (f.summons && f.attendance == 0)) && f.minutes_labels + f.decision_labels + f.outcomes + f.present == 0 && !f.agenda_and_minutes && !f.details ? 0.7 + 0.2 * (f.items_begin > 0) : 0.0;
     }},
    {"moderngov-item", [](const Features& f) { return (f.agenda_item || f.opens_with_minutes) && f.minutes_labels + f.decision_labels > 0 ? 0.95 : 0.0; }},
    {"moderngov-item-unlabelled", [](const Features& f) { return f.agenda_item && f.minutes_labels + f.decision_labels == 0 ? 0.9 : 0.0; }},
    {"issue-history", [](const Features& f) { return f.meeting_lines > 0 ? 0.7 + 0.3 * f.issue : f.issue && !f.decision_page ? 0.5 : 0.0; }},
    {"decision-page", [](const Features& f) { return f.meeting_lines > 0 ? 0.0 : 0.7 * f.decision_page + 0.3 * some(f.fields, 3); }},
    {"council-web-page", [](const Features& f) { return 0.5 * some(f.site_lines, 2) + 0.3 * some(f.codes, 4) + 0.1 * some(f.attendance, 2); }},
    {"pdf-text", [](const Features& f) {
         return 0.3 * some(f.headings, 2) + 0.3 * share(f.broken * 2, f.adjacent) + 0.2 * some(f.numbered, 4) + 0.1 * some(f.bullets, 4) + 0.1 * some(f.attendance, 1);
     }},
    {"committee-system", [](const Features& f) { return 0.6 * f.details + 0.3 * some(f.bare_alone, 3) + 0.5 * (f.agenda && f.outcomes > 0 && !f.agenda_and_minutes); }},
    {"print-minutes", [](const Features& f) { return f.ai_tags == 0 ? 0.0 : 0.9; }},
    {"transcript", [](const Features& f) { return f.turns; }},
    {"plain-minutes", [](const Features& f) { return 0.25 * some(f.numbered + f.codes, 4) + 0.2 * some(f.attendance, 2); }},
}};

Layout layout_for(std::string_view name, const Features& f) {
    Layout layout{name};
    const bool meeting_page = name.starts_with("moderngov-meeting");
    layout.single_item = name == "moderngov-item" || name == "moderngov-item-unlabelled";
    layout.labelled = f.minutes_labels > 0;
    layout.minutes_labels = f.minutes_labels;
    layout.bare_titles = meeting_page || name == "moderngov-flattened" || name == "moderngov-agenda";
    layout.agenda_only = name == "moderngov-agenda" || name == "listing";
    layout.minute_numbers = name == "committee-system" || name == "print-minutes";
    layout.double_spaced = f.double_gaps >= 3;
    layout.wrapped = f.adjacent >= 4 && share(f.broken, f.adjacent) > 0.3 && f.rows == 0;   // rows hold whole paragraphs
    layout.dense = f.lines >= 6 && f.adjacent + 1 == f.lines;
    return layout;
}

}  // namespace

LayoutChoice choose_layout(std::string_view text, const Lines& lines, const Turns& turns) {
    Features features = features_of(text, lines);
    features.turns = turns.score;
    LayoutChoice choice;
    for (const Detector& detector : kDetectors) choice.scores.push_back({detector.name, detector.score(features)});
    std::stable_sort(choice.scores.begin(), choice.scores.end(), [](const LayoutScore& a, const LayoutScore& b) { return a.score > b.score; });
    const bool convinced = choice.scores.front().score >= 0.25;
    choice.layout = layout_for(convinced ? choice.scores.front().layout : "unknown", features);
    if (choice.layout.name == "transcript") choice.layout.turns = &turns;
    return choice;
}

}  // namespace minutes
