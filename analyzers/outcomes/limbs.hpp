#pragma once

#include "analyzers/people/lexemes.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace minutes {

/// A limb of a decision: "a", "2", "iv"; "1(a)" for a limb within a limb; empty for a bullet or the whole.
struct Limb {
    std::string label;
    Range at;  ///< without its mark
};

/// The limbs of a decision's text, in order: (1) (2), (a) (b), i) ii), "a." at the start of lines, bullets. A run starts
/// with its first label and goes on in order, so that "(2) above" and "paragraph (b)" open nothing. Limbs within a limb
/// stay part of it, unless it only announces them ("(1) That:") and each opens a sentence. Text before the first limb is
/// a limb without label if it is a sentence, else it belongs to none. Conditions and reasons are part of one decision. No limbs: one, without label. O(range).
/// `first` is the label that stands before the range, as the number of its passage; may be empty.
[[nodiscard]] std::vector<Limb> limbs_of(std::string_view text, const Lexemes& lexemes, Range range, std::string_view first = {});

}  // namespace minutes
