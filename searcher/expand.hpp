#pragma once

#include "searcher/request.hpp"

namespace Xapian { class Database; }

namespace minutes {

/// Widens the words of a query to what the reader means by them; switched off by quotes and by '='.
///   ~DCS            the letters in capitals (DCS, D.C.S., DCS's, DCSs) and, where the index agrees on one meaning, its long forms
///   concept:name    the variants of the concept, from the request's own file of concepts or else from the command's
///   staff           the other stems of its family (staffing)
///   multi-agency    multiagency and multi agency, where the index has them; also from multiagency, and from the two words side by side
///                   (as long as a query has no more than kMaxQueryLeaves words and phrases by it)
///   £7.1m           £7.1million and £7.1 million; also from the others
/// What it did and could not do is told in request.notes. Throws Refused for a concept that does not exist.
/// Nothing is read but the terms asked for: O(words of the query), for ~ also O(passages that define the acronym).
void expand(const Xapian::Database& database, Request& request);

/// The file from which the query takes its concepts, or nullptr when it names none.
[[nodiscard]] const ConceptTable* concepts_used(const Request& request);

}  // namespace minutes
