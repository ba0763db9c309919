#include "analyzers/speech/decision_words.hpp"

#include "analyzers/people/patterns.hpp"

#include <algorithm>

namespace minutes {
namespace {

const WordSet kMinutes = {"minutes", "record", "notes"};

bool is_decision_marker(const Lexeme& lexeme) {
    return is_one_of(lexeme.form, {"resolved", "resolution", "agreed", "decision", "decided", "recommended", "ordered", "penderfynwyd", "carried"}) && (lexeme.upper || lexeme.capital);
}

}  // namespace

std::size_t marker_length(const Lexemes& lexemes, Range range) {
    for (std::size_t i = range.begin; i < std::min(range.end, range.begin + 4); ++i) {
        if (is_decision_marker(lexemes[i])) return i + 1 - range.begin;
        if (!is_one_of(lexemes[i].form, {"it", "was", "and", "the", "is", "\"", "accordingly", "unanimously"})) return 0;
    }
    return 0;
}

bool approves_minutes(const Lexemes& lexemes) {
    const auto opens = std::find_if(lexemes.begin(), lexemes.end(), [](const Lexeme& lexeme) { return kMinutes.has(lexeme); });
    if (opens - lexemes.begin() >= 6 || lexemes.size() >= 80) return false;
    bool minutes = false, passive = false, approved = false, negative = false;
    for (const Lexeme& lexeme : lexemes) {
        minutes = minutes || kMinutes.has(lexeme);
        passive = passive || is_one_of(lexeme.form, {"were", "was", "be"});
        approved = approved || is_one_of(lexeme.form, {"agreed", "approved", "confirmed", "accepted", "adopted", "signed"});
        negative = negative || is_one_of(lexeme.form, {"not", "deferred", "apologies"});
    }
    return minutes && passive && approved && !negative;
}

}  // namespace minutes
