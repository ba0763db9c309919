#pragma once

#include "analyzers/speech/mentions.hpp"

#include <optional>
#include <vector>

namespace minutes {

/// One turn of speech as a sentence tells it, before anybody knows who the person is.
struct Turn {
    std::optional<Mention> by;       ///< the words that name the speaker; none if the sentence names nobody
    Role role = Role::unattributed;  ///< when nobody is named: member, committee or unattributed
    Act act = Act::statement;
    Attribution attribution = Attribution::explicit_;
    Range surface;                   ///< the words that stand for the speaker: "The DCS", "It was questioned"
    std::size_t verb = 0;            ///< the word that tells the turn: its verb, or the cue "In response to"
    bool moves = false;              ///< proposes or seconds a motion
    bool reply = false;              ///< "In response, ..."
    bool reports_to_listeners = false;  ///< "Members were informed that": whoever had the floor goes on
    bool cue = false;                ///< a question told of in passing: "In response to a question about fees"
};

/// The turns of one sentence, in order. `mentions` are those of this sentence. Mention is not speech: posts behind
/// prepositions, in "that" clauses, in the pluperfect ("had said"), as authors, topics and owners give no turn.
/// O(sentence) up to a bounded look around each verb.
[[nodiscard]] std::vector<Turn> turns_of(const Lexemes& lexemes, Range sentence, const std::vector<Mention>& mentions);

/// Who is invited to speak or asked, so goes on as he or she in the next sentence: "The Chair invited Ms Hay to speak. She said".
[[nodiscard]] std::optional<Mention> invited_in(const Lexemes& lexemes, Range sentence, const std::vector<Mention>& mentions);

}  // namespace minutes
