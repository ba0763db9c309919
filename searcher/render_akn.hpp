#pragma once

#include "searcher/show.hpp"

#include <string>

namespace minutes {

/// A meeting (or item) as an Akoma Ntoso 3.0 debate: an item is a debateSection, a passage in which one speaker is named a speech with
/// `by` (a TLCPerson, or nobody) and `as` (a TLCRole), every other one a narrative. Minutes report speech, they do not quote it: each
/// speech says so (class "reported"). Who is not resolved has no person. Nothing is written that the records do not hold.
[[nodiscard]] std::string showing_as_akn(const Showing& showing);

}  // namespace minutes
