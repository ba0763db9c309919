#include "analyzers/speech/resolve_post.hpp"

#include "analyzers/people/attendance_labels.hpp"
#include "analyzers/people/patterns.hpp"
#include "analyzers/speech/post_words.hpp"
#include "analyzers/speech/resolve_name.hpp"

namespace minutes {
namespace {

/// The words of a post that is looked for.
struct WantedPost {
    Words core, words;
    Role role = Role::unattributed;
    std::string title;  ///< as printed
};

/// A title without the letters that it defines: "Director of People (DOP)".
Range without_acronym(const Lexemes& lexemes, Range title) {
    const bool ends_in_letters = title.end - title.begin > 3 && lexemes[title.end - 1].form == ")" && lexemes[title.end - 2].upper && lexemes[title.end - 3].form == "(";
    return ends_in_letters ? Range{title.begin, title.end - 3} : title;
}

/// The rule that finds the holder of a post in the list; "the DCS" has no words but its role's.
Rule listed_rule(const WantedPost& post) { return count_telling(post.core) == 0 ? Rule::only_holder : Rule::post_in_list; }

bool is_one_of_a_kind(Role role) { return role == Role::dcs || role == Role::vice_chair || role == Role::chief_executive; }

/// "the officer", "the manager": as a short form it means whoever was named before, never the one in the list.
bool says_too_little(const Words& core) {
    return core.size() == 1 && is_one_of(core.front(), {"officer", "officers", "manager", "engineer", "adviser", "advisor", "assistant", "lead"});
}

Identity held_by(const CastMembers& holders, Role role, Rule rule, std::string_view title) {
    if (holders.size() == 1) return resolved(*holders.front(), role, rule, title);
    return holders.empty() ? unresolved(role, Rule::post_not_listed, title) : ambiguous(holders, role, Rule::several_in_post, title);
}

/// A post printed in full: its holder is whoever has that post in the list, and nobody else.
Identity identify_title(const Cast& cast, const WantedPost& post) {
    CastMembers holders = cast.with_post(post.core, post.words, post.role);
    Rule rule = listed_rule(post);
    if (holders.size() != 1 && is_one_of_a_kind(post.role)) {
        CastMembers of_role = cast.with_role(post.role);
        if (of_role.size() == 1 || holders.empty()) {
            holders = std::move(of_role);
            rule = Rule::only_holder;
        }
    }
    const Role role = post.role == Role::officer && holders.size() == 1 ? holders.front()->person->role : post.role;
    return held_by(holders, role, rule, post.title);
}

/// A post that the text printed in full before, or spelt out: what the list says of it, resting on that place.
Identity identify_at(const Cast& cast, const WantedPost& post, Span at, Rule rule) {
    Identity identity = identify_title(cast, post);
    if (identity.resolution == Resolution::resolved) identity.rule = rule;
    identity.evidence = at;
    return identity;
}

Identity identify_antecedent(const Cast& cast, std::string_view text, const NamedPost& post) {
    return identify_at(cast, {post.core, post.words, post.role, one_line(slice(text, post.at))}, post.at, Rule::post_named_before);
}

/// Whom the list alone gives for a short form.
Identity identify_by_list(const Cast& cast, const WantedPost& post) {
    const bool director = post.core.back() == "director" && post.role == Role::director;
    CastMembers holders;
    Rule rule = listed_rule(post);
    if (director && count_telling(post.core) == 1) {
        holders = cast.directors();
        rule = Rule::only_holder;
    } else if (post.role == Role::cabinet_member || is_one_of_a_kind(post.role)) {
        holders = cast.with_post(post.core, {}, post.role);
        if (CastMembers of_role = holders.size() == 1 ? CastMembers{} : cast.with_role(post.role); of_role.size() == 1 || (holders.empty() && !of_role.empty())) {
            holders = std::move(of_role);
            rule = Rule::only_holder;
        }
    } else if (post.role != Role::external || post.core.size() > 1) {
        holders = cast.with_post(post.core, {}, post.role);
    }
    if (says_too_little(post.core)) holders.clear();
    const bool by_person = holders.size() == 1 && (director || post.role == Role::officer);
    return held_by(holders, by_person ? holders.front()->person->role : post.role, rule, post.title);
}

/// "the Director": the one last named in full in this item, else the only one in the list, else in the meeting.
Identity identify_short_form(const Cast& cast, const NamedPosts& named, std::string_view text, const WantedPost& post) {
    if (const NamedPost* before = named.in_item(post.core)) return identify_antecedent(cast, text, *before);
    Identity listed = identify_by_list(cast, post);
    if (listed.resolution == Resolution::resolved) return listed;
    if (const NamedPost* before = named.in_meeting(post.core)) return identify_antecedent(cast, text, *before);
    return listed;
}

}  // namespace

bool is_plural_post(const Lexemes& lexemes, const Mention& mention) {
    const Words core = words_of(lexemes, mention.core);
    return !core.empty() && is_one_of(core.back(), {"members", "holders", "directors", "officers", "leaders", "heads", "managers", "chairs"});
}

Identity identify_post(const Cast& cast, const NamedPosts& named, std::string_view text, const Lexemes& lexemes, const Mention& mention) {
    const WantedPost post{words_of(lexemes, mention.core), words_of(lexemes, without_acronym(lexemes, mention.title)), mention.role, printed(text, lexemes, mention.title)};
    const PostAcronym* acronym = post.words.size() == 1 ? cast.acronym(post.words.front()) : nullptr;
    if (acronym && acronym->words.size() > 1)
        return identify_at(cast, {acronym->core, acronym->words, post.role, one_line(slice(text, acronym->at))}, acronym->at, Rule::acronym);
    if (post.core.empty()) return unresolved(post.role, Rule::post_not_listed, post.title);
    if (count_telling(post.words) <= count_telling(post.core)) return identify_short_form(cast, named, text, post);
    return identify_title(cast, post);
}

}  // namespace minutes
