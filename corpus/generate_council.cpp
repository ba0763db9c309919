#include "corpus/generate_council.hpp"

#include "corpus/generate_names.hpp"
#include "corpus/generate_words.hpp"

#include <algorithm>
#include <array>

namespace minutes::synthetic {
namespace {

/// Distinct salts keep the draws of different things apart.
enum Salt : std::uint64_t { kPlace = 1, kMember = 2, kOfficer = 3, kCabinet = 4, kClerk = 5, kChief = 6, kOutsider = 7, kArea = 8, kCoopted = 9 };

constexpr std::array<std::string_view, kLayouts> kLayoutNames = {"moderngov-meeting", "moderngov-numbered", "pdf-markdown",
                                                                 "moderngov-item", "council-web-page"};
constexpr std::uint32_t kShortSurnames = 7'700, kSurnames = 150'000;

struct Names {
    bool female = false;
    std::string given, family, initials;
};

Names names_of(const Council& council, Salt salt, std::uint64_t number) {
    Random random(mix(mix(council.seed, salt), number));
    Names names;
    names.female = random.chance(50);
    names.given = given_name(names.female, random.below(78));
    names.family = surname(random.below(random.chance(80) ? kShortSurnames : kSurnames));
    names.initials = names.given.substr(0, 1);
    if (random.chance(50)) names.initials += std::string(" ") + static_cast<char>('A' + random.below(20));
    return names;
}

std::string titled(const Names& names, bool married) { return (names.female ? (married ? "Mrs " : "Ms ") : "Mr ") + names.family; }

/// The list of a PDF prints "Mrs J L Osthurst" for members; a council's own page prints "Councillor Osthurst".
std::string member_name(const Council& council, const Names& names, std::uint32_t number) {
    if (council.layout != Layout::pdf_markdown) return "Councillor " + names.family;
    return (names.female ? (number % 2 ? "Mrs " : "Ms ") : "Mr ") + names.initials + ' ' + names.family;
}

Figure official(const Council& council, Salt salt, std::uint64_t number, std::string_view role, std::string post) {
    const Names names = names_of(council, salt, number);
    return {role, names.given + ' ' + names.family, titled(names, false), std::move(post), {}};
}

std::string area_of(const Council& council, std::uint32_t topic, std::uint64_t draw) {
    const Grammar& grammar = Grammar::shared();
    Random random(mix(mix(council.seed, kArea), topic * 8 + draw));
    return grammar.say(grammar.rule("area"), random, {council.seed, 2020, topic});
}

std::string name_of_council(const Council& council) {
    const Grammar& grammar = Grammar::shared();
    Random random(mix(council.seed, kPlace));
    return council.place + ' ' + grammar.say(grammar.rule("council_kind"), random, {});
}

std::vector<std::string> committees_of(std::uint64_t seed) {
    const Grammar& grammar = Grammar::shared();
    std::vector<std::string> committees;
    for (Random random(seed); committees.size() < 4;) {
        std::string committee = grammar.say(grammar.rule("committee"), random, {});
        if (std::find(committees.begin(), committees.end(), committee) == committees.end()) committees.push_back(std::move(committee));
    }
    return committees;
}

}  // namespace

std::string_view name_of(Layout layout) { return kLayoutNames[static_cast<std::size_t>(layout)]; }

Council make_council(std::uint64_t seed, std::uint32_t number) {
    Council council;
    council.seed = mix(seed, number);
    council.place = place_name(static_cast<std::uint32_t>((mix(seed, 0) % 5000 + number * 7) % 5000));
    council.layout = static_cast<Layout>(number % kLayouts);
    council.chair_word = council.seed % 2 ? "Chairman" : "Chair";
    council.curly = council.layout != Layout::pdf_markdown;
    council.name = name_of_council(council);
    council.committees = committees_of(mix(council.seed, 99));
    return council;
}

Figure make_officer(const Council& council, std::uint32_t topic, std::uint32_t rank) {
    const std::uint64_t number = topic * 4 + rank;
    if (rank == 0 && Grammar::shared().topics()[topic] == "children") {
        Figure director = official(council, kOfficer, number, "dcs", "Director of Children's Services");
        director.shorter = "DCS";
        return director;
    }
    const std::string area = area_of(council, topic, rank);
    switch (rank) {
        case 0: return official(council, kOfficer, number, "director", (council.seed % 3 ? "Corporate Director for " : "Executive Director of ") + area);
        case 1: return official(council, kOfficer, number, "assistant-director", "Assistant Director for " + area);
        case 2: return official(council, kOfficer, number, "head-of-service", "Head of " + area);
        default: return official(council, kOfficer, number, "officer", area + " Manager");
    }
}

Figure make_member(const Council& council, std::uint32_t number) {
    const Names names = names_of(council, kMember, number);
    const bool councillors = council.layout != Layout::pdf_markdown;
    return {"member", member_name(council, names, number), councillors ? "Councillor " + names.family : titled(names, number % 2), {}, {}};
}

Figure make_cabinet_member(const Council& council, std::uint32_t topic) {
    const Names names = names_of(council, kCabinet, topic);
    const std::string_view post = council.layout == Layout::website ? "Portfolio Holder for " : "Cabinet Member for ";
    Figure figure{"cabinet-member", member_name(council, names, topic), {}, std::string(post) + area_of(council, topic, 0), {}};
    figure.formal = council.layout == Layout::pdf_markdown ? titled(names, topic % 2) : "Councillor " + names.family;
    return figure;
}

Figure make_clerk(const Council& council, std::uint32_t number) {
    return official(council, kClerk, number, "clerk", number % 2 ? "Scrutiny Officer" : "Democratic Services Officer");
}

Figure make_chief_executive(const Council& council) { return official(council, kChief, 0, "chief-executive", "Chief Executive"); }

Figure make_coopted(const Council& council) {
    Figure figure = official(council, kCoopted, 0, "coopted", {});
    figure.name.insert(0, "Reverend ");
    return figure;
}

Figure make_outsider(const Council& council, std::uint32_t number) {
    Figure figure = official(council, kOutsider, number, "external",
                             number % 2 ? "Independent Chair of the Improvement Board" : "Independent Chair of the Safeguarding Partnership");
    figure.shorter = "Independent Chair";
    return figure;
}

}  // namespace minutes::synthetic
