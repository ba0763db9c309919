#pragma once

#include "searcher/people.hpp"

#include <string>
#include <string_view>

namespace minutes {

/// A printed name taken apart, in its own spelling.
struct PrintedName {
    std::string honorific, given, family;
    IdentityBasis identity = IdentityBasis::full_name;    ///< how well it tells people apart: full_name, initials or surname
    std::string key;                            ///< equal for the spellings of one name: "Cllr A. Hay", "Councillor A Hay"
};

[[nodiscard]] PrintedName take_apart(std::string_view name);

}  // namespace minutes
