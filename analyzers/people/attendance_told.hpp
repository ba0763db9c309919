#pragma once

#include "analyzers/people/attendance_list.hpp"

#include <string_view>
#include <vector>

namespace minutes {

/// The people of sentences that tell who was there: "Present at the meeting were ...", "Also in attendance were ...", and, if
/// `of_attendance` is set, "County Councillor Dale was in attendance", "Councillor White attended the meeting in accordance with ...",
/// "Mr Hay chaired the meeting". These sentences are taken out of `lexemes`, so that no list reads them again. O(lexemes).
[[nodiscard]] std::vector<Attendee> take_told(std::string_view text, Lexemes& lexemes, bool of_attendance, const ListContext& context);

}  // namespace minutes
