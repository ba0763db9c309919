#pragma once

#include "analyzers/tokens.hpp"

namespace minutes {

/// tokenise() without its fast path for simple text: the slow, plain definition that tests compare it with.
[[nodiscard]] Tokens tokenise_by_icu(std::string_view text);

}  // namespace minutes
