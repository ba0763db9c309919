#include "searcher/render_people.hpp"

#include "analyzers/people/role_flags.hpp"
#include "analyzers/json_text.hpp"
#include "corpus/document.hpp"
#include "searcher/json_values.hpp"
#include "searcher/xml_text.hpp"

#include <nlohmann/json.hpp>

#include <map>
#include <tuple>

namespace minutes {
namespace {

using Json = nlohmann::ordered_json;

Json person_json(const PersonFound& person) {
    Json json{{"id", person.id}, {"name", person.name}};
    if (!person.honorific.empty()) json["honorific_prefix"] = person.honorific;
    if (!person.given.empty()) json["given_name"] = person.given;
    if (!person.family.empty()) json["family_name"] = person.family;
    json["other_names"] = Json::array();
    for (const std::string& name : person.other_names) json["other_names"].push_back({{"name", name}});
    json["minutes"] = {{"identity", name_of(person.identity)}, {"council", or_null(person.council)}, {"meetings", person.meetings}, {"apologies", person.apologies},
                       {"turns", person.turns}, {"first_date", or_null(person.first_date)}, {"last_date", or_null(person.last_date)}};
    return json;
}

Json organisation_json(const Organisation& organisation) {
    return {{"id", organisation.id}, {"name", organisation.name}, {"classification", organisation.is_council ? "council" : "committee"},
            {"parent_id", or_null(organisation.parent_id)}};
}

/// Posts by body, role and words, made as memberships name them.
class Posts {
public:
    explicit Posts(const PeopleAnswer& answer) : answer_(answer) {}

    /// Its id; null where no post is printed or no body is stated.
    Json id_of(const Membership& membership) {
        if (membership.post.empty() || membership.organisation >= answer_.organisations.size()) return nullptr;
        const std::string& body = answer_.organisations[membership.organisation].id;
        const auto [known, added] = ids_.try_emplace({body, membership.role, membership.post});
        if (added) {
            known->second = "t" + sha256_hex(body + "\n" + membership.role + "\n" + membership.post).substr(0, 12);
            list_.push_back({{"id", known->second}, {"label", membership.post}, {"role", membership.role}, {"organization_id", body}});
        }
        return known->second;
    }

    Json take() { return std::move(list_); }

private:
    const PeopleAnswer& answer_;
    std::map<std::tuple<std::string, std::string, std::string>, std::string> ids_;
    Json list_ = Json::array();
};

Json membership_json(const PeopleAnswer& answer, const PersonFound& person, const Membership& membership, Posts& posts) {
    const bool stated = membership.organisation < answer.organisations.size();
    const std::string body = stated ? answer.organisations[membership.organisation].id : "";
    Json json{{"id", "m" + sha256_hex(person.id + "\n" + body + "\n" + membership.role + "\n" + membership.post).substr(0, 12)}, {"person_id", person.id},
              {"organization_id", or_null(body)}, {"post_id", posts.id_of(membership)}, {"role", membership.role}, {"label", or_null(membership.post)}};
    json["minutes"] = {{"flags", Json(names_of(membership.flags))}, {"meetings", membership.meetings}, {"apologies", membership.apologies}, {"turns", membership.turns},
                       {"first_date", or_null(membership.first_date)}, {"last_date", or_null(membership.last_date)}};
    return json;
}

Json event_json(const PeopleAnswer& answer, const PeopleMeeting& meeting) {
    const bool stated = meeting.organisation < answer.organisations.size();
    Json attendees = Json::array(), apologies = Json::array(), spoke = Json::array();
    for (const PersonAtMeeting& attendee : meeting.attendees) {
        const PersonFound& person = answer.people[attendee.person];
        const Json who{{"id", person.id}, {"name", person.name}};
        if (attendee.status == "apologies") apologies.push_back(who);
        else (attendee.status.empty() ? spoke : attendees).push_back(who);
    }
    Json json{{"id", meeting.id}, {"name", stated ? Json(answer.organisations[meeting.organisation].name) : Json(nullptr)}, {"classification", "meeting"},
              {"start_date", or_null(meeting.date)}, {"organization_id", stated ? Json(answer.organisations[meeting.organisation].id) : Json(nullptr)},
              {"attendees", std::move(attendees)}, {"sources", {{{"url", file_uri(meeting.path)}, {"note", "sha256 " + meeting.sha256}}}}};
    json["minutes"] = {{"apologies", std::move(apologies)}, {"not_listed", std::move(spoke)}, {"path", meeting.path}, {"sha256", meeting.sha256}};
    return json;
}

}  // namespace

std::string people_as_popolo(const PeopleAnswer& answer) {
    Json persons = Json::array(), organisations = Json::array(), memberships = Json::array(), events = Json::array();
    Posts posts(answer);
    for (const Organisation& organisation : answer.organisations) organisations.push_back(organisation_json(organisation));
    for (const PersonFound& person : answer.people) {
        persons.push_back(person_json(person));
        for (const Membership& membership : person.memberships) memberships.push_back(membership_json(answer, person, membership, posts));
    }
    for (const PeopleMeeting& meeting : answer.meetings) events.push_back(event_json(answer, meeting));
    return json_block({{"format", "minutes-popolo"}, {"version", 1}, {"persons", std::move(persons)}, {"organizations", std::move(organisations)},
                       {"posts", posts.take()}, {"memberships", std::move(memberships)}, {"events", std::move(events)}, {"notes", answer.notes}});
}

}  // namespace minutes
