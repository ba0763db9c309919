#pragma once

#include "analyzers/facts/councils_of_text.hpp"
#include "analyzers/segment.hpp"

namespace minutes {

/// Second stage: fills council, committee, date, start, end, venue and chair from the head, the close, the whole text.
/// `doc.text` is searched for e-mail domains and URLs. What the text does not say stays empty.
[[nodiscard]] Meeting with_facts(const Document& doc, Meeting meeting, const Given& given);

/// The same where a document has several meetings: `councils` is that of the document's text.
[[nodiscard]] Meeting with_facts(const Document& doc, Meeting meeting, const Given& given, const CouncilsOfText& councils);

}  // namespace minutes
