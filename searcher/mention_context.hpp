#pragma once

#include "searcher/mentions.hpp"

#include <string_view>

namespace minutes {

/// Sets left, match and right of a line whose record and span are known. `before`, `after`: the rest of the item, where
/// that is the context.
void set_context(KwicLine& line, const MentionsOptions& options, std::string_view before, std::string_view after);

}  // namespace minutes
