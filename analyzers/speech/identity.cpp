#include "analyzers/speech/identity.hpp"

#include "analyzers/people/role_flags.hpp"

#include <algorithm>
#include <utility>

namespace minutes {

Identity resolved(const CastMember& member, Role role, Rule rule, std::string_view title) {
    Identity identity;
    identity.role = role;
    identity.person = member.person->name;
    identity.title = !member.post.empty() && member.post_role == role ? std::string_view(member.person->post) : title;
    identity.flags = flags_of_title(identity.title) | flags_of_title(title);
    identity.resolution = Resolution::resolved;
    identity.rule = rule;
    identity.evidence = member.person->at;
    return identity;
}

Identity ambiguous(const CastMembers& members, Role role, Rule rule, std::string_view title) {
    CastMembers in_order = members;
    std::sort(in_order.begin(), in_order.end());  // members stand in the cast in the order of the list
    Identity identity = unresolved(role, rule, title);
    for (const CastMember* member : in_order) {
        if (identity.candidates.size() == kMostCandidates) break;
        if (std::find(identity.candidates.begin(), identity.candidates.end(), member->person->name) == identity.candidates.end())
            identity.candidates.push_back(member->person->name);
    }
    if (identity.candidates.size() >= 2) identity.resolution = Resolution::ambiguous;
    else identity.candidates.clear();
    return identity;
}

Identity unresolved(Role role, Rule rule, std::string_view title, Span evidence) {
    Identity identity;
    identity.role = role;
    identity.title = title;
    identity.flags = flags_of_title(title);
    identity.resolution = Resolution::unresolved;
    identity.rule = rule;
    identity.evidence = evidence;
    return identity;
}

Speaker made_speaker(Identity identity, Act act, Attribution attribution, Span surface) {
    return {identity.role, act, attribution, std::move(identity.person), surface, std::move(identity.title), identity.flags,
            identity.resolution, id_of(identity.rule), identity.evidence, std::move(identity.candidates)};
}

Speaker nobody_named(Role role, Act act, Attribution attribution, Span surface, Rule rule) {
    Speaker speaker{role, act, attribution, {}, surface};
    speaker.rule = id_of(rule);
    speaker.evidence = surface;
    return speaker;
}

}  // namespace minutes
