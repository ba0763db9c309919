#pragma once

#include "indexer/record.hpp"

#include <string>

namespace minutes {

/// Texts about a passage that stand outside it and whose words are evidence in a ranking. Their words are terms of their
/// own on disk (kSpeakerWordsPrefix, kMeetingWordsPrefix) and never count as occurrences.

/// Who speaks in the passage: names, posts as printed, surfaces and roles, each once.
[[nodiscard]] std::string speaker_words(const Record& record);

/// Where and when: council, committee, year and the month's name.
[[nodiscard]] std::string meeting_words(const Record& record);

}  // namespace minutes
