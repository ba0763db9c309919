#pragma once

#include "analyzers/speech/clause.hpp"

#include <cstddef>

namespace minutes {

/// Whom the word at `i` says to move or second: "proposed by Cllr Hay", "Seconder: Cllr Croft", "On the proposal of Cllr Hay". Null if
/// it names nobody. The mention is the clause's own. O(1) looks into the clause.
[[nodiscard]] const Mention* mover_at(const Clause& clause, std::size_t i);

}  // namespace minutes
