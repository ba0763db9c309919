#pragma once

#include "analyzers/meeting.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace minutes {

class Reader;

/// One title as printed, and what stands in the index under it. Empty where no post is printed ("Members", a name alone).
struct TitleRow {
    std::string title;
    RoleFlags flags = {};
    std::uint64_t turns = 0;         ///< of speech that were given the role because of it
    std::uint64_t people = 0;        ///< entries of attendance lists, of those absent too: a person counts at every meeting
};

/// A canonical role and the literal titles that led to it.
struct RoleRow {
    Role role = Role::unattributed;
    std::uint64_t turns = 0, people = 0;
    std::vector<TitleRow> titles;    ///< most turns first, then most people, then by title
};

inline constexpr std::size_t kResolutions = static_cast<std::size_t>(Resolution::unnamed) + 1;

struct RoleTable {
    std::vector<RoleRow> roles;      ///< in the order of Role, those that occur
    std::uint64_t turns = 0;
    std::array<std::uint64_t, kResolutions> by_resolution{};  ///< turns, in the order of Resolution
};

/// What a researcher needs to audit the roles. A turn or list that stands in two files counts once. O(passages).
[[nodiscard]] RoleTable role_table(Reader& reader);

}  // namespace minutes
