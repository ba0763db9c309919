#include "analyzers/structure/passage_kind.hpp"

#include "analyzers/structure/phrases.hpp"
#include "analyzers/structure/plain_text.hpp"

#include <algorithm>
#include <array>

namespace minutes {
namespace {

// What opens a block with limbs, in plain form; the full list of decision words is data/phrases.tsv.
constexpr std::array<std::string_view, 12> kBlockOpeners = {"resolved", "and resolved", "unanimously resolved", "it was resolved", "agreed:", "agreed -",
                                                             "agreed to", "agreed that", "recommended", "ordered", "decision", "penderfynwyd"};

/// A longer paragraph that ends in "proposed by .., seconded by .." is talk with a vote in it.
constexpr std::size_t kMaxOutcome = 500;

/// A line that only announces what follows: it ends in a colon or dash.
bool is_lead_in(PlainText text) {
    const std::string_view plain = text.text;
    if (plain.size() > 400 || plain.empty()) return false;
    std::size_t end = plain.size();
    while (end > 0 && (plain[end - 1] == '-' || plain[end - 1] == ' ')) --end;
    const bool announces = end < plain.size() || (end > 0 && plain[end - 1] == ':');
    return announces && (has_phrase(PhraseClass::lead_in, text) || (count_words(plain) <= 8 && !has_phrase(PhraseClass::verb, text)));
}

bool is_formal(std::string_view title_plain) {
    return opening_size(PhraseClass::title_procedural, title_plain) != 0 || has_phrase(PhraseClass::title_procedural, title_plain);
}

/// "There were 3 members of the public present": of the attendance, or below another title formal business.
bool is_attendance_title(std::string_view title_plain) {
    return title_plain.empty() || has_phrase(PhraseClass::title_attendance, title_plain) || title_plain.find("attendance") != std::string_view::npos ||
           title_plain.find("apolog") != std::string_view::npos || title_plain.find("welcome") != std::string_view::npos;
}

/// A decision by "the committee agreed ..." needs that it is no opinion: "agreed that it was important".
bool is_opinion(std::string_view plain) {
    const std::string_view start = plain.substr(0, 160);
    for (const std::string_view opinion : {"agreed that this was", "agreed that it was important", "agreed that there was", "agreed that it was reasonable"})
        if (start.find(opinion) != std::string_view::npos) return true;
    return false;
}

/// "The strategy for adoption be approved.": an outcome whose "RESOLVED that" was lost.
bool is_bare_resolution(PlainText text) {
    constexpr std::array<std::string_view, 8> kOutcomes = {"approved", "noted", "agreed", "adopted", "endorsed", "accepted", "confirmed", "received"};
    const std::string_view plain = text.text;
    if (plain.size() > 300 || !plain.starts_with("the ")) return false;
    const std::size_t at = resolving_be(plain);
    if (at == std::string_view::npos || has_phrase(PhraseClass::verb, text) || has_phrase(PhraseClass::speech, text)) return false;
    const std::string_view outcome = plain.substr(at + 4);
    return std::any_of(kOutcomes.begin(), kOutcomes.end(), [&](std::string_view word) { return outcome.starts_with(word); });
}

}  // namespace

std::size_t resolving_be(std::string_view plain) {
    constexpr std::array<std::string_view, 10> kAuxiliaries = {" to", " would", " will", " could", " should", " can", " may", " might", " must", " not"};
    for (std::size_t at = plain.find(" be "); at != std::string_view::npos; at = plain.find(" be ", at + 1)) {
        const std::string_view before = plain.substr(0, at);
        if (std::none_of(kAuxiliaries.begin(), kAuxiliaries.end(), [&](std::string_view word) { return before.ends_with(word); })) return at;
    }
    return std::string_view::npos;
}

bool opens_decision(PlainText text) {
    const std::string_view plain = text.text;
    return std::any_of(kBlockOpeners.begin(), kBlockOpeners.end(), [&](std::string_view opener) {
        if (plain.empty() || plain[0] != opener[0] || !plain.starts_with(opener)) return false;
        return plain.size() == opener.size() || !is_small(plain[opener.size()]);
    }) || has_phrase(PhraseClass::resolving, text);
}

bool opens_action(PlainText plain) { return has_phrase(PhraseClass::action, {plain.text.substr(0, 40), plain.classes}); }

bool is_attendance_note(PlainText plain) {
    return plain.text.size() < 200 && has_phrase(PhraseClass::attendance_note, plain) && !has_phrase(PhraseClass::speech, plain);
}

PassageKind kind_of(PlainText text, std::string_view title_plain) {
    const std::string_view plain = text.text;
    const auto has = [&](PhraseClass phrase_class) { return has_phrase(phrase_class, text); };
    if (opens_action(text)) return PassageKind::action;
    if (has(PhraseClass::close)) return PassageKind::procedural;
    if (opens_decision(text)) return PassageKind::decision;
    if (is_attendance_note(text)) return is_attendance_title(title_plain) ? PassageKind::attendance : PassageKind::procedural;
    if (is_lead_in(text)) return PassageKind::procedural;
    if (has(PhraseClass::decision) && !is_opinion(plain)) return PassageKind::decision;
    if (is_bare_resolution(text)) return PassageKind::decision;
    if (plain.size() <= kMaxOutcome && has(PhraseClass::outcome)) return PassageKind::decision;
    if (plain.size() < 200 && has(PhraseClass::vote)) return PassageKind::decision;
    if (has(PhraseClass::procedural) || (plain.starts_with("no ") && count_words(plain) <= 7)) return PassageKind::procedural;
    if (is_formal(title_plain) && !has(PhraseClass::speech)) return PassageKind::procedural;
    return PassageKind::discussion;
}

PassageKind item_kind(const Item& item) {
    for (const PassageKind kind : {PassageKind::discussion, PassageKind::decision, PassageKind::action})
        for (const Passage& passage : item.passages)
            if (passage.kind == kind) return kind == PassageKind::action ? PassageKind::discussion : kind;
    for (const Passage& passage : item.passages)
        if (passage.kind != PassageKind::agenda_note) return passage.kind;
    return item.passages.empty() ? PassageKind::procedural : item.passages.front().kind;
}

}  // namespace minutes
