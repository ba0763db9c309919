#pragma once

#include <string>
#include <string_view>

namespace minutes {

/// Whether text is WebVTT or SubRip: captions with the times at which they are shown.
[[nodiscard]] bool is_captions(std::string_view text);

/// What is said in captions, as a transcript: "Ann Oak: Good evening." a paragraph for each turn. A turn begins where a caption names
/// another voice or begins with a label; unnamed speech is broken into paragraphs at sentences. Times, numbers, notes and marks
/// of style are left out. O(text).
[[nodiscard]] std::string captions_text(std::string_view text);

}  // namespace minutes
