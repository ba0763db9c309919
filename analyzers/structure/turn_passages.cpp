#include "analyzers/structure/turn_passages.hpp"

#include "analyzers/structure/plain_text.hpp"

#include <algorithm>

namespace minutes {
namespace {

constexpr std::uint32_t kLongTurn = 2000;       // bytes; a longer turn is cut where its paragraphs begin
constexpr std::uint32_t kCaptionPiece = 1000;   // and a turn of captions, which have no paragraphs, at the next sentence

/// Adds the tags that close a caption ("</v>").
void add_closing_tags(std::vector<Discard>& cuts, std::string_view content, std::uint32_t begin) {
    for (std::size_t at = content.find("</"); at != std::string_view::npos; at = content.find("</", at + 2)) {
        const std::size_t close = content.find('>', at);
        if (close == std::string_view::npos) return;
        if (close <= at + 4) cuts.push_back({"timestamp", {begin + static_cast<std::uint32_t>(at), begin + static_cast<std::uint32_t>(close + 1)}});
    }
}

/// The line without the times and tags of its label, without a label that only says who goes on, without closing tags.
std::vector<Span> words_of_line(std::string_view text, const Line& line, const TurnLine* label, bool goes_on, std::vector<Discard>& discarded) {
    std::vector<Discard> cuts;
    if (label != nullptr && goes_on) {
        cuts.push_back({"label", {line.at.begin, std::min(label->text, line.at.end)}});
    } else if (label != nullptr) {
        for (const Span cut : {label->tag, label->stamp})
            if (!cut.empty()) cuts.push_back({"timestamp", cut});
        if (!label->tag.empty()) cuts.push_back({"timestamp", {label->text - 1, label->text}});
    }
    add_closing_tags(cuts, slice(text, line.at), line.at.begin);
    std::sort(cuts.begin(), cuts.end(), [](const Discard& a, const Discard& b) { return a.at < b.at; });
    std::vector<Span> words;
    std::uint32_t at = line.at.begin;
    for (const Discard& cut : cuts) {
        if (cut.at.begin < at) continue;
        discarded.push_back(cut);
        if (const Span before = trimmed(text, {at, cut.at.begin}); !before.empty()) words.push_back(before);
        at = cut.at.end;
    }
    if (const Span rest = trimmed(text, {at, line.at.end}); !rest.empty()) words.push_back(rest);
    return words;
}

void add_words(std::string_view text, Passage& passage, const std::vector<Span>& words) {
    for (const Span span : words) {
        if (!passage.parts.empty() && trimmed(text, {passage.parts.back().end, span.begin}).empty()) passage.parts.back().end = span.end;
        else passage.parts.push_back(span);
    }
}

std::uint32_t size_of(const Passage& passage) { return passage.parts.empty() ? 0 : passage.parts.back().end - passage.parts.front().begin; }

/// Whether a line begins a paragraph of the turn that is open.
bool begins_paragraph(std::string_view text, const Entry& before, const Entry& entry, bool cues) {
    const std::string_view content = slice(text, entry.line.at);
    const bool stopped = ends_sentence(slice(text, before.line.at));
    if (cues) return stopped;
    return !starts_small(content) && (entry.line.gap > 0 || stopped);
}

std::uint32_t bytes_of_turn(const Section& section, std::size_t at) {
    std::size_t end = at;
    while (end < section.entries.size() && section.entries[end].turn == section.entries[at].turn) ++end;
    return section.entries[end - 1].line.at.end - section.entries[at].line.at.begin;
}

Passage opened(const TurnLine* turn, bool first) {
    Passage passage;
    passage.kind = PassageKind::discussion;
    Speaker speaker;
    speaker.rule = "utterance";
    if (turn != nullptr) {
        speaker.attribution = first ? Attribution::explicit_ : Attribution::inherited;
        speaker.evidence = turn->speaker;
        if (first) speaker.surface = turn->speaker;
    }
    passage.speakers.push_back(std::move(speaker));
    return passage;
}

Passage remark(const Entry& entry) {
    Passage passage;
    passage.kind = PassageKind::procedural;
    passage.parts = {entry.line.at};
    return passage;
}

/// "Q12" before the Chair's name counts the questions.
void number_question(std::string_view text, Passage& passage, const TurnLine& turn) {
    if (turn.question.empty()) return;
    const Span number = trimmed(text, turn.question);
    passage.number = collapsed(slice(text, number));
    while (passage.number.ends_with('.')) passage.number.pop_back();
    if (passage.parts.front().contains(turn.question)) passage.marker = {passage.parts.front().begin, turn.question.end};
}

}  // namespace

bool holds_turns(const Section& section) {
    return std::any_of(section.entries.begin(), section.entries.end(), [](const Entry& entry) { return entry.turn != 0; });
}

SectionPassages build_turn_passages(std::string_view text, const Section& section, const Turns& turns) {
    SectionPassages made;
    std::uint32_t long_turn = 0;   // bytes of the turn that is open
    for (std::size_t i = 0; i < section.entries.size(); ++i) {
        const Entry& entry = section.entries[i];
        if (entry.turn == 0) {
            made.passages.push_back(remark(entry));
            continue;
        }
        const TurnLine* turn = entry.turn <= turns.list.size() ? &turns.list[entry.turn - 1] : nullptr;
        const TurnLine* label = turn_in(turns, entry.line.at);
        const bool first = turn != nullptr && label == turn;
        const bool fresh = i == 0 || section.entries[i - 1].turn != entry.turn;
        if (fresh) long_turn = bytes_of_turn(section, i);
        const bool full = !fresh && long_turn > kLongTurn && (!turns.cues || size_of(made.passages.back()) >= kCaptionPiece) &&
                          begins_paragraph(text, section.entries[i - 1], entry, turns.cues);
        const std::vector<Span> words = words_of_line(text, entry.line, label, label != turn, made.discarded);
        if (fresh || full) {
            if (words.empty()) continue;
            made.passages.push_back(opened(turn, first));
        }
        add_words(text, made.passages.back(), words);
        if (first) number_question(text, made.passages.back(), *turn);
    }
    return made;
}

}  // namespace minutes
