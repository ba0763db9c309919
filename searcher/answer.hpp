#pragma once

#include "indexer/record.hpp"
#include "indexer/schema.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace minutes {

/// The six exact numbers of an answer: the same on every page and under every sort.
struct Counts {
    std::uint64_t occurrences = 0;  ///< non-overlapping match spans
    std::uint64_t passages = 0, items = 0, meetings = 0, documents = 0, councils = 0;
    std::uint64_t titles = 0;       ///< how many of the passages are item titles
    bool at_least = false;          ///< some passage belongs to an item that its source cuts short
};

struct FacetValue {
    std::string value;              ///< "" = the document does not say
    std::uint64_t passages = 0;
};

/// How the matching passages spread over a field's values. For a field with a selection the selection itself is
/// taken off (the other values stay choosable); `base` is the number of passages counted here.
struct Facet {
    const Field* field = nullptr;
    std::uint64_t base = 0;
    std::vector<FacetValue> values;  ///< most passages first, then by value; all of them
};

/// A piece of a passage with its matches. Markup does not exist before the renderer.
struct Snippet {
    std::string text;
    std::vector<Span> hits;         ///< sorted, disjoint, index `text`
    bool cut_before = false, cut_after = false;
};

struct Hit {
    Record record;
    std::vector<Span> hits;         ///< index record.text
    Snippet snippet;
    double weight = 0;
};

/// What stands in the index as a whole: the denominator of every count.
struct Base {
    std::uint64_t passages = 0, titles = 0, meetings = 0, documents = 0;  ///< passages without the titles of items
    std::string first_date, last_date;
    std::uint64_t undated_meetings = 0, incomplete_items = 0;
};

struct Answer {
    Counts counts;
    std::vector<Facet> facets;
    std::vector<Hit> hits;          ///< the page asked for
    std::uint64_t offset = 0;
    Base base;
    std::vector<std::string> notes; ///< what the reader should know: "no council in the index is called ..."
    std::string explanation;        ///< with --explain
};

}  // namespace minutes
