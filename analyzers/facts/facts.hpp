#pragma once

#include "analyzers/segment.hpp"

namespace minutes {

/// Second stage: fills council, committee, date, start, end, venue and chair from the head, the close, the whole text.
/// `doc.text` is searched for e-mail domains and URLs. What the text does not say stays empty.
[[nodiscard]] Meeting with_facts(const Document& doc, Meeting meeting, const Given& given);

}  // namespace minutes
