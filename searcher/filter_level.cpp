#include "searcher/filter_level.hpp"

#include <string_view>

namespace minutes {

FilterLevel level_of(const Field& field) {
    for (const std::string_view name : {"council", "committee", "year", "month", "meeting", "file"})
        if (field.name == name) return FilterLevel::meeting;
    for (const std::string_view name : {"zone", "kind", "role"})
        if (field.name == name) return FilterLevel::share;
    return FilterLevel::record;
}

std::optional<FilterLevel> level_of(const Node& node) {
    if (std::holds_alternative<Everything>(node.is) || std::holds_alternative<DateRange>(node.is)) return FilterLevel::meeting;
    if (const auto* filter = std::get_if<Filter>(&node.is)) return level_of(*filter->field);
    if (const auto* negated = std::get_if<Not>(&node.is)) return level_of(*negated->of);
    const auto* all = std::get_if<All>(&node.is);
    const auto* any = std::get_if<Any>(&node.is);
    if (all == nullptr && any == nullptr) return std::nullopt;
    std::optional<FilterLevel> level;
    for (const Node& part : all ? all->of : any->of) {
        const std::optional<FilterLevel> own = level_of(part);
        if (!own) return std::nullopt;
        level = !level || *level == *own ? *own : FilterLevel::record;
    }
    return level;
}

std::vector<const Node*> parts_of_conjunction(const Node& query) {
    return std::holds_alternative<All>(query.is) ? parts_of(query) : std::vector<const Node*>{&query};
}

}  // namespace minutes
