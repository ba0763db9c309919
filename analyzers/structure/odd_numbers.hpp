#pragma once

#include "analyzers/structure/number_runs.hpp"

#include <string_view>

namespace minutes {

/// Numbers that are no numbers elsewhere: the year and an item that counts up ("21.44 ELECTION OF CHAIR", "21.45 APOLOGIES"),
/// or an item and its year ("1.19 - Chair", "2.19 - Vice Chair"). 3.1 and 3.2 of one item are sentences.
[[nodiscard]] std::vector<NumberedLine> year_items(std::string_view text, const Lines& lines);

/// "1Appointment of Chair", "2Apologies": cells of a table that were glued. At least three that count up, on short lines.
[[nodiscard]] std::vector<NumberedLine> glued_items(std::string_view text, const Lines& lines);

/// A text with one numbered title in capitals or known as a title, as short ones on the web are.
[[nodiscard]] std::vector<NumberedLine> only_title(std::string_view text, const Lines& lines, const std::vector<NumberedLine>& all);

/// A run of "18.03.3" with the numbers of the same month that are printed otherwise: "18.3.10", "18.03.3A".
[[nodiscard]] std::vector<NumberedLine> with_other_months(std::string_view text, const Lines& lines, std::vector<NumberedLine> run);

}  // namespace minutes
