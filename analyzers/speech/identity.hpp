#pragma once

#include "analyzers/speech/attribution_rules.hpp"
#include "analyzers/speech/cast.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace minutes {

/// Who the words that name a speaker mean: a role, a person where they lead to one, and what that rests on.
struct Identity {
    Role role = Role::unattributed;
    std::string person;                   ///< see Speaker::person
    std::string title;                    ///< see Speaker::title
    RoleFlags flags;
    Resolution resolution = Resolution::unnamed;
    Rule rule = Rule::silent;
    Span evidence;
    std::vector<std::string> candidates;  ///< at least two where the resolution is ambiguous; at most kMostCandidates
};

inline constexpr std::size_t kMostCandidates = 20;

/// One person of the list. The title is the list's post if that leads to the role, else `title`, the text's.
[[nodiscard]] Identity resolved(const CastMember& member, Role role, Rule rule, std::string_view title);

/// Several people fit. Those of one name are one candidate; if no two names are left, nobody is known.
[[nodiscard]] Identity ambiguous(const CastMembers& members, Role role, Rule rule, std::string_view title);

/// Somebody is named whom nothing identifies.
[[nodiscard]] Identity unresolved(Role role, Rule rule, std::string_view title, Span evidence = {});

[[nodiscard]] Speaker made_speaker(Identity identity, Act act, Attribution attribution, Span surface);

/// A speaker whom no words name: the evidence is the surface, the words of the act.
[[nodiscard]] Speaker nobody_named(Role role, Act act, Attribution attribution, Span surface, Rule rule);

}  // namespace minutes
