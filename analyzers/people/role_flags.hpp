#pragma once

#include "analyzers/meeting.hpp"

#include <string_view>
#include <vector>

namespace minutes {

/// What the words of a title add to its role: "Interim Director", "Acting Head of Roads", "Deputy Clerk", "Director
/// (Acting)". Only words before the noun of the title or behind it in brackets or a dash count: a "Head of Interim Care" is
/// permanent, and a "Director of People and Deputy Chief Executive" no deputy director. "Assistant" is no flag: an
/// Assistant Director has a role of his own.
[[nodiscard]] RoleFlags flags_of_title(std::string_view title);

[[nodiscard]] RoleFlags operator|(RoleFlags a, RoleFlags b);

/// The flags that are set, as they are printed: interim, acting, deputy.
[[nodiscard]] std::vector<std::string_view> names_of(RoleFlags flags);

}  // namespace minutes
