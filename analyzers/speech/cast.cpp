#include "analyzers/speech/cast.hpp"

#include "analyzers/people/patterns.hpp"
#include "analyzers/people/role_titles.hpp"
#include "analyzers/speech/post_words.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace minutes {
namespace {

constexpr std::size_t kMostPeople = 1000;  // bounds the work on a hostile list; a full council has 126

std::string initials_of(const NameParts& name) {
    std::string letters;
    for (const std::string& given : name.given)
        if (!given.empty()) letters += given[0];
    return name.surname.empty() ? letters : letters + name.surname[0];
}

char parse_initial(std::string_view name) {
    const NameParts parts = parse_name(name);
    return parts.given.empty() || parts.given.front().empty() ? '\0' : parts.given.front().front();
}

/// "Guy Dunn (GD)": the initials that the list explains behind a name; empty if it does not.
std::string printed_initials(const Document& doc, const Person& person) {
    const Span at = person.at;
    constexpr std::uint32_t kNear = 90;  // bytes: "Einir Wynne (Vice-Chairman and Chairman of this meeting) EW"
    const Lexemes behind = lexemes_of(doc.text, {at.end, std::min<std::uint32_t>(at.end + kNear, static_cast<std::uint32_t>(doc.text.size()))});
    const auto are_letters = [&](std::size_t i) { return i < behind.size() && behind[i].breaks == 0 && behind[i].upper && behind[i].form.size() >= 2 && behind[i].form.size() <= 4; };
    const bool bracket = !behind.empty() && behind[0].breaks == 0 && (behind[0].form == "(" || behind[0].form == "[");
    if (bracket && are_letters(1) && behind.size() >= 3 && (behind[2].form == ")" || behind[2].form == "]")) return std::string(behind[1].form);
    std::size_t column = 0;   // "Diane Rowlands DR"
    if (bracket) while (column < behind.size() && behind[column].form != ")" && behind[column].breaks == 0) ++column;
    if (bracket) ++column;
    const bool ends_line = column + 1 >= behind.size() || behind[column + 1].breaks > 0;
    return are_letters(column) && ends_line && behind[column].form.front() == parse_initial(person.name) ? std::string(behind[column].form) : std::string();
}

/// Whether a bracket opens in the passage and no small letter follows it, as in "(DCS)": most passages need not be lexed for that.
bool may_define_letters(std::string_view text, const Passage& passage) {
    for (const Span part : passage.parts) {
        const std::string_view content = slice(text, part);
        for (std::size_t at = content.find('('); at != std::string_view::npos; at = content.find('(', at + 1)) {
            const std::size_t next = content.find_first_not_of(" \n", at + 1);
            if (next == std::string_view::npos || content[next] < 'a' || content[next] > 'z') return true;
        }
    }
    return false;
}

/// Whether the text calls people by initials that no list explains: three people's at least, so that an acronym
/// that happens to fit one name is not taken for it.
bool text_uses_initials(const LexedText& text, const Meeting& meeting, const WordMap<int>& people) {
    std::unordered_set<std::string> used;
    for (const Item& item : meeting.items)
        for (const Passage& passage : item.passages) {
            if (passage.kind == PassageKind::attendance) continue;
            for (const Lexeme& lexeme : text.of(passage)) {
                if (!lexeme.upper || lexeme.form.size() < 2 || lexeme.form.size() > 3) continue;
                const auto found = people.find(lexeme.form);
                if (found != people.end() && found->second == 1) used.emplace(lexeme.form);
            }
            if (used.size() >= 3) return true;
        }
    return false;
}

bool is_mr_or_ms(Honorific honorific) { return honorific == Honorific::mr || honorific == Honorific::ms; }

bool sits_on_body(const Person& person) {
    return person.status != Status::in_attendance && (person.role == Role::member || person.role == Role::chair || person.role == Role::vice_chair);
}

/// The honorific behind the first: "Mrs" of "Councillor Mrs Hay".
Honorific second_honorific(std::string_view name) {
    bool first = true;
    for (const std::string_view word : folded_words(name)) {
        const Honorific honorific = honorific_of(word);
        if (honorific == Honorific::none) break;
        if (!first) return honorific;
        first = false;
    }
    return Honorific::none;
}

/// Whether a name that does not fit a listed one fits it under another honorific.
bool fits_otherwise(const NameParts& name, const CastMember& member) {
    NameParts plain = name;
    plain.honorific = Honorific::any;
    if (!names_agree(plain, member.name)) return false;
    const Honorific listed = member.name.honorific;
    if (name.honorific == Honorific::councillor) return is_mr_or_ms(listed) && sits_on_body(*member.person);
    if (!is_mr_or_ms(name.honorific) || listed != Honorific::councillor) return false;
    if (member.second != Honorific::none) return member.second == name.honorific;
    return !name.given.empty() && !member.name.given.empty();
}

/// Whether a list without honorifics ("Councillors" above, "Z Khan" below; "County Cllr: P Alder") means this councillor.
bool listed_plainly(const NameParts& name, const NameParts& listed, const Person& person) {
    const bool councillor = sits_on_body(person) || person.role == Role::visiting_member;
    if (name.honorific != Honorific::councillor || listed.honorific != Honorific::none || !councillor) return false;
    NameParts plain = name;
    plain.honorific = Honorific::none;
    return names_agree(plain, listed);
}

/// "F Elm" beside "Councillor F Elm": the same councillor, listed again without honorific.
bool is_listed_twice(const std::vector<CastMember>& members, const NameParts& name, const Person& person) {
    if (name.honorific != Honorific::none || name.given.empty() || !person.post.empty()) return false;
    return std::any_of(members.begin(), members.end(), [&](const CastMember& member) {
        return member.name.surname == name.surname && member.name.given == name.given && member.name.honorific == Honorific::councillor; });
}

bool may_mean(const NameParts& name, const NameParts& listed, const Person& person) { return names_agree(name, listed) || listed_plainly(name, listed, person); }

}  // namespace

