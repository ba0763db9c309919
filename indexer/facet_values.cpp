#include "indexer/facet_values.hpp"

#include "analyzers/people/role_flags.hpp"
#include <algorithm>
#include <string_view>

namespace minutes {
namespace {

using Values = std::vector<std::string>;

void add(Values& values, std::string_view value) {
    if (!value.empty() && std::find(values.begin(), values.end(), value) == values.end()) values.emplace_back(value);
}

Values one(std::string_view value) {
    Values values;
    add(values, value);
    return values;
}

/// What a reader should know of a passage before quoting it: the values of is:.
Values states_of(const Record& record) {
    Values states;
    if (record.incomplete || record.item_incomplete) add(states, "incomplete");
    for (const RecordSpeaker& speaker : record.speakers) {
        if (speaker.resolution == name_of(Resolution::unresolved)) add(states, "unresolved");
        if (speaker.resolution == name_of(Resolution::ambiguous)) add(states, "ambiguous");
        if (speaker.unanswered) add(states, "unanswered");
        for (const std::string_view flag : names_of(speaker.flags)) add(states, flag);
    }
    return states;
}

Values movers_of(const Record& record) {
    Values movers;
    for (const RecordOutcome& outcome : record.outcomes) add(movers, outcome.mover);
    return movers;
}

Values owners_of(const Record& record) {
    Values owners;
    for (const RecordOutcome& outcome : record.outcomes)
        for (const std::string& owner : minutes::owners_of(outcome)) add(owners, owner);
    return owners;
}

}  // namespace

Values facet_values(const Record& record, const Field& field) {
    if (field.name == "council") return one(record.council);
    if (field.name == "committee") return one(record.committee);
    if (field.name == "year") return one(std::string_view(record.date).substr(0, 4));
    if (field.name == "month") return one(std::string_view(record.date).substr(0, 7));
    if (field.name == "kind") return one(record.kind);
    if (field.name == "zone") return one(record.zone);
    if (field.name == "role") return roles_of(record);
    if (field.name == "speaker") return persons_of(record);
    if (field.name == "act") return acts_of(record);
    if (field.name == "owner") return owners_of(record);
    if (field.name == "mover") return movers_of(record);
    if (field.name == "is") return states_of(record);
    if (field.name == "id") return one(record.id);
    if (field.name == "item") return one(record.item_id);
    if (field.name == "meeting") return one(record.meeting_id);
    if (field.name == "file") return one(record.path);
    return {};
}

}  // namespace minutes
