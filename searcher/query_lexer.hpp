#pragma once

#include "corpus/problem.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace minutes {

/// The smallest pieces of a query that mean something.
enum class PieceKind { word, quoted, open, close, scope, brace, minus, sign, op_and, op_or, op_not, op_near, field, end };

struct QueryPiece {
    PieceKind kind = PieceKind::end;
    Span at;               ///< bytes of the query, with quotes or colon
    Span inner;            ///< without them
    bool glued = false;    ///< no white space before it
    std::uint32_t number = 0;  ///< of NEAR and ADJ, and of a phrase with ~n (else 0)
};

/// The pieces of a query, or the first thing that is no part of the language. The last piece is always `end`.
/// A scope is "item:{" or "meeting:{", its inner part the name; a brace closes it. A sign is = ~ or ^ before a word or phrase.
/// What other languages would understand here (fuzzy words, weights, comparisons ...) is refused by name.
struct Lexed {
    std::vector<QueryPiece> list;
    Problem problem;
};

[[nodiscard]] Lexed lex_query(std::string_view text);

/// The first span of `text` that is no UTF-8 or a control character other than tab and line ends, as a problem;
/// no message if there is none.
[[nodiscard]] Problem find_unprintable(std::string_view text);

}  // namespace minutes
