#pragma once

#include "analyzers/meeting.hpp"
#include "analyzers/people/lexed_text.hpp"

#include <vector>

namespace minutes {

/// People whom the text itself introduces by name and post as they speak or are welcomed:
/// "Andrew Hay, Chair of the Improvement Board, gave a presentation". Nobody who is only mentioned, praised or quoted.
/// In order of appearance, each once; status in_attendance. O(text).
[[nodiscard]] std::vector<Person> introduced_people(const LexedText& text, const Meeting& meeting);

}  // namespace minutes
