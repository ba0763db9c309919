#pragma once

#include "searcher/answer.hpp"

#include <map>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace minutes {

/// The counting ledger: fed with every matching passage once, in any order.
class Tally {
public:
    explicit Tally(std::vector<const Field*> facets) : facets_(std::move(facets)), values_(facets_.size()), bases_(facets_.size()) {}

    /// A passage that answers the whole query, with the number of its match spans.
    void count(const Record& record, std::size_t occurrences);
    /// A passage that answers all of the query but stands in a zone that was not searched.
    void count_elsewhere(const Record& record, std::size_t occurrences);
    /// A passage that counts for one facet: it answers everything but, perhaps, that facet's own selection.
    void count_facet(const Record& record, std::size_t facet);

    [[nodiscard]] Counts counts() const;
    /// `most`: how many values of each are wanted, those with most passages; unset: all.
    [[nodiscard]] std::vector<Facet> facets(std::optional<std::size_t> most) const;

private:
    std::vector<const Field*> facets_;
    std::vector<std::map<std::string, std::uint64_t>> values_;
    std::vector<std::uint64_t> bases_;
    Counts sums_;
    std::map<Zone, Elsewhere> elsewhere_;
    std::unordered_set<std::string> items_, meetings_, documents_, councils_;
};

}  // namespace minutes
