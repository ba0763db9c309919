#include "searcher/people.hpp"

#include "corpus/document.hpp"
#include "indexer/record.hpp"
#include "indexer/schema.hpp"
#include "searcher/base.hpp"
#include "searcher/denominator.hpp"
#include "searcher/match.hpp"
#include "searcher/meetings_held.hpp"
#include "searcher/notes.hpp"
#include "searcher/person_identity.hpp"
#include "searcher/prepare.hpp"
#include "searcher/reader.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace minutes {
namespace {

constexpr std::size_t kIdDigits = 12;

std::string id_of(char kind, const std::string& content) { return kind + sha256_hex(content).substr(0, kIdDigits); }

/// A turn of speech of somebody whom the text names, added up by role and title.
struct TurnsOf {
    std::string person, role, title;
    RoleFlags flags = {};
    std::uint64_t turns = 0;
};

/// One meeting: its list, and who spoke.
struct Held {
    MeetingHeld held;
    std::vector<TurnsOf> turns;     ///< in the order of the first of each
};

using Meetings = std::map<std::string, Held>;

Record meeting_record(const MeetingHeld& held) {
    Record record;
    record.meeting_id = held.meeting.id;
    record.council = held.meeting.council;
    record.committee = held.meeting.committee;
    record.date = held.meeting.date;
    record.path = held.path;
    return record;
}

void add_turn(std::vector<TurnsOf>& turns, const RecordSpeaker& speaker) {
    const auto known = std::find_if(turns.begin(), turns.end(), [&](const TurnsOf& t) { return t.person == speaker.person && t.role == speaker.role && t.title == speaker.title; });
    if (known != turns.end()) ++known->turns;
    else turns.push_back({speaker.person, speaker.role, speaker.title, speaker.flags, 1});
}

Meetings read_meetings(const Xapian::Database& database, const Request& request) {
    const ScopeFilters filters(request);
    Meetings meetings;
    for (auto& [id, held] : meetings_held(file_records(database)))
        if (filters.admit_meeting(meeting_record(held))) meetings.emplace(id, Held{std::move(held), {}});
    std::unordered_set<std::string> passages;
    const std::string term = make_term(*field_named("type"), "passage");
    for (auto id = database.postlist_begin(term); id != database.postlist_end(term); ++id) {
        const Record record = decode_record(database.get_document(*id).get_data());
        const auto meeting = meetings.find(record.meeting_id);
        if (record.speakers.empty() || meeting == meetings.end() || !passages.insert(record.id).second) continue;
        for (const RecordSpeaker& speaker : record.speakers)
            if (!speaker.person.empty()) add_turn(meeting->second.turns, speaker);
    }
    return meetings;
}

/// A person while what is known is added up.
struct Adding {
    PersonFound found;
    std::map<std::string, std::uint64_t> names;     ///< as printed, and how often
    std::map<std::tuple<std::size_t, std::string, std::string>, Membership> memberships;
    std::set<std::string> days, present, excused;   ///< days; ids of meetings
};

class Gathering {
public:
    explicit Gathering(const Meetings& meetings) {
        for (const auto& [id, meeting] : meetings) add_meeting(meeting);
    }

    PeopleAnswer take() {
        for (Adding& adding : adding_) answer_.people.push_back(finished(adding));
        return std::move(answer_);
    }

private:
    PeopleAnswer answer_;
    std::vector<Adding> adding_;
    std::unordered_map<std::string, std::size_t> person_of_, organisation_of_;
    std::unordered_map<std::string, PrintedName> names_;

    const PrintedName& printed(const std::string& name) {
        const auto [known, added] = names_.try_emplace(name);
        if (added) known->second = take_apart(name);
        return known->second;
    }

    std::size_t organisation(const std::string& key, Organisation made) {
        const auto [known, added] = organisation_of_.emplace(key, answer_.organisations.size());
        if (added) {
            made.id = id_of('o', key);
            answer_.organisations.push_back(std::move(made));
        }
        return known->second;
    }

    /// The committee, else the council, else none.
    std::size_t body_of(const MeetingSummary& meeting) {
        std::size_t council = std::numeric_limits<std::size_t>::max();
        if (!meeting.council.empty()) council = organisation(meeting.council, {"", meeting.council, "", true});
        if (meeting.committee.empty()) return council;
        const std::string key = (meeting.council.empty() ? meeting.id : meeting.council) + "\n" + meeting.committee;
        return organisation(key, {"", meeting.committee, meeting.council.empty() ? "" : answer_.organisations[council].id, false});
    }

