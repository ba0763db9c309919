#pragma once

#include "analyzers/speech/clause.hpp"

#include <vector>

namespace minutes {

/// Somebody takes or leaves the chair of the meeting: "In the absence of the Chairman, Councillor Hay took the Chair".
struct ChairChange {
    const Mention* who;      ///< one of the clause's mentions
    Range words;             ///< from the person to the end of the wording
    bool leaves = false;     ///< nobody is said to be in the chair from here on
    bool elects = false;     ///< to the chair of this body, if the heading above speaks of the chair; else perhaps of another
    bool for_item = false;   ///< only until the item ends: "for this item"
};

/// The changes that one sentence tells, in order; the wordings are rows of data/chair_changes.tsv. O(sentence).
[[nodiscard]] std::vector<ChairChange> chair_changes(const Clause& clause);

}  // namespace minutes
