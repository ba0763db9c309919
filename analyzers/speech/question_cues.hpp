#pragma once

#include "analyzers/speech/clause.hpp"
#include "analyzers/speech/reported_speech.hpp"

#include <vector>

namespace minutes {

/// What the openings of a sentence say of a question that came before it: "In response to a question from Mr Hay, ...",
/// "With regard to concerns about fees, ...", "When asked, ...", "In response, ...".
struct QuestionCues {
    std::vector<Turn> asked;  ///< the questions, as turns: by whom they name, else by the members
    bool reply = false;       ///< what follows answers somebody
};

[[nodiscard]] QuestionCues question_cues(const Clause& clause);

}  // namespace minutes
