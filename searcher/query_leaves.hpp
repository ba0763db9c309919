#pragma once

#include "searcher/query.hpp"

#include <optional>

namespace minutes {

/// A node made of one piece of a query, or why it could not be made (the node is then Everything).
struct Leaf {
    Node node;
    Problem problem;
};

/// An unquoted word: a word with its stem; the whole that it is (22/00345/FUL); the phrase of its parts (agency-staff); or,
/// with a star at its end, every word that begins so.
[[nodiscard]] Leaf word_leaf(std::string_view text, Span at);

/// A word after '=': as word_leaf, but without its stem.
[[nodiscard]] Leaf exact_leaf(std::string_view text, Span at);

/// What stands between quotes, `inner` of the query: exact words in a row, wildcards and alternatives, or with a `slop`
/// within a distance.
[[nodiscard]] Leaf phrase_leaf(std::string_view text, Span inner, Span at, std::uint32_t slop);

/// One value of a field. `at` spans it in the query, for the problem. "last 2 years" end with `today`, a day, if that is given.
[[nodiscard]] Leaf value_leaf(const Field& field, std::string_view value, Span at, std::string_view today);

/// The same for date:, from:, to:, fy: and my:, and for year: and month:.
[[nodiscard]] Leaf date_leaf(std::string_view field, std::string_view value, Span at, std::string_view today);
[[nodiscard]] Leaf year_leaf(const Field& field, std::string_view value, Span at);
[[nodiscard]] Leaf month_leaf(const Field& field, std::string_view value, Span at);

/// The field that a user may name, in any case; nullptr if there is none (`text`, `stem` and `type` are the index's own).
[[nodiscard]] const Field* field_typed(std::string_view name);

/// Why `name` is no field: the nearest one, the list, and how to search for the text itself.
[[nodiscard]] std::string unknown_field(std::string_view name);

/// Whether values of the field come from a closed set or name one thing: they answer when equal, never when contained.
[[nodiscard]] bool is_exact(const Field& field);

}  // namespace minutes
