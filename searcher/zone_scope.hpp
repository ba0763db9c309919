#pragma once

#include "indexer/column_shapes.hpp"
#include "searcher/answer.hpp"
#include "searcher/request.hpp"

#include <bitset>
#include <string>
#include <string_view>
#include <vector>

namespace minutes {

/// The zones that a request searches. What answers it in another zone is counted apart (Counts::elsewhere).
struct ZoneScope {
    std::bitset<kZones> zones;   ///< by Zone
    bool selected = false;       ///< by a filter that stands apart (Request::selections): then facet zone counts the others too

    /// Whether a record of the zone of this name is searched.
    [[nodiscard]] bool has(std::string_view zone) const;
    [[nodiscard]] bool has(const ColumnRow& row) const { return row.zone < kZones && zones.test(row.zone); }
    [[nodiscard]] std::vector<Zone> list() const;
};

/// Title, minutes, decision and action, unless the request says otherwise outside a NOT:
/// zone: as a filter of the whole query selects zones; zone: within an OR, or id:, opens all of them, for then the query itself
/// says where; a kind: that lives in other zones alone (attendance, agenda-note, furniture) adds those.
[[nodiscard]] ZoneScope zone_scope(const Request& request);

/// "agenda text", "attendance lists": the zone as it follows "also 3 in".
[[nodiscard]] std::string_view phrase_of(Zone zone);

}  // namespace minutes
