#include "searcher/json_counts.hpp"
#include "searcher/json_values.hpp"

namespace minutes {
namespace {

using Json = nlohmann::ordered_json;

Json scope_json(const Denominator& scope) {
    return {{"meetings", scope.meetings}, {"documents", scope.documents}, {"first_date", or_null(scope.first_date)}, {"last_date", or_null(scope.last_date)},
            {"undated_meetings", scope.undated_meetings}, {"incomplete_items", scope.incomplete_items}, {"passages", scope.passages},
            {"titles", scope.titles}, {"words", scope.words}};
}

}  // namespace

Json counts_json(const Counts& counts) {
    Json zones = Json::array(), elsewhere = Json::object();
    for (const Zone zone : counts.zones) zones.push_back(name_of(zone));
    for (const Elsewhere& there : counts.elsewhere)
        elsewhere[std::string(name_of(there.zone))] = {{"occurrences", there.occurrences}, {"passages", there.passages}};
    return {{"occurrences", counts.occurrences}, {"passages", counts.passages}, {"items", counts.items}, {"meetings", counts.meetings},
            {"documents", counts.documents}, {"councils", counts.councils}, {"titles", counts.titles}, {"at_least", counts.at_least},
            {"zones", std::move(zones)}, {"elsewhere", std::move(elsewhere)},
            {"scope", scope_json(counts.scope)}};
}

Json base_json(const Base& base) {
    Json zones = Json::object(), words = Json::object();
    for (std::size_t i = 0; i < kZones; ++i) {
        zones[std::string(name_of(static_cast<Zone>(i)))] = base.zones[i];
        words[std::string(name_of(static_cast<Zone>(i)))] = base.words[i];
    }
    return {{"passages", base.passages}, {"titles", base.titles}, {"furniture", base.furniture}, {"zones", std::move(zones)}, {"words", std::move(words)},
            {"meetings", base.meetings}, {"documents", base.documents}, {"first_date", or_null(base.first_date)},
            {"last_date", or_null(base.last_date)}, {"undated_meetings", base.undated_meetings}, {"incomplete_items", base.incomplete_items}};
}

}  // namespace minutes
