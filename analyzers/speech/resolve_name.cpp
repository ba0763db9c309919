#include "analyzers/speech/resolve_name.hpp"

#include "analyzers/people/attendance_labels.hpp"
#include "analyzers/people/role_flags.hpp"
#include "analyzers/speech/post_words.hpp"

#include <algorithm>

namespace minutes {
namespace {

/// Whom a name may mean, and by which rule if it is one person.
struct NameMatch {
    CastMembers people;
    Rule rule = Rule::surname;
};

/// How much of the name the list and the text share.
Rule rule_of(const NameAt& who, const NameParts& listed) {
    const NameParts& name = who.parts;
    const bool forename_alone = name.honorific == Honorific::none && !name.given.empty() && who.bare.end - who.bare.begin <= name.given.size();
    if (forename_alone) return Rule::forename;
    if (!name.given.empty() && name.given == listed.given) return Rule::full_name;
    if (!name.given.empty() && !listed.given.empty()) return Rule::initial_surname;
    return name.honorific == Honorific::none || name.honorific == Honorific::any ? Rule::surname : Rule::honorific_surname;
}

/// "Councillor John Hay" before "Councillor J Hay".
void keep_full_names(CastMembers& people, const NameParts& name) {
    if (people.size() < 2 || name.given.empty()) return;
    CastMembers exact;
    for (const CastMember* member : people)
        if (member->name.given == name.given) exact.push_back(member);
    if (exact.size() == 1) people = exact;
}

NameMatch match(const Cast& cast, const NameAt& who) {
    const NameParts& name = who.parts;
    if (name.given.empty() && name.honorific == Honorific::none)
        if (const CastMember* member = cast.with_initials(name.surname)) return {{member}, Rule::list_initials};
    CastMembers people = cast.named(name);
    const bool otherwise = people.empty();
    if (otherwise) people = cast.named_otherwise(name);
    if (people.empty()) {
        constexpr std::size_t kMostLetters = 4;  // "Cllr HD"
        const bool letters = name.given.empty() && name.surname.size() <= kMostLetters;
        if (const CastMember* member = letters ? cast.with_initials(name.surname) : nullptr) return {{member}, Rule::list_initials};
        if (const CastMember* member = cast.misspelt(name)) return {{member}, Rule::misspelt_name};
        return {};
    }
    keep_full_names(people, name);
    const Rule rule = otherwise ? Rule::other_honorific : rule_of(who, people.front()->name);
    return {std::move(people), rule};
}

/// The role of a stranger by honorific and item, where no post tells.
Role role_of_stranger(const Cast& cast, const Lexemes& lexemes, const Mention& mention, std::string_view name, bool public_asks) {
    if (name.ends_with(" CC")) return Role::member;  // County Councillor
    const std::size_t begin = mention.at.begin;
    const bool elsewhere = begin > 0 && lexemes[begin - 1].capital && is_one_of(lexemes[begin - 1].form, {"county", "district", "borough", "ward", "unitary", "city"});
    if (mention.otherwise != Role::unattributed) return mention.otherwise;
    switch (mention.who->parts.honorific) {
        case Honorific::councillor: return (elsewhere && cast.open_to_all()) || cast.lists_councillors() ? Role::visiting_member : Role::member;
        case Honorific::police: return Role::external;
        default: return public_asks ? Role::public_ : Role::unattributed;
    }
}

/// A name that no list holds: what honorific, post and item say of it.
Identity stranger(const Cast& cast, std::string_view text, const Lexemes& lexemes, const Mention& mention, bool public_asks) {
    if (mention.bare_name && mention.otherwise == Role::unattributed) return unresolved(Role::unattributed, Rule::bare_name, {});
    const bool shared = mention.listed && !mention.who->singular.empty();  // "Councillors Khan and Lee": each is a councillor
    std::string name = printed(text, lexemes, shared ? mention.who->bare : mention.who->at);
    for (const std::string_view owner : {"'s", "’s"})
        if (name.ends_with(owner)) name.resize(name.size() - owner.size());
    if (shared) name = mention.who->singular + " " + name;
    const Person* absentee = cast.absentee(mention.who->parts);
    Role role = mention.role;
    if (role == Role::unattributed && absentee) role = absentee->role == Role::chair ? Role::member : absentee->role;  // who is away does not preside
    if (role == Role::unattributed) role = role_of_stranger(cast, lexemes, mention, name, public_asks);
    Identity identity = unresolved(role, absentee ? Rule::name_in_apologies : Rule::name_not_listed, printed(text, lexemes, mention.title), absentee ? absentee->at : Span{});
    identity.person = std::move(name);
    return identity;
}

}  // namespace

std::string printed(std::string_view text, const Lexemes& lexemes, Range range) {
    return range.empty() ? std::string() : one_line(slice(text, span_of(lexemes, range)));
}

Identity identify_name(const Cast& cast, std::string_view text, const Lexemes& lexemes, const Mention& mention, bool public_asks) {
    const auto [people, rule] = match(cast, *mention.who);
    if (people.empty()) return stranger(cast, text, lexemes, mention, public_asks);
    const Person& first = *people.front()->person;
    const bool one_role = std::all_of(people.begin(), people.end(), [&](const CastMember* member) { return member->person->role == first.role; });
    const bool short_form = people.size() == 1 && !mention.title.empty() && all_in(words_of(lexemes, mention.title), people.front()->post);
    const bool titled = !short_form && mention.role != Role::unattributed && mention.role != Role::officer && mention.role != Role::member;
    const Role role = !titled && one_role ? first.role : mention.role;
    const std::string title = printed(text, lexemes, mention.title);
    return people.size() == 1 ? resolved(*people.front(), role, rule, title) : ambiguous(people, role, Rule::several_of_name, title);
}

}  // namespace minutes
