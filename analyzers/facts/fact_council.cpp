#include "analyzers/facts/councils.hpp"
#include "analyzers/facts/fact_rules.hpp"
#include "analyzers/facts/word_finder.hpp"

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
struct Parish {
    bool in_head = false;
    std::size_t mentions = 0;
};

Parish parish_of(const MeetingText& meeting) {
    static const WordFinder words({"parish council", "town council", "community council", "parish clerk", "parish meeting"});
    Parish parish;
    parish.mentions = words.all_in(meeting.text).size();
    for (const Span line : meeting.head) parish.in_head |= words.any_in(slice(meeting.text, line));
    return parish;
}

std::optional<Fact> by_host(const MeetingText& meeting, const std::vector<CouncilName>& named) {
    const auto hosts = find_council_hosts(meeting.text);
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
std::optional<Fact> by_text(const MeetingText& meeting, const std::vector<CouncilName>& named) {
    std::vector<PlaceCount> places = count_places(meeting.text);
    const auto rare = [](const PlaceCount& place) { return place.count < 2; };
    places.erase(std::remove_if(places.begin(), places.end(), rare), places.end());
    const auto full = distinct(named);
    if (full.size() > 1) return std::nullopt;
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
std::optional<Fact> by_full_name(const MeetingText& meeting) {
    std::optional<Fact> only;
    for (const CouncilName& name : find_printed_councils(meeting.text)) {
        if (name.council) return std::nullopt;
        const bool has_kind = std::any_of(std::begin(kKinds), std::end(kKinds), [&](std::string_view kind) { return name.name.ends_with(kind); });
        if (!has_kind) continue;   // "Youth Council", "School Council"
        if (only && only->value != name.name) return std::nullopt;
        if (!only) only = Fact{name.name, Evidence::inferred, name.at};
    }
    return only;
}

}  // namespace

Fact find_council(const MeetingText& meeting, const Fact& venue) {
    if (const auto fact = in_head(meeting)) return *fact;
    const Parish parish = parish_of(meeting);
    if (parish.in_head || parish.mentions > kParishMentions) return {};
    const auto named = find_councils(meeting.text);
    if (const auto fact = by_host(meeting, named)) return *fact;
    if (const auto fact = by_seat(venue)) return *fact;
    if (parish.mentions > 0) return {};
    if (const auto fact = by_text(meeting, named)) return *fact;
    return by_full_name(meeting).value_or(Fact{});
}

}  // namespace minutes
