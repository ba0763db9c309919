#include "analyzers/facts/councils.hpp"
#include "analyzers/facts/fact_rules.hpp"
#include "analyzers/facts/councils_of_text.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace minutes {
namespace {

constexpr std::size_t kParishMentions = 2;  ///< so often a county's minutes may speak of one

/// Ends of names that are councils' beyond doubt, wherever they stand.
constexpr std::string_view kKinds[] = {" County Council", " Borough Council", " District Council", " City Council", " Metropolitan Borough Council"};

Span shifted(Span span, std::uint32_t by) { return {span.begin + by, span.end + by}; }

/// The first line of the head that names a council names this one, unless it names two.
std::optional<Fact> in_head(const MeetingText& meeting) {
    std::vector<Span> lines = meeting.head;
    lines.push_back(meeting.title);
    for (const Span line : lines) {
        const auto names = find_printed_councils(slice(meeting.text, line));
        if (names.empty()) continue;
        const bool one = std::all_of(names.begin(), names.end(), [&](const CouncilName& name) { return name.name == names.front().name; });
        return one ? Fact{names.front().name, Evidence::stated, shifted(names.front().at, line.begin)} : Fact{};
    }
    return std::nullopt;
}

std::set<const Council*> distinct(const std::vector<CouncilName>& names) {
    std::set<const Council*> councils;
    for (const CouncilName& name : names) councils.insert(name.council);
    return councils;
}

Fact inferred(const Council& council, Span at) { return {std::string(council.formal), Evidence::inferred, at}; }

/// The minutes of a parish or town name the councils around it; none of those is the one that meets.
bool is_of_parish(const MeetingText& meeting, const CouncilsOfText& councils) {
    const bool in_head = std::any_of(meeting.head.begin(), meeting.head.end(), [&](Span line) { return mentions_parish(slice(meeting.text, line)); });
    return in_head || councils.parish_mentions() > kParishMentions;
}

std::optional<Fact> by_host(const CouncilsOfText& councils) {
    const auto &hosts = councils.hosts(), &named = councils.named();
    if (distinct(hosts).size() != 1) return std::nullopt;
    const auto name = std::find_if(named.begin(), named.end(), [&](const CouncilName& n) { return n.council == hosts.front().council; });
    if (name != named.end()) return Fact{name->name, Evidence::stated, name->at};
    return inferred(*hosts.front().council, hosts.front().at);
}

/// The one council that the venue is the seat of.
std::optional<Fact> by_seat(const Fact& venue) {
    const auto seats = councils_at(venue.value);
    return seats.size() == 1 ? std::optional(inferred(*seats.front(), venue.at)) : std::nullopt;
}

bool is_wide(const Council& council) { return council.kind == "C" || council.kind == "U"; }

/// The only council of which the text speaks: named in full, or its county's name at least twice. A place named as
/// often is a rival, and rivals mean that nobody knows.
std::optional<Fact> by_text(const CouncilsOfText& councils) {
    const std::vector<CouncilName>& named = councils.named();
    const auto full = distinct(named);
    if (full.size() > 1) return std::nullopt;
    std::vector<PlaceCount> places = councils.places();
    std::erase_if(places, [](const PlaceCount& place) { return place.count < 2; });
    if (full.size() == 1) {
        const Council* council = *full.begin();
        const bool rival = std::any_of(places.begin(), places.end(), [&](const PlaceCount& p) { return p.council != council && is_wide(*p.council); });
        const bool often = named.size() > 1 || std::any_of(places.begin(), places.end(), [&](const PlaceCount& p) { return p.council == council; });
        return often && !rival ? std::optional(inferred(*council, named.front().at)) : std::nullopt;
    }
    places.erase(std::remove_if(places.begin(), places.end(), [](const PlaceCount& p) { return !is_wide(*p.council); }), places.end());
    return places.size() == 1 ? std::optional(inferred(*places.front().council, places.front().first)) : std::nullopt;
}

/// A council that the table does not know, named in full with its kind, and no other council beside it.
std::optional<Fact> by_full_name(const CouncilsOfText& councils) {
    if (!councils.named().empty()) return std::nullopt;
    std::optional<Fact> only;
    for (const CouncilName& name : councils.printed()) {
        const bool has_kind = std::any_of(std::begin(kKinds), std::end(kKinds), [&](std::string_view kind) { return name.name.ends_with(kind); });
        if (!has_kind) continue;   // "Youth Council", "School Council"
        if (only && only->value != name.name) return std::nullopt;
        if (!only) only = Fact{name.name, Evidence::inferred, name.at};
    }
    return only;
}

}  // namespace

Fact find_council(const MeetingText& meeting, const Fact& venue, const CouncilsOfText& councils) {
    if (const auto fact = in_head(meeting)) return *fact;
    if (is_of_parish(meeting, councils)) return {};
    if (const auto fact = by_host(councils)) return *fact;
    if (const auto fact = by_seat(venue)) return *fact;
    if (councils.parish_mentions() > 0) return {};
    if (const auto fact = by_text(councils)) return *fact;
    return by_full_name(councils).value_or(Fact{});
}

}  // namespace minutes
