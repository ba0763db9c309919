#pragma once

#include "analyzers/outcomes/motions.hpp"
#include "analyzers/outcomes/tasks.hpp"
#include "analyzers/outcomes/votes.hpp"
#include "analyzers/speech/resolver.hpp"

#include <vector>

namespace minutes {

/// Names whoever moved and seconded in the row, where it names nobody yet: as the list prints them, else as printed.
void put_motion(Outcome& row, const MinuteText& minute, const Resolver& resolver, const Motion& motion);

/// Puts a vote to a row. One in words ("carried") gives way to one in numbers, and its words are kept.
void put_vote(Outcome& row, const MinuteText& minute, const Resolver& resolver, const VoteAt& vote);

/// Whether a vote tells numbers or names, not only words.
[[nodiscard]] bool has_numbers(const Vote& vote);

[[nodiscard]] Outcome task_row(const Passage& passage, std::size_t place, const MinuteText& minute, const Task& task, const Resolver& resolver, const Meeting& meeting);

/// The bytes of a range, cut where the passage is cut.
[[nodiscard]] std::vector<Span> parts_of(const Passage& passage, const MinuteText& minute, Range range);

}  // namespace minutes
