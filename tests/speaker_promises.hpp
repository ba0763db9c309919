#pragma once

#include "analyzers/meeting.hpp"

#include <string>

namespace minutes::test {

/// What docs/segmentation.md promises of speakers and a speaker of the meeting breaks, each with the passage; "" for none.
[[nodiscard]] std::string broken_promises(const Document& doc, const Meeting& meeting);

}  // namespace minutes::test
