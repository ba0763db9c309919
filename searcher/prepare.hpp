#pragma once

#include "searcher/request.hpp"

namespace Xapian { class Database; }

namespace minutes {

/// The request made ready for one state of the index: what the parser cannot know is filled in. Every answer begins with it, inside
/// Reader::read. Throws Refused, with a sentence, for what cannot be filled in (an expansion without alternatives).
[[nodiscard]] Request prepared(const Xapian::Database& database, Request request);

}  // namespace minutes
