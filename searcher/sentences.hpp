#pragma once

#include "corpus/span.hpp"

#include <cstddef>
#include <string_view>

namespace minutes {

/// Whether a sentence ends before the white space at `space`: after a full stop, question or exclamation mark (brackets
/// and quotation marks may follow it), but not after a word that is shortened ("Mr. Oakenshaw", "A. Dimmock", "No. 7").
[[nodiscard]] bool ends_sentence(std::string_view text, std::size_t space);

/// The sentence or sentences that hold `hit`, without the white space around them; at most kLongestSentence bytes on each
/// side, for a text may have no sentences at all.
inline constexpr std::size_t kLongestSentence = 4096;
[[nodiscard]] Span sentence_around(std::string_view text, Span hit);

}  // namespace minutes
