#pragma once

#include "searcher/concepts.hpp"
#include "searcher/query.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace minutes {

enum class Sort { relevance, date, date_descending };

/// A question to the index: the query and the filters apart, because a facet that has a selection is counted
/// with that selection taken off.
struct Request {
    Node query;                          ///< the parsed query without its top-level facet filters
    std::vector<Filter> selections;      ///< one per field at most; OR within one, AND across
    Sort sort = Sort::relevance;
    std::uint64_t limit = 10, offset = 0;
    std::vector<const Field*> facets;    ///< which to count
    std::optional<std::size_t> facet_values = std::nullopt;  ///< how many values of each facet are wanted, those with most passages; unset: all
    bool explain = false;
    bool any = false;                    ///< list passages that have some of the words instead of those that have all; the counts stay
    std::shared_ptr<const ConceptTable> concepts = nullptr;  ///< the reader's own; nullptr: own_concepts()
    std::vector<std::string> notes = {}; ///< what prepared() has to say of the query
};

/// Moves the facet filters that stand at the top of `query` (ANDed with the rest) to the selections, so that
/// `council:leeds` in the query and --council leeds are one thing.
[[nodiscard]] Request make_request(Node query);

/// Adds a value to the selection of a facet field. The value is checked as the query parser checks it: throws Refused
/// for a role, kind or year that cannot exist.
void select(Request& request, const Field& field, const std::string& value);

/// Whether anything in the query can be marked in a text: a word or phrase outside NOT.
[[nodiscard]] bool has_positive_words(const Node& node);

}  // namespace minutes
