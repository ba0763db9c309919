#pragma once

#include "searcher/query.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace Xapian { class Database; }

namespace minutes {

struct Request;

/// In which items or meetings a scope holds. Its leaves (whatever is inside it but AND, OR and NOT) are numbered in the
/// order in which they are written; a set of leaves is a number with their bits.
struct ScopeAnswers {
    struct Unit {
        std::uint64_t leaves = 0;   ///< those that some passage of it answers
        bool holds = false;
    };
    std::unordered_map<std::string, Unit> units;  ///< by id: all that have some leaf
    bool elsewhere = false;         ///< whether it holds in those that have none

    [[nodiscard]] Unit of(const std::string& id) const;
};

/// Leaves of what is inside a scope, in the order of their numbers.
[[nodiscard]] std::vector<const Node*> scope_leaves(const Node& inside);

/// Whether what is inside a scope holds where just these leaves are found.
[[nodiscard]] bool scope_holds(const Node& inside, std::uint64_t leaves);

/// Finds the answers of every scope of the request; inner ones first. Passages in zones that the request does not search count
/// for nothing. O(passages that answer any leaf).
void find_scopes(const Xapian::Database& database, Request& request);

}  // namespace minutes
