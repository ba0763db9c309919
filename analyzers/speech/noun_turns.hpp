#pragma once

#include "analyzers/speech/clause.hpp"
#include "analyzers/speech/reported_speech.hpp"

#include <cstddef>
#include <optional>

namespace minutes {

/// The turn that a noun tells, without a verb of speech: "There was some concern that ...", "The view of Councillor Hay was that",
/// "According to the Clerk, ...". The word at `i` is "there", "view", "opinion" or "according". O(1).
[[nodiscard]] std::optional<Turn> noun_turn_at(const Clause& clause, std::size_t i);

}  // namespace minutes
