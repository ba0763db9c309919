#include "analyzers/speech/resolver.hpp"

#include "analyzers/people/role_flags.hpp"
#include "analyzers/people/role_titles.hpp"
#include "analyzers/speech/chair_changes.hpp"
#include "analyzers/speech/post_words.hpp"
#include "analyzers/speech/resolve_name.hpp"
#include "analyzers/speech/resolve_post.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

namespace minutes {
namespace {

/// The surname that follows the noun of a title, if nothing else does: "Provost Jones", "Chairman Hay".
std::optional<NameParts> bare_surname(const Lexemes& lexemes, const Mention& mention) {
    if (mention.core.end + 1 != mention.title.end) return std::nullopt;
    const auto name = listed_name_at(lexemes, mention.core.end, mention.title.end);
    if (!name || name->at.end != mention.title.end) return std::nullopt;
    NameParts parts;
    parts.surname = lexemes[mention.core.end].form;
    parts.honorific = Honorific::any;
    return parts;
}

Identity collective(Role role, Rule rule, std::string_view title) {
    Identity identity = unresolved(role, rule, title);
    identity.resolution = Resolution::collective;
    return identity;
}

/// "Members", "a number of members", "the public"; but "a member", "one of the members", "the applicant".
bool is_plural_group(const Lexemes& lexemes, const Mention& mention) {
    std::size_t noun = mention.at.end - 1;
    for (std::size_t i = mention.at.begin; i < mention.at.end; ++i) {
        const std::string_view form = lexemes[i].form;
        if (is_one_of(form, {"number", "majority"})) return true;
        if (is_one_of(form, {"one", "another"})) return false;
        if (i == mention.at.begin || noun + 1 != mention.at.end || !is_one_of(form, {"of", "from", "for"})) continue;
        noun = i - 1;
    }
    const std::string_view form = lexemes[noun].form;
    return form.ends_with('s') || is_one_of(form, {"aldermen", "public", "aelodau", "all", "some", "several", "most", "many", "few", "both"});
}

/// A mayor, provost or president whom the list names: he need not preside over this committee. Null for a chairman.
const CastMember* listed_mayor(const Cast& cast, const Lexemes& lexemes, const Mention& mention) {
    const Words core = words_of(lexemes, mention.core);
    if (core.empty() || is_one_of(core.back(), {"chair", "chairman", "chairwoman", "chairperson", "convener", "convenor"})) return nullptr;
    const CastMembers holders = cast.with_post(core, {}, Role::chair);
    return holders.size() == 1 ? holders.front() : nullptr;
}

bool is_person_of(const Identity& identity, const Identity& chair) { return !chair.person.empty() && identity.person == chair.person; }

}  // namespace

Resolver::Resolver(const Cast& cast, std::string_view text) : cast_(cast), text_(text) {
    Identity chair = chair_of_meeting();
    const CastMember* opening = chair_of_opening(chair);
    if (opening) seats_.push_back({0, false, resolved(*opening, Role::chair, Rule::meeting_chair, {})});
    const std::uint32_t from = opening ? chair.evidence.begin : 0;
    if (opening) chair.rule = Rule::chair_here;
    seats_.push_back({from, false, std::move(chair)});
}

void Resolver::open_item(const Item& item) {
    posts_.open_item();
    absent_.clear();
    leave_for_item();
    const bool question_time = has_word(item.title, {"question", "questions", "q"}) && !has_word(item.title, {"cabinet", "portfolio", "executive", "councillors", "members", "leader", "member"});
    const bool of_the_public = has_word(item.title, {"public", "petition", "petitions", "deputation", "deputations", "questioners", "parishioners", "residents"}) &&
                               !has_word(item.title, {"exclusion", "exclude"});
    public_item_ = question_time || of_the_public;
    chair_item_ = has_word(item.title, {"chair", "chairs", "chairman", "chairmen", "chairwoman", "chairperson", "chairpersons", "convener", "cathaoirleach", "mayor", "election", "elections", "officers", "bearers"});
}

void Resolver::note_chair(const Lexemes& lexemes, Range sentence, const std::vector<Mention>& mentions) {
    for (const ChairChange& change : chair_changes({lexemes, sentence, mentions})) {
        if (change.elects && !chair_item_) continue;
        const auto from = span_of(lexemes, change.who->at).begin;
        const bool chair_named = !change.who->who && change.who->role == Role::chair;
        Identity holder = chair_named && !change.leaves ? seats_.front().holder : identify(lexemes, *change.who);
        if (change.leaves) {
            if (!chair_named && !is_person_of(holder, seat_at(from).holder)) continue;
            holder = {};
        }
        if (is_person_of(holder, seat_at(from).holder)) continue;
        if (holder.person.empty() && holder.candidates.empty()) holder = unresolved(Role::chair, Rule::chair_unknown, {});
        else if (!holder.person.empty()) holder.resolution = Resolution::resolved, holder.rule = Rule::chair_here;
        if (holder.role != Role::chair) holder.title.clear(), holder.flags = {};
        holder.evidence = span_of(lexemes, change.words);
        leave_for_item();
        const bool before_later_list = seats_.back().from > from;
        seats_.insert(before_later_list ? std::prev(seats_.end()) : seats_.end(), {from, change.for_item, std::move(holder)});
    }
}

/// Whoever took the chair for one item leaves it. Only the seat of a later list may stand behind theirs.
void Resolver::leave_for_item() {
    for (std::size_t i = seats_.size(); i-- > 1 && i + 2 >= seats_.size();)
        if (seats_[i].for_item) {
            seats_.erase(seats_.begin() + static_cast<std::ptrdiff_t>(i));
            return;
        }
}

bool Resolver::is_absent(const Mention& mention) const {
    return mention.who && std::any_of(absent_.begin(), absent_.end(), [&](const NameParts& name) { return name.surname == mention.who->parts.surname && names_agree(mention.who->parts, name); });
}

Identity Resolver::identify(const Lexemes& lexemes, const Mention& mention) const {
    if (mention.kind == Mention::body) return collective(mention.role, Rule::body, {});
    if (mention.kind == Mention::group && !mention.who) return collective(mention.role, is_plural_group(lexemes, mention) ? Rule::group : Rule::one_of_group, {});
    if (mention.who) return identify_name_here(lexemes, mention);
    if (mention.kind == Mention::post) return identify_post_here(lexemes, mention);
    return {};
}

/// Whoever sits in the chair at that place is its chair by name too, and whoever has left it is a member.
Identity Resolver::identify_name_here(const Lexemes& lexemes, const Mention& mention) const {
    Identity identity = identify_name(cast_, text_, lexemes, mention, public_item_);
    const std::uint32_t place = span_of(lexemes, mention.at).begin;
    const Seat& seat = seat_at(place);
    const bool changed = &seat != &seats_.front(), plain = mention.title.empty();
    if (identity.rule == Rule::name_not_listed && plain && identity.role == Role::member && !seat.holder.person.empty() && names_agree(mention.who->parts, parse_name(seat.holder.person)))
        return chair_at(place, {});
    if (row_of(identity.rule).kind != RuleKind::list) return identity;
    const bool sits = is_person_of(identity, seat.holder);
    if (sits && (identity.role == Role::member || (changed && plain && identity.role == Role::vice_chair))) identity.role = Role::chair;
    else if (!sits && changed && plain && identity.role == Role::chair) identity.role = Role::member;
    else return identity;
    identity.title.clear();
    identity.flags = {};
    return identity;
}

Identity Resolver::identify_post_here(const Lexemes& lexemes, const Mention& mention) const {
    const std::string title = printed(text_, lexemes, mention.title);
    if (is_plural_post(lexemes, mention)) return collective(mention.role, Rule::group, title);
    if (const auto name = bare_surname(lexemes, mention)) {
        const CastMembers people = cast_.named(*name);
        const bool chair = mention.role == Role::chair || (!people.empty() && role_of_title(lexemes, mention.core, context().committee) == Role::chair);
        if (chair && people.size() > 1) return ambiguous(people, Role::chair, Rule::several_of_name, title);
        if (chair) return people.empty() ? unresolved(Role::chair, Rule::post_not_listed, title) : resolved(*people.front(), Role::chair, Rule::surname, printed(text_, lexemes, mention.core));
    }
    if (mention.role != Role::chair) return identify_post(cast_, posts_, text_, lexemes, mention);
    Identity chair = chair_at(span_of(lexemes, mention.at).begin, title);
    const CastMember* mayor = listed_mayor(cast_, lexemes, mention);
    return mayor && !is_person_of(resolved(*mayor, Role::chair, Rule::post_in_list, {}), chair) ? resolved(*mayor, mayor->person->role, Rule::post_in_list, title) : chair;
}

const Resolver::Seat& Resolver::seat_at(std::uint32_t place) const {
    return *std::find_if(seats_.rbegin(), std::prev(seats_.rend()), [&](const Seat& seat) { return seat.from <= place; });
}

Identity Resolver::chair_at(std::uint32_t place, std::string_view title) const {
    Identity chair = seat_at(place).holder;
    chair.role = Role::chair;
    if (chair.title.empty()) chair.title = title;
    chair.flags = flags_of_title(chair.title) | flags_of_title(title);
    return chair;
}

/// A second list in the middle ("Present for items 5 to 9") puts its chair there from that place on: the chair of the first
/// list until then. Null if no such list says who is in the chair.
const CastMember* Resolver::chair_of_opening(const Identity& chair) const {
    if (chair.resolution != Resolution::resolved || chair.evidence.begin <= cast_.opening()) return nullptr;
    const CastMember* found = nullptr;
    for (const CastMember* member : cast_.with_role(Role::chair)) {
        if (member->person->at.begin > cast_.opening() || is_person_of(chair, resolved(*member, Role::chair, Rule::meeting_chair, {}))) continue;
        if (found) return nullptr;
        found = member;
    }
    return found;
}

/// The chair whom the head states or the list marks. Whoever sent apologies does not preside.
Identity Resolver::chair_of_meeting() const {
    const Fact& stated = cast_.chair();
    const NameParts name = parse_name(stated.value);
    CastMembers people = stated.value.empty() ? CastMembers{} : cast_.named(name);
    if (people.size() > 1) std::erase_if(people, [&](const CastMember* member) { return member->person->role != Role::chair; });
    const bool absent = !stated.value.empty() && people.empty() && cast_.absentee(name);
    if (!stated.value.empty() && people.empty() && !absent) {
        people = cast_.named(name);
        if (people.size() > 1) return ambiguous(people, Role::chair, Rule::several_of_name, {});
        Identity identity = unresolved(Role::chair, Rule::meeting_chair, {}, stated.at);
        identity.person = stated.value;
        identity.resolution = Resolution::resolved;
        return identity;
    }
    if (people.empty()) people = cast_.with_role(Role::chair);
    if (people.size() > 1) return ambiguous(people, Role::chair, Rule::several_in_post, {});
    if (people.empty()) return unresolved(Role::chair, Rule::chair_unknown, {}, absent ? cast_.absentee(name)->at : Span{});
    Identity identity = resolved(*people.front(), Role::chair, Rule::meeting_chair, {});
    if (!absent && !stated.at.empty()) identity.evidence = stated.at;
    return identity;
}

}  // namespace minutes
