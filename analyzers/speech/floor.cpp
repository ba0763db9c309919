#include "analyzers/speech/floor.hpp"

#include "analyzers/people/patterns.hpp"
#include "analyzers/speech/attribution_rules.hpp"
#include "analyzers/speech/speech_verbs.hpp"

#include <algorithm>
#include <utility>

namespace minutes {
namespace {

/// "The following points were raised:" opens a debate; "The main points were:" goes on with the presenter.
bool opens_debate(const Lexemes& lexemes, Range sentence) {
    for (std::size_t i = sentence.begin; i < sentence.end; ++i)
        if (is_one_of(lexemes[i].form, {"raised", "made", "comments", "questions", "members", "discussion", "debate", "asked", "queries"})) return true;
    return false;
}

bool names_speaker(const Speaker& speaker) { return speaker.attribution == Attribution::explicit_ && speaker.role != Role::unattributed; }

}  // namespace

void Floor::take(const Lexemes& lexemes, Range sentence, const std::vector<Speaker>& speakers) {
    speaker_.reset();
    heading_ = members_speak_ = false;
    const Span words = span_of(lexemes, sentence);
    const bool goes_on = !opens_debate(lexemes, sentence);
    for (const Speaker& speaker : speakers) {
        if (!names_speaker(speaker) || speaker.surface.empty()) continue;
        members_speak_ = members_speak_ || (speaker.role == Role::member && speaker.person.empty());
        const bool one_member = speaker.role == Role::member && !speaker.person.empty() && speakers.size() == 1;   // "Councillor Wood asked the following question:"
        if ((speaker.role == Role::member && !one_member) || speaker.role == Role::committee) continue;
        if (words.contains(speaker.surface) || goes_on) speaker_ = speaker;
    }
    if (!speaker_) return;
    speaker_->attribution = Attribution::inherited;
    speaker_->rule = id_of(Rule::lead_in);
    speaker_->evidence = speaker_->surface;
    speaker_->surface = {};
}

void Floor::take_heading(Speaker speaker) {
    if (speaker.role == Role::unattributed && members_speak_) speaker.role = Role::member;
    heading_ = speaker.role != Role::unattributed;
    speaker_.reset();
    if (!heading_) return;
    speaker.attribution = Attribution::inherited;
    speaker.rule = id_of(Rule::heading);
    speaker.evidence = speaker.surface;
    speaker.surface = {};
    speaker_ = std::move(speaker);
}

bool Floor::inherit(const Passage& passage, const Lexemes& lexemes, std::vector<Speaker>& speakers) {
    if (!speaker_) return false;
    const bool quoted = lexemes.front().form == "\"";
    const bool bullet = !passage.marker.empty() || !passage.number.empty() || !lexemes.front().capital;
    if (heading_ && inherit_from_heading(bullet, lexemes, speakers)) return true;
    if (!(bullet || quoted) || (passage.kind == PassageKind::procedural && !quoted) || std::any_of(speakers.begin(), speakers.end(), names_speaker)) {
        speaker_.reset();
        heading_ = false;
        return false;
    }
    std::erase_if(speakers, [](const Speaker& speaker) { return speaker.role == Role::unattributed; });
    speakers.push_back(*speaker_);
    return true;
}

bool Floor::inherit_from_heading(bool bullet, const Lexemes& lexemes, std::vector<Speaker>& speakers) const {
    const std::vector<SpeechVerb>& verbs = speech_verbs(lexemes.front().form);
    const bool unnamed = std::none_of(speakers.begin(), speakers.end(), names_speaker);
    if (verbs.empty() && !(bullet && (unnamed || lexemes.front().form == "with" || lexemes.front().form == "referring"))) return false;
    std::erase_if(speakers, [](const Speaker& speaker) { return speaker.role == Role::unattributed || speaker.attribution == Attribution::implied; });
    Speaker speaker = *speaker_;
    const bool asks = std::any_of(verbs.begin(), verbs.end(), [](const SpeechVerb& verb) { return verb.act == Act::question; });
    if (!verbs.empty()) speaker.act = asks ? Act::question : verbs.front().act;
    speakers.insert(speakers.begin(), std::move(speaker));
    return true;
}

}  // namespace minutes
