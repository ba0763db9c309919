#pragma once

#include "analyzers/meeting.hpp"
#include "analyzers/people/lexemes.hpp"
#include "analyzers/people/patterns.hpp"

#include <string_view>
#include <vector>

namespace minutes {

/// Who speaks in "it was <verb>".
enum class Agentless { none, member, nobody, committee, heard };

/// How a verb form stands in its clause.
enum class VerbUse { past, adjective, base, present, told, did };

/// One row of analyzers/data/speech_verbs.tsv for one verb form.
struct SpeechVerb {
    Words near;       ///< one of these must stand within seven words behind the verb; empty: no condition
    Words directly;   ///< or directly behind it
    Act act = Act::statement;
    Agentless agentless = Agentless::none;
    VerbUse use = VerbUse::past;
};

/// The rows of a verb form in the order of the table; empty if it is no verb of speech.
[[nodiscard]] const std::vector<SpeechVerb>& speech_verbs(std::string_view form);

/// The words that have any.
extern const WordSet kSpeechVerbs;

[[nodiscard]] inline bool is_speech_verb(const Lexeme& lexeme) { return kSpeechVerbs.has(lexeme); }

}  // namespace minutes
