#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace minutes {

/// A time in which nothing happens: between two days on which something does.
struct Silence {
    std::string from, to;           ///< YYYY-MM-DD; empty: there are no two days
    std::uint32_t days = 0;

    bool operator==(const Silence&) const = default;
};

/// The silences of more than `longer_than` days between days in ascending order (YYYY-MM-DD each), in that order.
[[nodiscard]] std::vector<Silence> silences(const std::set<std::string>& days, std::uint32_t longer_than = 0);

/// The longest of them, the first of equals; with 0 days when there is none.
[[nodiscard]] Silence longest_silence(const std::set<std::string>& days);

/// Days from one day to a later one, both YYYY-MM-DD; 0 when they are no days or run backwards.
[[nodiscard]] std::uint32_t days_between(std::string_view from, std::string_view to);

}  // namespace minutes
