#pragma once

#include "analyzers/outcomes/minute_text.hpp"

#include <optional>
#include <vector>

namespace minutes {

/// Who moved and who seconded one motion, and where the text says so.
struct Motion {
    std::optional<Mention> mover, seconder;
    bool formal = false;  ///< seconded, or moved: "Councillor Hay proposed a visit" alone may be no more than an idea
    Range at;             ///< from the first word that tells to the last
};

/// All motions of a passage, in order: "Proposed by A, seconded by B", "A moved, B seconded", "on the motion of A",
/// "(Prop. AB, Sec. CD)", "A, seconded by B, moved". Words and their places: data/outcome_words.tsv. O(passage).
[[nodiscard]] std::vector<Motion> motions_in(const MinuteText& minute);

}  // namespace minutes
