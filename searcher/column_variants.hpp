#pragma once

#include "searcher/column_match.hpp"
#include "searcher/variants.hpp"

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace minutes {

/// VariantTally fed with hits of columns: the variant of a type of token is looked up once.
class ColumnVariants {
public:
    explicit ColumnVariants(const Node& query) : tally_(query) {}

    void count(const ColumnMatcher& matcher) {
        if (tally_.empty()) return;
        tally_.begin_passage();
        matcher.each_hit([&](const TextHit& hit, std::size_t times) {
            const std::uint64_t key = std::uint64_t{hit.leaf} << 32 | hit.type;
            auto known = spots_.find(key);
            if (known == spots_.end()) known = spots_.emplace(key, tally_.find(matcher.node_of(hit), [&] { return matcher.form_of(hit); })).first;
            if (known->second) tally_.add(*known->second, times);
        });
    }
    [[nodiscard]] std::vector<Widened> widened() const { return tally_.widened(); }

private:
    VariantTally tally_;
    std::unordered_map<std::uint64_t, std::optional<VariantTally::Spot>> spots_;
};

}  // namespace minutes
