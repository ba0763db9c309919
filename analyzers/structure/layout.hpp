#pragma once

#include "analyzers/structure/lines.hpp"
#include "analyzers/structure/turns.hpp"

namespace minutes {

/// A family of documents and how its pages are read. All are read by the same steps; these switches differ.
struct Layout {
    std::string_view name;        ///< static storage; "unknown" when no detector is convinced
    bool single_item = false;     ///< one agenda item: the first line is its title, no other line is
    bool bare_titles = false;     ///< titles may stand without numbers
    bool labelled = false;        ///< "Minutes:" stands between agenda note and minute
    std::size_t minutes_labels = 0;  ///< lines that are the label "Minutes:"
    bool agenda_only = false;     ///< nothing has happened yet: all text is agenda notes
    bool minute_numbers = false;  ///< agenda numbers and minute numbers; the minute number counts
    bool double_spaced = false;   ///< paragraphs are two blank lines apart, one blank line holds a group together
    bool wrapped = false;         ///< lines are broken by width: adjacent lines are one paragraph
    bool dense = false;           ///< no blank line anywhere: a gap tells nothing
    const Turns* turns = nullptr;  ///< of a transcript, who speaks from which line on; null for all else
};

struct LayoutChoice {
    Layout layout;
    std::vector<LayoutScore> scores;  ///< of every detector, best first
};

/// The family that fits best. One pass over the lines. The layout of a transcript points to `turns`, which must outlive it.
[[nodiscard]] LayoutChoice choose_layout(std::string_view text, const Lines& lines, const Turns& turns);

}  // namespace minutes
