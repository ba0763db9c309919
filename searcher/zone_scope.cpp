#include "searcher/zone_scope.hpp"

#include "searcher/match.hpp"

#include <algorithm>
#include <array>

namespace minutes {
namespace {

using Zones = std::bitset<kZones>;

constexpr std::size_t place(Zone zone) { return static_cast<std::size_t>(zone); }

Zones set_of(std::initializer_list<Zone> zones) {
    Zones set;
    for (const Zone zone : zones) set.set(place(zone));
    return set;
}

/// Where a kind lives that is in no zone searched by default; empty for the other kinds.
Zones home_of(std::string_view kind) {
    if (kind == "attendance") return set_of({Zone::attendance, Zone::apologies});
    if (kind == "agenda note") return set_of({Zone::agenda});
    if (kind == kFurnitureKind) return set_of({Zone::documents, Zone::boilerplate});
    return {};
}

/// What the filters of a tree outside NOT say of zones.
struct Named {
    bool all = false;
    Zones more;
};

void read_filter(const Filter& filter, Named& named) {
    if (filter.field->name == "zone" || filter.field->name == "id") named.all = true;
    if (filter.field->name != "kind") return;
    for (const std::string& kind : filter.values) named.more |= home_of(kind);
}

void read_filters(const Node& node, Named& named) {
    if (const Filter* filter = std::get_if<Filter>(&node.is)) read_filter(*filter, named);
    if (std::holds_alternative<Not>(node.is)) return;
    for (const Node* part : parts_of(node)) read_filters(*part, named);
}

Zones selected_zones(const Filter& selection) {
    Zones zones;
    for (std::size_t i = 0; i < kZones; ++i)
        zones[i] = std::any_of(selection.values.begin(), selection.values.end(), [&](const std::string& value) {
            return value_matches(*selection.field, name_of(static_cast<Zone>(i)), value);
        });
    return zones;
}

}  // namespace

bool ZoneScope::has(std::string_view zone) const {
    const std::optional<Zone> found = zone_named(zone);
    return found && zones.test(place(*found));
}

std::vector<Zone> ZoneScope::list() const {
    std::vector<Zone> list;
    for (std::size_t i = 0; i < kZones; ++i)
        if (zones.test(i)) list.push_back(static_cast<Zone>(i));
    return list;
}

ZoneScope zone_scope(const Request& request) {
    Named named;
    read_filters(request.query, named);
    for (const Filter& selection : request.selections) {
        if (selection.field->name == "zone") return {selected_zones(selection), true};
        read_filter(selection, named);
    }
    if (named.all) return {Zones().set(), false};
    return {set_of({Zone::title, Zone::minutes, Zone::decision, Zone::action}) | named.more, false};
}

std::string_view phrase_of(Zone zone) {
    static constexpr std::array<std::string_view, kZones> kPhrases = {
        "item titles",      "the minutes", "decisions",                "actions",        "agenda text",
        "attendance lists", "apologies",   "declarations of interest", "document lists", "page furniture"};
    return kPhrases[place(zone)];
}

}  // namespace minutes
