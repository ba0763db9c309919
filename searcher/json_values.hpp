#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace minutes {

// What is not known is null in every JSON answer.

/// Null for "".
[[nodiscard]] inline nlohmann::ordered_json or_null(std::string_view value) { return value.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(value); }

[[nodiscard]] inline nlohmann::ordered_json or_null(const std::optional<std::uint32_t>& number) { return number ? nlohmann::ordered_json(*number) : nlohmann::ordered_json(nullptr); }

/// Null for 0: the file has no pages.
[[nodiscard]] inline nlohmann::ordered_json page_json(std::uint32_t page) { return page > 0 ? nlohmann::ordered_json(page) : nlohmann::ordered_json(nullptr); }

}  // namespace minutes
