#pragma once

#include "analyzers/meeting.hpp"

namespace minutes {

/// Third stage: fills `people` from the attendance passages (and apologies), and the chair where the list names one.
[[nodiscard]] Meeting with_people(const Document& doc, Meeting meeting);

}  // namespace minutes
