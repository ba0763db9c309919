#pragma once

#include "searcher/found.hpp"
#include "searcher/request.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

// What searching by records and by columns have in common.

namespace minutes {

/// Which selections a passage fails, zones apart: none, exactly one (its index), or more.
inline constexpr std::size_t kFailsNone = static_cast<std::size_t>(-1), kFailsMore = static_cast<std::size_t>(-2);

/// The fields of selections, in their order.
[[nodiscard]] inline std::vector<const Field*> fields_of(const std::vector<Filter>& selections) {
    std::vector<const Field*> fields;
    for (const Filter& selection : selections) fields.push_back(selection.field);
    return fields;
}

/// `holds` tells whether the passage answers a Filter.
template <typename Holds>
[[nodiscard]] std::size_t failed_selection(const std::vector<Filter>& selections, Holds holds) {
    std::size_t failed = kFailsNone;
    for (std::size_t i = 0; i < selections.size(); ++i) {
        if (selections[i].field->name == "zone" || holds(selections[i])) continue;
        if (failed != kFailsNone) return kFailsMore;
        failed = i;
    }
    return failed;
}

/// The page of a request out of all that answers, each with its docid and weight; `before` is a total order. Reorders `ranked`.
template <typename Ranked, typename Before>
[[nodiscard]] std::vector<Found::Place> page_of(std::vector<Ranked>& ranked, const Request& request, Before before) {
    const std::size_t first = std::min<std::size_t>(request.offset, ranked.size());
    const std::size_t last = first + std::min<std::size_t>(request.limit, ranked.size() - first);
    std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(last), ranked.end(), before);
    std::vector<Found::Place> page;
    for (std::size_t i = first; i < last; ++i) page.push_back({ranked[i].docid, ranked[i].weight});
    return page;
}

}  // namespace minutes
