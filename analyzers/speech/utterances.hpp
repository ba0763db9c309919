#pragma once

#include "analyzers/meeting.hpp"

namespace minutes {

/// Says who speaks in the turns of a transcript (rule "utterance"): by the label's own post, else by the list of people,
/// else by an earlier label of the same person that prints a post, else by the words ("Chair", "Clerk"). A name that
/// nobody knows keeps its person and stays unattributed; two who fit are `ambiguous`. A turn asks when it ends in a
/// question or consists mostly of them, and answers when somebody else has just asked. All other passages stay as they
/// are. O(text).
[[nodiscard]] Meeting with_utterances(const Document& doc, Meeting meeting);

}  // namespace minutes
