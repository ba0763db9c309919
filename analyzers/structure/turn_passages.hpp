#pragma once

#include "analyzers/structure/passages.hpp"
#include "analyzers/structure/turns.hpp"

namespace minutes {

/// Whether somebody speaks in the section of a transcript.
[[nodiscard]] bool holds_turns(const Section& section);

/// A passage a turn, long ones by paragraph. Each has one Speaker with the rule "utterance", whose surface is the words
/// of the label; in the later passages of a turn it is empty, the attribution is inherited and the evidence the label.
/// Who that is, is for with_utterances() to find. O(bytes of the section).
[[nodiscard]] SectionPassages build_turn_passages(std::string_view text, const Section& section, const Turns& turns);

}  // namespace minutes
