#pragma once

#include "analyzers/meeting.hpp"

namespace minutes {

/// Fourth stage: fills the speakers of every passage, resolving persons against this meeting's people only.
[[nodiscard]] Meeting with_speakers(const Document& doc, Meeting meeting);

}  // namespace minutes
