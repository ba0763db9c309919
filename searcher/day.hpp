#pragma once

#include <cstdint>
#include <string_view>

namespace minutes {

/// Days from one day to a later one, both YYYY-MM-DD; 0 when they are no days or run backwards.
[[nodiscard]] std::uint32_t days_between(std::string_view from, std::string_view to);

}  // namespace minutes
