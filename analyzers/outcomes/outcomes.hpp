#pragma once

#include "analyzers/meeting.hpp"
#include "analyzers/people/lexed_text.hpp"

namespace minutes {

/// Fifth stage: fills Item::outcomes from the decisions and tasks of the passages, with movers, votes, owners and days due.
/// People are resolved as speakers are. O(text).
[[nodiscard]] Meeting with_outcomes(const LexedText& text, Meeting meeting);

/// Sixth stage: fills Item::exchanges from the turns of the speakers. O(turns), but for a bounded look around each question.
[[nodiscard]] Meeting with_exchanges(const Document& doc, Meeting meeting);

}  // namespace minutes
