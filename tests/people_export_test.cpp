// Who is taken for whom in `minutes people`, on small folders written for it.
#include "searcher/people.hpp"
#include "searcher/person_identity.hpp"
#include "searcher/reader.hpp"
#include "searcher/render_people.hpp"
#include "tests/index_folder.hpp"
#include "tests/workspace.hpp"

#include <boost/test/unit_test.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

using namespace minutes;
using namespace minutes::test;
namespace fs = std::filesystem;

namespace {

using Json = nlohmann::json;

std::string minutes_of(const std::string& council, const std::string& committee, int day, const std::string& present, const std::string& said) {
    return council + "\n\nMinutes of the " + committee + " held on " + std::to_string(day) + " March 2021\n\nPresent: " + present + "\n\n1. KILNS\n\n" + said + "\n";
}

struct Folder {
    Workspace work;
    std::string index = (work.path() / "index").string();
    int files = 0;

    void add(const std::string& text) { (void)work.write("texts/" + std::to_string(files++) + ".txt", text); }
    [[nodiscard]] PeopleAnswer ask(const std::vector<std::pair<std::string, std::string>>& selected = {}) const {
        index_folder((work.path() / "texts").string(), index);
        Request request = make_request(Node{});
        for (const auto& [field, value] : selected) select(request, *field_named(field), value);
        Reader reader(index);
        return find_people(reader, request);
    }
};

/// "Councillor Ann Hay, Eastmoor Council, full-name, 2 meetings, 0 apologies, 1 turns: chair, member".
std::vector<std::string> shown(const PeopleAnswer& answer) {
    std::vector<std::string> lines;
    for (const PersonFound& person : answer.people) {
        std::set<std::string> roles;
        for (const Membership& membership : person.memberships) roles.insert(membership.role);
        std::string line = person.name + ", " + person.council + ", " + std::string(name_of(person.identity)) + ", " + std::to_string(person.meetings) + " meetings, " +
                           std::to_string(person.apologies) + " apologies, " + std::to_string(person.turns) + " turns:";
        for (const std::string& role : roles) line += " " + role;
        lines.push_back(line);
    }
    return lines;
}

void check(const PeopleAnswer& answer, const std::vector<std::string>& expected) {
    const std::vector<std::string> lines = shown(answer);
    BOOST_TEST(lines == expected, boost::test_tools::per_element());
}

}  // namespace

BOOST_AUTO_TEST_CASE(names_are_taken_apart) {
    constexpr struct { std::string_view name, honorific, given, family; IdentityBasis identity; } kRows[] = {
        {"Councillor Ann Hay", "Councillor", "Ann", "Hay", IdentityBasis::full_name},
        {"Cllr. A. Hay", "Cllr.", "A.", "Hay", IdentityBasis::initials},
        {"Councillor Hay", "Councillor", "", "Hay", IdentityBasis::surname},
        {"Ms A B Marlow", "Ms", "A B", "Marlow", IdentityBasis::initials},
        {"Edmund Sayle", "", "Edmund", "Sayle", IdentityBasis::full_name},
        {"Councillor Ifan Meredith-Cole", "Councillor", "Ifan", "Meredith-Cole", IdentityBasis::full_name},
        {"Hay", "", "", "Hay", IdentityBasis::surname},
        {"", "", "", "", IdentityBasis::surname},
    };
    for (const auto& row : kRows) BOOST_TEST_CONTEXT(row.name) {
        const PrintedName name = take_apart(row.name);
        BOOST_TEST(name.honorific == row.honorific);
        BOOST_TEST(name.given == row.given);
        BOOST_TEST(name.family == row.family);
        BOOST_TEST((name.identity == row.identity));
    }
    BOOST_TEST(take_apart("Cllr. Ann Hay").key == take_apart("Councillor Ann HAY").key);
    for (const std::string_view other : {"Ann Hay", "Ms Ann Hay", "Councillor A Hay", "Councillor Hay", "Councillor Anne Hay", "Councillor Ann Hays"})
        BOOST_TEST(take_apart("Councillor Ann Hay").key != take_apart(other).key, other);
}

