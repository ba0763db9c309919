#pragma once

#include "analyzers/phrases.hpp"
#include "analyzers/section_builder.hpp"

namespace minutes {

/// Deals with a label line ("Minutes:", "Present:", "Decision: text"); false when the line is text after all.
[[nodiscard]] bool take_label(SectionBuilder& b, const Line& line, const Label& label);

}  // namespace minutes
