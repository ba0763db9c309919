#include "analyzers/meeting.hpp"

#include <algorithm>
#include <array>

namespace minutes {
namespace {

// Each table is in the order of its enum.
constexpr std::array<std::string_view, 6> kKinds = {"discussion", "decision", "action", "attendance", "procedural", "agenda-note"};
constexpr std::array<std::string_view, 17> kRoles = {
    "dcs", "chair", "vice-chair", "member", "committee", "coopted", "visiting-member", "cabinet-member", "chief-executive",
    "director", "assistant-director", "head-of-service", "officer", "clerk", "external", "public", "unattributed"};
constexpr std::array<std::string_view, 7> kActs = {"report", "question", "answer", "concern", "statement", "decision", "action"};
constexpr std::array<std::string_view, 4> kAttributions = {"explicit", "inherited", "inferred", "implied"};
constexpr std::array<std::string_view, 4> kEvidence = {"", "stated", "inferred", "given"};
constexpr std::array<std::string_view, 3> kStatus = {"present", "in-attendance", "apologies"};
constexpr std::array<std::string_view, 10> kZones = {"title",  "minutes",    "decision", "action", "agenda", "attendance", "apologies", "declarations", "documents",
                                                     "boilerplate"};
constexpr std::array<std::string_view, 5> kResolutions = {"resolved", "ambiguous", "unresolved", "collective", "unnamed"};
constexpr std::array<std::string_view, 8> kOutcomes = {"resolved", "agreed", "recommended", "noted", "ordered", "lost", "moved", "action"};

template <typename Enum, std::size_t N>
std::optional<Enum> find_name(const std::array<std::string_view, N>& names, std::string_view name) {
    for (std::size_t i = 0; i < N; ++i)
        if (names[i] == name) return static_cast<Enum>(i);
    return std::nullopt;
}

}  // namespace

std::string_view name_of(PassageKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }
std::string_view name_of(Role role) { return kRoles[static_cast<std::size_t>(role)]; }
std::string_view name_of(Act act) { return kActs[static_cast<std::size_t>(act)]; }
std::string_view name_of(Attribution attribution) { return kAttributions[static_cast<std::size_t>(attribution)]; }
std::string_view name_of(Evidence evidence) { return kEvidence[static_cast<std::size_t>(evidence)]; }
std::string_view name_of(Status status) { return kStatus[static_cast<std::size_t>(status)]; }
std::string_view name_of(Zone zone) { return kZones[static_cast<std::size_t>(zone)]; }
std::string_view name_of(Resolution resolution) { return kResolutions[static_cast<std::size_t>(resolution)]; }
std::string_view name_of(Outcome::Kind kind) { return kOutcomes[static_cast<std::size_t>(kind)]; }
std::optional<PassageKind> passage_kind_named(std::string_view name) { return find_name<PassageKind>(kKinds, name); }
std::optional<Role> role_named(std::string_view name) { return find_name<Role>(kRoles, name); }
std::optional<Zone> zone_named(std::string_view name) { return find_name<Zone>(kZones, name); }

std::string passage_text(std::string_view doc_text, const Passage& passage) {
    std::string text;
    for (Span part : passage.parts) {
        if (part.contains(passage.marker)) part.begin = std::max(part.begin, passage.marker.end);
        if (!text.empty() && !part.empty()) text += ' ';
        text += slice(doc_text, part);
    }
    return text;
}

}  // namespace minutes
