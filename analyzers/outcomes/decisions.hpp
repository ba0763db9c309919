#pragma once

#include "analyzers/outcomes/minute_text.hpp"

#include <vector>

namespace minutes {

/// One decision of a passage before it is split into limbs.
struct Decision {
    Outcome::Kind kind = Outcome::Kind::resolved;
    Range at;         ///< from the words that mark it to its end
    Range text;       ///< without the mark: "That the report be noted"; empty if the mark stands alone ("AND AGREED")
    bool marked = true;   ///< by words of its own; else the passage is known to be a decision by how it stands
};

/// The decisions of a passage, in order, disjoint: "RESOLVED – That ...", "It was agreed to ...", "the Committee noted the
/// report". A passage known to be a decision whose words mark none is one decision as a whole. "The issue was resolved",
/// "once resolved", "unresolved", "officers agreed to" and opinions ("agreed that it was important") decide nothing.
[[nodiscard]] std::vector<Decision> decisions_in(const MinuteText& minute, bool is_decision);

/// What the words of one limb make of the kind of its block: "That the report be noted" is noted, "That Council be
/// recommended to ..." and "to recommend to Cabinet" are recommended.
[[nodiscard]] Outcome::Kind kind_of_limb(Outcome::Kind block, const Lexemes& lexemes, Range limb);

}  // namespace minutes