    /// Council and name make entries one person's; where no council is stated, the meeting and the name.
    std::size_t person(const MeetingSummary& meeting, const std::string& name) {
        const PrintedName& parts = printed(name);
        const bool alone = meeting.council.empty();
        const std::string key = meeting.council + "\n" + parts.key + (alone ? "\n" + meeting.id : "");
        const auto [known, added] = person_of_.emplace(key, adding_.size());
        if (added) {
            Adding adding;
            adding.found.id = id_of('p', key);
            adding.found.council = meeting.council;
            adding.found.identity = alone ? IdentityBasis::meeting : parts.identity;
            adding_.push_back(std::move(adding));
        }
        return known->second;
    }

    Membership& membership(Adding& adding, std::size_t body, const std::string& role, const std::string& post, const RoleFlags& flags) {
        Membership& found = adding.memberships[{body, role, post}];
        found.organisation = body;
        found.role = role;
        found.post = post;
        found.flags = flags;
        return found;
    }

    static void note_day(Membership& membership, const std::string& date) {
        if (date.empty()) return;
        if (membership.first_date.empty() || date < membership.first_date) membership.first_date = date;
        membership.last_date = std::max(membership.last_date, date);
    }

    void add_meeting(const Held& held) {
        const MeetingSummary& meeting = held.held.meeting;
        PeopleMeeting shown{meeting.id, meeting.date, held.held.path, held.held.sha256, body_of(meeting), {}};
        std::set<std::pair<std::size_t, std::tuple<std::string, std::string>>> roles;   // of this meeting
        std::unordered_map<std::string, std::size_t> listed;                            // by the name's key
        for (const ListedPerson& entry : meeting.people) {
            const std::size_t who = person(meeting, entry.name);
            Adding& adding = adding_[who];
            Membership& as = membership(adding, shown.organisation, entry.role, entry.post, entry.flags);
            const bool excused = entry.status == minutes::name_of(Status::apologies);
            if (roles.emplace(who, std::tuple(entry.role, entry.post)).second) ++(excused ? as.apologies : as.meetings);
            note_day(as, meeting.date);
            note(adding, meeting, entry.name, excused);
            shown.attendees.push_back({who, entry.role, entry.status});
            listed.emplace(printed(entry.name).key, who);
        }
        for (const TurnsOf& spoken : held.turns) {
            const auto known = listed.find(printed(spoken.person).key);
            const std::size_t who = known != listed.end() ? known->second : person(meeting, spoken.person);
            add_turns(adding_[who], who, meeting, spoken, shown.organisation, roles);
            if (known != listed.end()) continue;
            listed.emplace(printed(spoken.person).key, who);
            shown.attendees.push_back({who, spoken.role, ""});
        }
        if (!shown.attendees.empty()) answer_.meetings.push_back(std::move(shown));
    }

    void add_turns(Adding& adding, std::size_t who, const MeetingSummary& meeting, const TurnsOf& spoken, std::size_t body,
                   std::set<std::pair<std::size_t, std::tuple<std::string, std::string>>>& roles) {
        // The list's entry of this role, if there is one: the text may print the post otherwise.
        const auto entry = std::find_if(roles.begin(), roles.end(), [&](const auto& role) { return role.first == who && std::get<0>(role.second) == spoken.role; });
        const std::string post = entry != roles.end() ? std::get<1>(entry->second) : spoken.title;
        Membership& as = entry != roles.end() ? adding.memberships.at({body, spoken.role, post}) : membership(adding, body, spoken.role, post, spoken.flags);
        if (roles.emplace(who, std::tuple(spoken.role, post)).second) ++as.meetings;
        as.turns += spoken.turns;
        note_day(as, meeting.date);
        adding.found.turns += spoken.turns;
        note(adding, meeting, spoken.person, false);
    }

    static void note(Adding& adding, const MeetingSummary& meeting, const std::string& name, bool excused) {
        ++adding.names[name];
        (excused ? adding.excused : adding.present).insert(meeting.id);
        if (!meeting.date.empty()) adding.days.insert(meeting.date);
    }

    PersonFound finished(Adding& adding) {
        PersonFound& found = adding.found;
        const auto most = std::max_element(adding.names.begin(), adding.names.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
        found.name = most->first;
        for (const auto& [name, times] : adding.names)
            if (name != found.name) found.other_names.push_back(name);
        const PrintedName& parts = printed(found.name);
        found.honorific = parts.honorific;
        found.given = parts.given;
        found.family = parts.family;
        for (auto& [key, membership] : adding.memberships) found.memberships.push_back(std::move(membership));
        for (const std::string& meeting : adding.present) adding.excused.erase(meeting);
        found.meetings = static_cast<std::uint32_t>(adding.present.size());
        found.apologies = static_cast<std::uint32_t>(adding.excused.size());
        if (!adding.days.empty()) {
            found.first_date = *adding.days.begin();
            found.last_date = *adding.days.rbegin();
        }
        return std::move(found);
    }
};

/// New numbers for what is kept and sorted: new_number[old], or max for what is not kept.
template <typename Value, typename Keep, typename Before>
std::vector<std::size_t> arrange(std::vector<Value>& values, Keep keep, Before before) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (keep(i)) order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return before(values[a], values[b]); });
    std::vector<std::size_t> number(values.size(), std::numeric_limits<std::size_t>::max());
    std::vector<Value> arranged;
    for (const std::size_t old : order) {
        number[old] = arranged.size();
        arranged.push_back(std::move(values[old]));
    }
    values = std::move(arranged);
    return number;
}

