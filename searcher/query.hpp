#pragma once

#include "corpus/problem.hpp"
#include "indexer/schema.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace minutes {

struct Node;

/// One word, matched by its stem (`staff` finds "staffs"), or exactly inside a phrase or after '='.
struct Word {
    std::string form;           ///< folded; a whole such as "22/00345/ful" stays whole
    std::string alias;          ///< other exact form that also answers, or ""
    std::string stem;           ///< "" when only the exact form answers
    bool operator==(const Word&) const = default;
};

/// Words at consecutive positions, exact forms, across hyphens, slashes and line breaks. A sum or percentage with its
/// symbol (a whole of one word, "£5") stands for its word.
struct Phrase {
    std::vector<Word> words;    ///< at least two
};

/// The value of `zone:*`: any value of a facet answers.
inline constexpr std::string_view kAnyValue = "*";

/// One field's values; any of them will do. Facets and title: folded words that the record's value must contain in a
/// row, or for closed sets (role, kind, is) and year must be ("vice chair" for vice-chair). Keys: as typed.
/// value_matches() of match.hpp decides.
struct Filter {
    const Field* field = nullptr;
    std::vector<std::string> values;
};

/// An inclusive range of days, YYYY-MM-DD each; empty = open on that side.
struct DateRange {
    std::string from, to;
};

struct All { std::vector<Node> of; };
struct Any { std::vector<Node> of; };
struct Not { std::unique_ptr<Node> of; };
struct Everything {};           ///< the empty query with filters only

/// A query tree; `at` indexes the query string. Move-only.
struct Node {
    std::variant<Everything, Word, Phrase, Filter, DateRange, All, Any, Not> is;
    Span at;
};

/// A parsed query, or the first thing wrong with it. Exactly one of the two is set: `problem.message` is empty on success.
struct Parsed {
    Node tree;
    Problem problem;            ///< the message names the column's fault, the reason and a suggestion
};

/// Limits, refused by name: 2048 bytes, 64 leaves, depth 32 (measured worst cases stay under a second).
inline constexpr std::size_t kMaxQueryBytes = 2048, kMaxQueryLeaves = 64, kMaxQueryDepth = 32;

/// Words, "phrases", AND OR NOT - ( ), field:value, field:(a b), date:2023-04..2024; everything else of the
/// grammar is refused by name until it exists. Never throws for bad input. OR binds looser than AND; and/or/not in
/// lower case are words. Side by side, filters of one facet mean OR (role:dcs role:chair), of several facets AND;
/// an AND that is spelt out stays an AND.
[[nodiscard]] Parsed parse_query(std::string_view text);

/// Stable: the tests and --explain print it, e.g. (and agency* "agency staff" role:dcs).
[[nodiscard]] std::string to_string(const Node& node);

/// The problem as two lines under the query: the text, and a caret under the column; then the message.
[[nodiscard]] std::string with_caret(std::string_view text, const Problem& problem);

/// Days covered by "2024", "2024-03", "2024-03-01", "..2024", "2023-04..2024-03"; nullopt if it is none of these.
[[nodiscard]] std::optional<DateRange> parse_dates(std::string_view text);

}  // namespace minutes