Cast::Cast(const LexedText& text, const Meeting& meeting) : context_(meeting.committee.value, meeting.council.value), chair_(meeting.chair) {
    for (const Person& person : meeting.people) {
        if (person.status == Status::apologies && absentees_.size() < kMostPeople) {
            absentees_.emplace_back(parse_name(person.name), &person);
            absent_by_surname_.emplace(absentees_.back().first.surname, absentees_.size() - 1);
        } else if (person.status != Status::apologies && members_.size() < kMostPeople) {
            NameParts name = parse_name(person.name);
            if (is_listed_twice(members_, name, person)) continue;
            members_.push_back({&person, std::move(name), second_honorific(person.name), folded_words(person.post), role_of_title(person.post, context_.committee)});
        }
    }
    const bool full_council = context_.committee.empty() || has_word(context_.committee, {"council"});
    const auto councillors = std::count_if(members_.begin(), members_.end(), [](const CastMember& member) {
        return member.person->status == Status::present && member.name.honorific == Honorific::councillor; });
    lists_councillors_ = councillors >= 3 && !full_council;
    open_to_all_ = has_word(context_.committee, {"parish", "community"}) || has_word(context_.council, {"parish", "community"}) ||
                   (has_word(context_.council, {"town"}) && !has_word(context_.committee, {"scrutiny"}));
    for (const Item& item : meeting.items)
        for (const Passage& passage : item.passages)
            if (passage.kind == PassageKind::discussion || passage.kind == PassageKind::decision) opening_ = std::min(opening_, passage.parts.front().begin);
    learn_names(text, meeting);
    learn_acronyms(text, meeting);
}

void Cast::learn_names(const LexedText& text, const Meeting& meeting) {
    WordMap<int> computed;
    for (const CastMember& member : members_) ++computed[initials_of(member.name)];
    for (std::size_t i = 0; i < members_.size(); ++i) {
        const NameParts& name = members_[i].name;
        by_surname_.emplace(name.surname, i);
        if (!name.given.empty() && name.given.front().size() > 1) context_.known.emplace(name.given.front(), name);
        if (const std::string letters = printed_initials(text.doc(), *members_[i].person); !letters.empty()) by_initials_.insert_or_assign(letters, i);
    }
    const bool by_initials = by_initials_.size() >= 2 || text_uses_initials(text, meeting, computed);
    for (std::size_t i = 0; by_initials && i < members_.size(); ++i) {
        const std::string letters = initials_of(members_[i].name);
        if (letters.size() >= 2 && computed[letters] == 1 && !is_one_of(letters, {"pc", "cc", "dc", "mp", "hr", "it", "pr", "ps", "nhs", "tc", "bc"})) by_initials_.try_emplace(letters, i);
    }
    for (const auto& [letters, i] : by_initials_) context_.initials.insert(letters);
}

