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
/// Facet values are looked up among the terms of `database`.
[[nodiscard]] Compiled compile(const Node& node, const Xapian::Database& database);

/// The terms of a facet field in the index, without their prefix: folded values, sorted.
[[nodiscard]] std::vector<std::string> facet_terms(const Xapian::Database& database, const Field& field);

}  // namespace minutes
