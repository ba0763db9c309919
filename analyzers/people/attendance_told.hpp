#pragma once

#include "analyzers/people/attendance_list.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace minutes {

/// The people of sentences that tell who was there: "Present at the meeting were ...", "Also in attendance were ...", and, if
/// `of_attendance` is set, "County Councillor Dale was in attendance", "Councillor White attended the meeting in accordance with ...",
/// "Mr Hay chaired the meeting". Where there are such sentences `rest` is what the
/// others hold, so that no list reads them again. O(lexemes).
[[nodiscard]] std::vector<Attendee> take_told(std::string_view text, const Lexemes& lexemes, bool of_attendance, const ListContext& context, std::optional<Lexemes>& rest);

}  // namespace minutes
