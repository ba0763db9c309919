#pragma once

#include "analyzers/meeting.hpp"

namespace minutes {

/// Fifth stage: fills Item::outcomes from the decisions and tasks of the passages, with movers, votes, owners and days due.
/// People are resolved as speakers are. O(text).
[[nodiscard]] Meeting with_outcomes(const Document& doc, Meeting meeting);

/// Sixth stage: fills Item::exchanges from the turns of the speakers. O(turns), but for a bounded look around each question.
[[nodiscard]] Meeting with_exchanges(const Document& doc, Meeting meeting);

}  // namespace minutes
