#pragma once

#include "analyzers/meeting.hpp"
#include "indexer/record.hpp"
#include "indexer/schema.hpp"
#include "indexer/totals.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace minutes {

/// What answers the query in a zone that was not searched. Occurrences are 0 when the query has nothing to mark.
struct Elsewhere {
    Zone zone = Zone::minutes;
    std::uint64_t occurrences = 0, passages = 0;
};

/// What was searched for an answer: what its filters of council, date, role and so on leave, in the zones searched. The denominator
/// of every number, above all of none. Which filters count: searcher/denominator.hpp.
struct Denominator {
    std::uint64_t meetings = 0, undated_meetings = 0, documents = 0, incomplete_items = 0;
    std::string first_date, last_date;          ///< of the meetings; "" when none has a date
    std::uint64_t passages = 0, titles = 0;     ///< records in the zones searched; titles are not among the passages
    std::uint64_t words = 0;                    ///< of both
};

/// The six exact numbers of an answer, of the zones searched: the same on every page and under every sort.
struct Counts {
    std::uint64_t occurrences = 0;  ///< non-overlapping match spans
    std::uint64_t passages = 0, items = 0, meetings = 0, documents = 0, councils = 0;
    std::uint64_t titles = 0;       ///< how many of the passages are item titles
    bool at_least = false;          ///< some passage belongs to an item that its source cuts short
    std::vector<Zone> zones;        ///< searched, in the order of Zone
    std::vector<Elsewhere> elsewhere;  ///< zones not searched in which something answers, in the order of Zone; as exact as the rest
    Denominator scope;
};

/// One form under which a part of the query is searched.
struct Variant {
    std::string name;               ///< as printed or typed; of a family the form found, folded
    std::uint64_t occurrences = 0, passages = 0;
};

/// A part of the query that was widened, and what was found under each of its forms. The hits of an answer never overlap (the
/// longest wins), so the variants' occurrences add up.
struct Widened {
    std::string kind;               ///< acronym, concept, family or spelling
    std::string of;                 ///< what was typed
    std::vector<Variant> variants;  ///< as searched; of a family those found, most first
};

/// Words of the index that a word which it does not have may have been meant for. Never applied.
struct SuggestedWord {
    std::string form;
    std::uint64_t passages = 0;
};
struct Suggestion {
    std::string word;
    std::vector<SuggestedWord> instead;  ///< nearest first; none: nothing is near
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
    std::vector<FacetValue> values;  ///< most passages first, then by value; of Request::facet_values, until arrange() (facet_wish.hpp) chose
    std::uint64_t distinct = 0;      ///< how many values there are, "" among them
    std::uint64_t matching = 0;      ///< of these, how many have the words looked for; all where none were
    std::string words = {};          ///< looked for among the values; "" = none were
    std::optional<std::size_t> most = {};  ///< values wished for
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

/// The best passages that have some of the words of a query of several. They answer nothing and are in no count.
struct Partial {
    std::vector<std::string> words; ///< those of the query that say something, folded; empty: there is no such list
    std::vector<Hit> hits;          ///< the page asked for, best first
    std::vector<std::uint32_t> found;   ///< of each hit, how many of the words the passage, its title or its speakers have
    bool more = false;              ///< the list goes on
};

/// What stands in the index as a whole: the denominator of every count.
struct Base {
    std::uint64_t passages = 0, titles = 0, furniture = 0;  ///< records: passages, titles of items, stretches of discarded text
    std::uint64_t meetings = 0, documents = 0;
    std::array<std::uint64_t, kZones> zones{}, words{};     ///< all of these records, and their words, by zone, in the order of Zone
    std::string first_date, last_date;
    std::uint64_t undated_meetings = 0, incomplete_items = 0;
};

struct Answer {
    Counts counts;
    std::vector<Facet> facets;
    std::vector<Hit> hits;          ///< the page asked for
    Partial partial;                ///< when it was asked for or nothing has all the words
    std::uint64_t offset = 0;
    Base base;
    std::vector<std::string> notes; ///< what the reader should know: "no council in the index is called ..."
    std::string explanation;        ///< with --explain
    std::vector<Widened> widened;   ///< parts of the query that were searched, or found, under several forms
    std::vector<Suggestion> suggestions;  ///< when nothing is found
};

}  // namespace minutes
