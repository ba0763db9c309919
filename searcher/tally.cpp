#include "searcher/tally.hpp"

#include "indexer/facet_values.hpp"

#include <algorithm>

namespace minutes {

void Tally::count(const Record& record, std::size_t occurrences) {
    sums_.occurrences += occurrences;
    ++sums_.passages;
    if (record.kind == kTitleKind) ++sums_.titles;
    if (record.item_incomplete || record.incomplete) sums_.at_least = true;
    items_.insert(record.item_id);
    meetings_.insert(record.meeting_id);
    documents_.insert(record.path);
    if (!record.council.empty()) councils_.insert(record.council);
}

void Tally::count_elsewhere(const Record& record, std::size_t occurrences) {
    const std::optional<Zone> zone = zone_named(record.zone);
    if (!zone) return;
    Elsewhere& there = elsewhere_[*zone];
    there.zone = *zone;
    there.occurrences += occurrences;
    ++there.passages;
}

void Tally::count_facet(const Record& record, std::size_t facet) {
    ++bases_[facet];
    const std::vector<std::string> values = facet_values(record, *facets_[facet]);
    if (values.empty()) ++values_[facet][""];
    for (const std::string& value : values) ++values_[facet][value];
}

Counts Tally::counts() const {
    Counts counts = sums_;
    counts.items = items_.size();
    counts.meetings = meetings_.size();
    counts.documents = documents_.size();
    counts.councils = councils_.size();
    for (const auto& [zone, there] : elsewhere_) counts.elsewhere.push_back(there);
    return counts;
}

std::vector<Facet> Tally::facets(std::optional<std::size_t> most) const {
    std::vector<Facet> facets;
    for (std::size_t i = 0; i < facets_.size(); ++i) {
        Facet facet;
        facet.field = facets_[i];
        facet.base = bases_[i];
        facet.distinct = facet.matching = values_[i].size();
        for (const auto& [value, passages] : values_[i]) facet.values.push_back({value, passages});
        std::stable_sort(facet.values.begin(), facet.values.end(),
                         [](const FacetValue& a, const FacetValue& b) { return a.passages > b.passages; });
        if (most && *most < facet.values.size()) facet.values.resize(*most);
        facets.push_back(std::move(facet));
    }
    return facets;
}

}  // namespace minutes