void Cast::learn_acronyms(const LexedText& text, const Meeting& meeting) {
    for (const Item& item : meeting.items)
        for (const Passage& passage : item.passages) {
            if (!may_define_letters(text.doc().text, passage)) continue;
            const Lexemes& lexemes = text.of(passage);
            for (std::size_t i = 1; i + 2 < lexemes.size(); ++i) {
                if (!lexemes[i + 1].upper || lexemes[i].form != "(" || lexemes[i + 1].form.size() > 6 || lexemes[i + 2].form != ")") continue;
                if (context_.acronyms.contains(lexemes[i + 1].form)) continue;
                for (std::size_t begin = i > 12 ? i - 12 : 0; begin < i; ++begin) {
                    const auto title = is_one_of(lexemes[begin].form, {"the", "a", "an", "our"}) ? std::nullopt : title_at(lexemes, begin, i + 3, context_.committee);
                    if (!title || title->at.end != i + 3) continue;
                    context_.acronyms.emplace(lexemes[i + 1].form, title->role);
                    acronyms_.emplace(lexemes[i + 1].form, PostAcronym{words_of(lexemes, title->core), words_of(lexemes, {title->at.begin, i}), span_of(lexemes, title->at)});
                    break;
                }
            }
        }
}

CastMembers Cast::named(const NameParts& name) const {
    CastMembers found;
    const auto [first, last] = by_surname_.equal_range(name.surname);
    for (auto it = first; it != last; ++it)
        if (may_mean(name, members_[it->second].name, *members_[it->second].person)) found.push_back(&members_[it->second]);
    return found;
}

CastMembers Cast::named_otherwise(const NameParts& name) const {
    CastMembers found;
    if (absentee(name)) return found;
    const auto [first, last] = by_surname_.equal_range(name.surname);
    for (auto it = first; it != last; ++it)
        if (fits_otherwise(name, members_[it->second])) found.push_back(&members_[it->second]);
    return found;
}

const CastMember* Cast::misspelt(const NameParts& name) const {
    constexpr std::size_t kShortest = 5;  // letters: "Hay" and "Haye" are two names, as are "Morris" and "Norris"
    if (name.surname.size() < kShortest || by_surname_.contains(name.surname) || absent_by_surname_.contains(name.surname)) return nullptr;
    const CastMember* found = nullptr;
    for (const CastMember& member : members_) {
        const std::string& listed = member.name.surname;
        if (listed.size() < kShortest || listed.front() != name.surname.front() || !one_slip_apart(name.surname, listed)) continue;
        NameParts mended = name;
        mended.surname = member.name.surname;
        if (!names_agree(mended, member.name)) continue;
        if (found) return nullptr;
        found = &member;
    }
    return found;
}

const CastMember* Cast::with_initials(const std::string& letters) const {
    const auto found = by_initials_.find(letters);
    return found == by_initials_.end() ? nullptr : &members_[found->second];
}

const Person* Cast::absentee(const NameParts& name) const {
    const auto [first, last] = absent_by_surname_.equal_range(name.surname);
    for (auto it = first; it != last; ++it)
        if (may_mean(name, absentees_[it->second].first, *absentees_[it->second].second)) return absentees_[it->second].second;
    return nullptr;
}

CastMembers Cast::with_role(Role role) const {
    CastMembers found;
    for (const CastMember& member : members_)
        if (member.person->role == role) found.push_back(&member);
    return found;
}

CastMembers Cast::directors() const {
    CastMembers found;
    for (const CastMember& member : members_)
        if (member.person->role == Role::director || member.person->role == Role::dcs) found.push_back(&member);
    return found;
}

CastMembers Cast::with_post(const Words& core, const Words& words, Role role) const {
    const Words telling = without_small(core);
    CastMembers holders, exact;
    for (const CastMember& member : members_) {
        if (member.post.empty() || !runs_in(telling, member.post) || !all_in(words, member.post)) continue;
        if (telling.empty() && member.post_role != role) continue;  // "the CMR for Children" is no director for children
        holders.push_back(&member);
        if (!core.empty() && member.post_role == role && member.post.front() == core.front()) exact.push_back(&member);
    }
    return holders.size() > 1 && !exact.empty() ? exact : holders;
}

const PostAcronym* Cast::acronym(std::string_view letters) const {
    const auto found = acronyms_.find(letters);
    return found == acronyms_.end() ? nullptr : &found->second;
}

}  // namespace minutes
