#include "analyzers/speech/floor.hpp"

#include "analyzers/people/patterns.hpp"
#include "analyzers/speech/attribution_rules.hpp"

#include <algorithm>

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
    const Span words = span_of(lexemes, sentence);
    const bool goes_on = !opens_debate(lexemes, sentence);
    for (const Speaker& speaker : speakers) {
        if (!names_speaker(speaker) || speaker.surface.empty() || speaker.role == Role::member || speaker.role == Role::committee) continue;
        if (words.contains(speaker.surface) || goes_on) speaker_ = speaker;
    }
    if (!speaker_) return;
    speaker_->attribution = Attribution::inherited;
    speaker_->rule = id_of(Rule::lead_in);
    speaker_->evidence = speaker_->surface;
    speaker_->surface = {};
}

bool Floor::inherit(const Passage& passage, const Lexemes& lexemes, std::vector<Speaker>& speakers) {
    if (!speaker_) return false;
    const bool bullet = !passage.marker.empty() || !passage.number.empty() || !lexemes.front().capital;
    if (!bullet || passage.kind == PassageKind::procedural || std::any_of(speakers.begin(), speakers.end(), names_speaker)) {
        speaker_.reset();
        return false;
    }
    std::erase_if(speakers, [](const Speaker& speaker) { return speaker.role == Role::unattributed; });
    speakers.push_back(*speaker_);
    return true;
}

}  // namespace minutes
