#pragma once

#include <cstddef>
#include <string_view>

namespace minutes {

/// Whether the whole of a plain form is a title that data/phrases.tsv knows, perhaps with a year or a little more behind it:
/// "police report", "chairman's report 2019", "correspondence and emails".
[[nodiscard]] bool is_known_title(std::string_view plain);

/// Bytes of a known title at the start of `line`, also behind the task of an agenda ("To receive apologies for absence"); 0 if
/// none stands there.
[[nodiscard]] std::size_t known_title_size(std::string_view line);

}  // namespace minutes
