#include "searcher/render_people.hpp"

#include "analyzers/people/role_flags.hpp"
#include "searcher/context.hpp"
#include "searcher/printable.hpp"

#include <algorithm>

namespace minutes {
namespace {

constexpr std::size_t kNameColumns = 34;

std::string padded(std::string text, std::size_t columns) {
    const std::size_t length = characters_in(text);
    return length < columns ? text + std::string(columns - length, ' ') : text;
}

std::string period(const std::string& first, const std::string& last) {
    if (first.empty()) return "no date stated";
    return first == last ? first : first + " to " + last;
}

std::string flags_text(const RoleFlags& flags) {
    std::string text;
    for (const std::string_view name : names_of(flags)) text.append(text.empty() ? "" : "; ").append(name);
    return text;
}

/// Roles, the most taken first; posts behind them where they are printed.
std::string roles_text(const PersonFound& person) {
    std::vector<const Membership*> order;
    for (const Membership& membership : person.memberships) order.push_back(&membership);
    std::stable_sort(order.begin(), order.end(), [](const Membership* a, const Membership* b) { return a->meetings + a->apologies > b->meetings + b->apologies; });
    std::vector<std::string> parts;
    for (const Membership* membership : order) {
        const std::string part = membership->role + (membership->post.empty() ? "" : " (" + printable(membership->post) + ")");
        if (std::find(parts.begin(), parts.end(), part) == parts.end()) parts.push_back(part);
    }
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
    return text;
}

/// What to doubt; of somebody who was at one meeting the name alone proves nothing and joins nothing.
std::string identity_text(const PersonFound& person) {
    if (person.meetings + person.apologies < 2) return "";
    switch (person.identity) {
        case IdentityBasis::full_name: return "";
        case IdentityBasis::initials: return "  [one person by surname and initials]";
        case IdentityBasis::surname: return "  [one person by surname alone]";
        case IdentityBasis::meeting: return "";
    }
    return "";
}

std::string person_text(const PersonFound& person) {
    std::string text = "  " + padded(printable(person.name), kNameColumns) + "  " + counted(person.meetings, "meeting");
    if (person.apologies > 0) text += ", " + grouped(person.apologies) + (person.apologies == 1 ? " apology" : " apologies");
    text += ", " + counted(person.turns, "turn") + ", " + period(person.first_date, person.last_date) + identity_text(person) + "\n";
    return text + "      " + roles_text(person) + "\n";
}

std::string number(std::uint64_t value) { return std::to_string(value); }

Cells cells_of(const PeopleAnswer& answer, const PersonFound& person, const Membership& m, TableStyle style) {
    const Organisation* body = m.organisation < answer.organisations.size() ? &answer.organisations[m.organisation] : nullptr;
    return {person.id, person.name, person.honorific, person.given, person.family, std::string(name_of(person.identity)), person.council,
            body == nullptr || body->is_council ? "" : body->name, m.role, m.post, flags_text(m.flags), number(m.meetings), number(m.apologies), number(m.turns),
            m.first_date, m.last_date, table_format("minutes-people", style)};
}

}  // namespace

std::string people_as_text(const PeopleAnswer& answer) {
    std::string text = grouped(answer.people.size()) + (answer.people.size() == 1 ? " person" : " people") + " in " + counted(answer.meetings.size(), "meeting") + ".\n";
    const std::string* council = nullptr;
    for (const PersonFound& person : answer.people) {
        if (council == nullptr || *council != person.council) text += "\n" + (person.council.empty() ? "(council not stated)" : printable(person.council)) + "\n";
        council = &person.council;
        text += person_text(person);
    }
    return text;
}

std::string people_as_csv(const PeopleAnswer& answer, TableStyle style) {
    std::string text = table_row({"person_id", "name", "honorific", "given", "family", "identity", "council", "committee", "role", "post", "flags", "meetings", "apologies",
                                  "turns", "first_date", "last_date", "format"}, style);
    for (const PersonFound& person : answer.people)
        for (const Membership& membership : person.memberships) text += table_row(cells_of(answer, person, membership, style), style);
    return text;
}

}  // namespace minutes
