#pragma once

#include "analyzers/structure/phrases.hpp"
#include "analyzers/structure/section_builder.hpp"

namespace minutes {

/// Deals with a label line ("Minutes:", "Present:", "Decision: text"); false when the line is text after all.
[[nodiscard]] bool take_label(SectionBuilder& b, const Line& line, const Label& label);

/// "PRESENT      A Hay    AH", "PRESENT \u2013 Cllrs Hay and Ford": a list whose label stands in a column of its own or before a dash.
[[nodiscard]] bool opens_columns(std::string_view content);

/// Opens a list of who was there, or goes on with the one that is open.
void start_attendance(SectionBuilder& b, const Line& line);

/// Whether a label speaks of presence itself ("Also present"), not of groups below it ("Councillors").
[[nodiscard]] bool is_strong_attendance(std::string_view plain);

}  // namespace minutes
