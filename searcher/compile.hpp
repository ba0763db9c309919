#pragma once

#include "searcher/query.hpp"

#include <xapian.h>

namespace minutes {

/// A Xapian query whose matches include every passage that match() accepts; `exact` when they are no more than those.
struct Compiled {
    Xapian::Query query;
    bool exact = true;
};

/// Turns a tree into candidates and weights: exact forms weigh above stems, filters weigh nothing. Phrases become
/// "all the words" (the index has no positions), so they are not exact; a NOT of an inexact branch excludes nothing.
/// Facet values and wildcards are looked up among the terms of `database`; throws Refused for a wildcard of more than
/// kMaxExpandedWords. Scopes must have been looked up (scopes.hpp), expansions filled in.
[[nodiscard]] Compiled compile(const Node& node, const Xapian::Database& database);

/// compile() of a whole query: where nothing but scopes has words, their passages must hold one of these.
[[nodiscard]] Xapian::Query candidates_query(const Node& query, const Xapian::Database& database);

/// Every passage of these items or meetings.
[[nodiscard]] Xapian::Query unit_query(ScopeUnit unit, const std::vector<std::string>& ids);

/// The terms of a facet field in the index, without their prefix: folded values, sorted.
[[nodiscard]] std::vector<std::string> facet_terms(const Xapian::Database& database, const Field& field);

}  // namespace minutes
