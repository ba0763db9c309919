#pragma once

#include "analyzers/meeting.hpp"
#include "analyzers/people/lexed_text.hpp"

namespace minutes {

/// Third stage: fills `people` from the attendance passages (and apologies), and the chair where the list names one.
[[nodiscard]] Meeting with_people(const LexedText& text, Meeting meeting);

}  // namespace minutes
