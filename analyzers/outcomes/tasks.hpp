#pragma once

#include "analyzers/facts/dates.hpp"
#include "analyzers/outcomes/minute_text.hpp"

#include <optional>
#include <string>
#include <vector>

namespace minutes {

/// A task that a passage gives somebody.
struct Task {
    Range at;               ///< all that was read
    Range text;             ///< without "ACTION:"
    Range owner;            ///< the words that name who does it; may be empty
    std::vector<Mention> owners;
    std::string due;        ///< YYYY-MM-DD, or the words; empty if not stated
};

/// The tasks of a passage, in order: "ACTION: Clerk to write by 31 March", "(Action: JS)", "Clerk to write to the school.",
/// the rows of a table "Action | Owner | Due". `is_action` says that the passage is known to be one: initials alone at its end
/// are its owner. `meeting_day` dates days without a year: the first such day after it. O(passage).
[[nodiscard]] std::vector<Task> tasks_in(const MinuteText& minute, bool is_action, const std::optional<Date>& meeting_day);

/// When the words of a range say that something is due; empty if they do not.
[[nodiscard]] std::string due_in(const MinuteText& minute, Range range, const std::optional<Date>& meeting_day);

}  // namespace minutes
