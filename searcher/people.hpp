#pragma once

#include "analyzers/meeting.hpp"
#include "searcher/request.hpp"

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace minutes {

class Reader;

/// Why the entries and turns of a person are taken for one person's. Nobody is ever one person across two councils.
enum class IdentityBasis {
    full_name,      ///< lists of one council print honorific, forenames and surname alike
    initials,       ///< ... with initials for forenames
    surname,        ///< ... with the surname alone: "Councillor Thorne"
    meeting         ///< of one meeting alone, for its council is not stated
};

[[nodiscard]] std::string_view name_of(IdentityBasis identity);

/// A council, or a body of one. Two meetings of bodies without a council are never of one body.
struct Organisation {
    std::string id, name;
    std::string parent_id;          ///< of the council of a body; "": none, or not stated
    bool is_council = false;
};

/// What a person was at meetings of one body: one role under one post as printed ("" = none).
struct Membership {
    std::size_t organisation = std::numeric_limits<std::size_t>::max();  ///< in PeopleAnswer::organisations; max: not stated
    std::string role, post;
    RoleFlags flags = {};
    std::uint32_t meetings = 0, apologies = 0;      ///< at which the person was, or spoke; sent apologies
    std::uint64_t turns = 0;                        ///< of speech in this role
    std::string first_date, last_date;              ///< of these meetings; "" where none has a date
};

struct PersonAtMeeting {
    std::size_t person = 0;         ///< in PeopleAnswer::people
    std::string role, status;       ///< as in the list; status "": the list does not name the person
};

struct PeopleMeeting {
    std::string id, date, path, sha256;
    std::size_t organisation = std::numeric_limits<std::size_t>::max();
    std::vector<PersonAtMeeting> attendees;                ///< in the order of the list, then those whom only the text names
};

struct PersonFound {
    std::string id;                 ///< from council and name, so that it survives a re-index
    std::string name;               ///< as printed most often
    std::vector<std::string> other_names;           ///< other ways in which it is printed, by text
    std::string honorific, given, family;           ///< as in `name`; given "": the surname alone is printed
    std::string council;
    IdentityBasis identity = IdentityBasis::full_name;
    std::vector<Membership> memberships;            ///< by organisation, then role and post
    std::uint32_t meetings = 0, apologies = 0;
    std::uint64_t turns = 0;
    std::string first_date, last_date;
};

struct PeopleAnswer {
    std::vector<Organisation> organisations;        ///< councils and their bodies, by name
    std::vector<PersonFound> people;                ///< by council, family name, given name
    std::vector<PeopleMeeting> meetings;            ///< those that one of the people was at, by date (undated last), then id
    std::vector<std::string> notes;
};

/// Who is in attendance lists or speaks in the meetings that the request's filters of council, committee and dates leave. Of
/// selections of speaker and role, those who have such a name, or had such a role there. O(files + passages).
[[nodiscard]] PeopleAnswer find_people(Reader& reader, const Request& request);

}  // namespace minutes
