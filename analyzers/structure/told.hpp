#pragma once

#include <string_view>

namespace minutes {

/// Whether a line records what happened, by its opening words and a verb in the past: "The Chair thanked ...", "There were no
/// declarations". An agenda asks, reminds and invites. `plain` is the line's plain form; only its first bytes are read. O(1).
[[nodiscard]] bool tells_what_happened(std::string_view plain);

}  // namespace minutes