BOOST_AUTO_TEST_CASE(one_council_prints_a_name_alike_and_two_councils_do_not_share_it) {
    Folder folder;
    folder.add(minutes_of("EASTMOOR DISTRICT COUNCIL", "Quarry Panel", 3, "Councillor Ann Hay (Chair), Councillor Ben Croft", "Councillor Hay said that the kilns were cold."));
    folder.add(minutes_of("EASTMOOR DISTRICT COUNCIL", "Water Panel", 4, "Cllr Ben Croft (Chair), Cllr Ann Hay", "Cllr Croft reported. Cllr Una Vale asked why."));
    folder.add(minutes_of("WESTMOOR DISTRICT COUNCIL", "Quarry Panel", 5, "Councillor Ann Hay", "Councillor Hay said that it rained."));
    check(folder.ask(), {"Cllr Ben Croft, Eastmoor District Council, full-name, 2 meetings, 0 apologies, 1 turns: chair member",
                         "Councillor Ann Hay, Eastmoor District Council, full-name, 2 meetings, 0 apologies, 1 turns: chair member",
                         "Cllr Una Vale, Eastmoor District Council, full-name, 1 meetings, 0 apologies, 1 turns: member",
                         "Councillor Ann Hay, Westmoor District Council, full-name, 1 meetings, 0 apologies, 1 turns: member"});
    check(folder.ask({{"council", "westmoor"}}), {"Councillor Ann Hay, Westmoor District Council, full-name, 1 meetings, 0 apologies, 1 turns: member"});
    check(folder.ask({{"speaker", "hay"}, {"role", "chair"}}), {"Councillor Ann Hay, Eastmoor District Council, full-name, 2 meetings, 0 apologies, 1 turns: chair member"});
    check(folder.ask({{"speaker", "cllr ben croft"}}), {"Cllr Ben Croft, Eastmoor District Council, full-name, 2 meetings, 0 apologies, 1 turns: chair member"});
    BOOST_TEST(folder.ask({{"role", "dcs"}}).people.empty());
}

BOOST_AUTO_TEST_CASE(without_a_council_nobody_is_known_beyond_the_meeting) {
    Folder folder;
    folder.add(minutes_of("", "Quarry Panel", 3, "Councillor Ann Hay", "It rained."));
    folder.add(minutes_of("", "Quarry Panel", 4, "Councillor Ann Hay", "It rained again."));
    const PeopleAnswer answer = folder.ask();
    check(answer, {"Councillor Ann Hay, , meeting, 1 meetings, 0 apologies, 0 turns: member", "Councillor Ann Hay, , meeting, 1 meetings, 0 apologies, 0 turns: member"});
    BOOST_TEST(answer.organisations.size() == 2u);   // nor is the panel one panel
}

BOOST_AUTO_TEST_CASE(popolo_refers_to_what_it_holds_and_says_it_again) {
    Folder folder;
    folder.add(minutes_of("EASTMOOR DISTRICT COUNCIL", "Quarry Panel", 3, "Councillor Ann Hay (Chair)\nApologies: Councillor Ben Croft\nOfficers: Dora Vale, Interim Director of Kilns",
                          "Councillor Hay said that the kilns were cold."));
    folder.add(minutes_of("", "Water Panel", 4, "Councillor Ann Hay", "Mr Una Brook, a resident, asked why."));
    const PeopleAnswer answer = folder.ask();
    const std::string text = people_as_popolo(answer);
    BOOST_TEST(text == people_as_popolo(folder.ask()));
    const Json json = Json::parse(text);
    std::set<std::string> ids, persons, organisations, posts;
    for (const auto& [list, into] : {std::pair("persons", &persons), std::pair("organizations", &organisations), std::pair("posts", &posts)})
        for (const Json& one : json.at(list)) into->insert(one.at("id"));
    for (const char* list : {"persons", "organizations", "posts", "memberships", "events"})
        for (const Json& one : json.at(list)) BOOST_TEST(ids.insert(one.at("id")).second, list << " " << one);
    for (const Json& membership : json.at("memberships")) {
        BOOST_TEST(persons.contains(membership.at("person_id")));
        BOOST_TEST((membership.at("organization_id").is_null() || organisations.contains(membership.at("organization_id"))));
        BOOST_TEST((membership.at("post_id").is_null() || posts.contains(membership.at("post_id"))));
        BOOST_TEST(!membership.contains("start_date"));   // a day of a meeting is no first day of anything
    }
    for (const Json& event : json.at("events"))
        for (const Json& person : event.at("attendees")) BOOST_TEST(persons.contains(person.at("id")));
    BOOST_TEST(json.at("events").size() == 2u);
    BOOST_TEST(json.at("events")[0].at("minutes").at("apologies")[0].at("name") == "Councillor Ben Croft");
    BOOST_REQUIRE(json.at("posts").size() == 2u);
    BOOST_TEST(json.at("posts")[1].at("label") == "Interim Director of Kilns");
    BOOST_TEST(json.at("posts")[1].at("role") == "director");
}
