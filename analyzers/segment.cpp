#include "analyzers/segment.hpp"

#include "analyzers/people/attendance.hpp"
#include "analyzers/people/word_sets.hpp"
#include "analyzers/facts/facts.hpp"
#include "analyzers/outcomes/outcomes.hpp"
#include "analyzers/report.hpp"
#include "analyzers/speech/speech.hpp"
#include "analyzers/speech/utterances.hpp"
#include "analyzers/structure/structure.hpp"
#include "analyzers/zones.hpp"

namespace minutes {

Segmented segment(const Document& doc, const Given& given) {
    forget_words();
    Segmented segmented = find_structure(doc);
    const CouncilsOfText councils(doc.text);
    LexedText text(doc);
    for (Meeting& meeting : segmented.meetings) {
        meeting = with_speakers(text, with_people(text, with_facts(doc, std::move(meeting), given, councils)));
        meeting = with_zones(doc.text, with_utterances(doc, std::move(meeting)));
        meeting = with_exchanges(doc, with_outcomes(text, std::move(meeting)));
        text.forget();
    }
    for (Problem& problem : problems_of(report_of(doc.text, segmented))) segmented.problems.push_back(std::move(problem));
    return segmented;
}

}  // namespace minutes
