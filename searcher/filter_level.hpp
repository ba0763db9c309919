#pragma once

#include "searcher/query.hpp"

#include <optional>
#include <vector>

namespace minutes {

/// What a filter has to look at: the meeting and the file of a passage; its zone, kind and roles; or more of the record than these.
enum class FilterLevel { meeting, share, record };

[[nodiscard]] FilterLevel level_of(const Field& field);

/// Of a part of a query; nullopt when it has words. Of parts of several levels it is `record`, for a meeting's filter says nothing of
/// a share and the other way round.
[[nodiscard]] std::optional<FilterLevel> level_of(const Node& node);

/// What a query asks for side by side: the parts of an AND, or the query itself.
[[nodiscard]] std::vector<const Node*> parts_of_conjunction(const Node& query);

}  // namespace minutes
