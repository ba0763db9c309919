#pragma once

#include "analyzers/meeting.hpp"
#include "analyzers/people/lexed_text.hpp"

namespace minutes {

/// Fourth stage: fills the speakers of every passage, resolving persons against this meeting's people only.
[[nodiscard]] Meeting with_speakers(const LexedText& text, Meeting meeting);

}  // namespace minutes
