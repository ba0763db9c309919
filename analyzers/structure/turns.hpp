#pragma once

#include "analyzers/structure/lines.hpp"
#include "analyzers/structure/turn_label.hpp"

#include <vector>

namespace minutes {

/// A line that opens a turn, and whose it is. The spans index the document's text.
struct TurnLine {
    std::size_t line = 0;      ///< index in Lines::list
    Span question, speaker, stamp, tag;
    std::uint32_t text = 0;    ///< where the words spoken begin; the line's end if they stand below
    std::size_t run = 0;       ///< one more than the index of the turn that it goes on with, or of itself: captions print the speaker again and again
};

/// The turns of a document, should it be a transcript, and how well it reads as one.
struct Turns {
    std::vector<TurnLine> list;   ///< in order
    bool cues = false;            ///< captions: a turn goes on over cue numbers and times
    double score = 0;             ///< 0..1; 0 for minutes with a few such lines
};

/// Finds "Speaker: utterance". A transcript has several speakers who come again and talk in the first and second
/// person; a list of names, "Action:" and "Councillor Hay: apologies" are none. O(text).
[[nodiscard]] Turns find_turns(std::string_view text, const Lines& lines);

/// The turn that a line opens, by its bytes or its index, or null. O(log turns).
[[nodiscard]] const TurnLine* turn_in(const Turns& turns, Span at);
[[nodiscard]] const TurnLine* turn_at(const Turns& turns, std::size_t line);

}  // namespace minutes
