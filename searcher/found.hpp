#pragma once

#include "searcher/answer.hpp"
#include "searcher/relevance.hpp"
#include "searcher/request.hpp"
#include "searcher/zone_scope.hpp"

#include <cstdint>
#include <vector>

namespace Xapian { class Database; }

namespace minutes {

class PassageColumns;

/// What answers a request, before anything of it is shown.
struct Found {
    struct Place {
        std::uint32_t docid = 0;            ///< of the database
        double weight = 0;
    };
    Counts counts;                      ///< Counts::scope is left empty
    std::vector<Facet> facets;
    std::vector<Widened> widened;
    std::vector<Place> page;            ///< in order
    bool by_columns = false;            ///< and not by records
};

/// Decides about every candidate of a prepared request by its record: the slow path, which needs nothing but the database, and
/// which the fast one is held against. O(bytes of the candidates).
[[nodiscard]] Found search_records(const Xapian::Database& database, const Request& request, const std::vector<std::uint32_t>& candidates, Relevance& relevance);

/// The same by columns, to the last bit; finds the candidates itself. REQUIRES: searches_columns(request). Throws ColumnsDamaged.
[[nodiscard]] Found search_columns(const Xapian::Database& database, const PassageColumns& columns, const Request& request, const Relevance& relevance);

/// Whether the columns hold all that the request asks for.
[[nodiscard]] bool searches_columns(const Request& request);

}  // namespace minutes