bool is_wanted(const PersonFound& person, const Request& request) {
    return std::all_of(request.selections.begin(), request.selections.end(), [&](const Filter& filter) {
        const bool speaker = filter.field->name == "speaker", role = filter.field->name == "role";
        return (!speaker && !role) || std::any_of(filter.values.begin(), filter.values.end(), [&](const std::string& value) {
            if (speaker) return value_matches(*filter.field, person.name, value) || std::any_of(person.other_names.begin(), person.other_names.end(), [&](const std::string& name) { return value_matches(*filter.field, name, value); });
            return std::any_of(person.memberships.begin(), person.memberships.end(), [&](const Membership& m) { return value_matches(*filter.field, m.role, value); });
        });
    });
}

void put_in_order(PeopleAnswer& answer, const Request& request) {
    const auto person_place = [](const PersonFound& p) { return std::make_tuple(p.council, fold_value(p.family), fold_value(p.given), p.id); };
    const std::vector<std::size_t> people = arrange(answer.people, [&](std::size_t i) { return is_wanted(answer.people[i], request); },
                                                    [&](const PersonFound& a, const PersonFound& b) { return person_place(a) < person_place(b); });
    std::set<std::size_t> bodies;
    std::set<std::string> parents;
    for (PeopleMeeting& meeting : answer.meetings) {
        std::erase_if(meeting.attendees, [&](const PersonAtMeeting& attendee) { return people[attendee.person] >= answer.people.size(); });
        for (PersonAtMeeting& attendee : meeting.attendees) attendee.person = people[attendee.person];
        if (!meeting.attendees.empty() && meeting.organisation < answer.organisations.size()) bodies.insert(meeting.organisation);
    }
    for (const std::size_t body : bodies) parents.insert(answer.organisations[body].parent_id);
    std::map<std::string, std::string> councils;   // of the bodies, by id
    for (const Organisation& o : answer.organisations) councils[o.id] = o.name;
    const auto place = [&](const Organisation& o) { return std::make_tuple(o.is_council ? o.name : o.parent_id.empty() ? std::string() : councils[o.parent_id], !o.is_council, o.name, o.id); };
    const std::vector<std::size_t> organisations = arrange(answer.organisations, [&](std::size_t i) { return bodies.contains(i) || parents.contains(answer.organisations[i].id); },
                                                           [&](const Organisation& a, const Organisation& b) { return place(a) < place(b); });
    const auto renumber = [&](std::size_t& number) { if (number < organisations.size()) number = organisations[number]; };
    for (PeopleMeeting& meeting : answer.meetings) renumber(meeting.organisation);
    for (PersonFound& person : answer.people) {
        for (Membership& membership : person.memberships) renumber(membership.organisation);
        std::stable_sort(person.memberships.begin(), person.memberships.end(), [](const Membership& a, const Membership& b) { return std::tie(a.organisation, a.role, a.post) < std::tie(b.organisation, b.role, b.post); });
    }
    arrange(answer.meetings, [&](std::size_t i) { return !answer.meetings[i].attendees.empty(); }, [](const PeopleMeeting& a, const PeopleMeeting& b) {
        return std::make_tuple(a.date.empty(), std::string_view(a.date), std::string_view(a.id)) < std::make_tuple(b.date.empty(), std::string_view(b.date), std::string_view(b.id));
    });
}

}  // namespace

PeopleAnswer find_people(Reader& reader, const Request& asked) {
    return reader.read([&](const Xapian::Database& database) {
        const Request request = prepared(database, asked);
        PeopleAnswer answer = Gathering(read_meetings(database, request)).take();
        put_in_order(answer, request);
        Request meetings = request;   // a name that nobody speaks under may stand in a list
        std::erase_if(meetings.selections, [](const Filter& filter) { return filter.field->name == "speaker" || filter.field->name == "role"; });
        answer.notes = find_notes(database, meetings, index_base(database));
        return answer;
    });
}

}  // namespace minutes
