#include "analyzers/speech/cast.hpp"

#include "analyzers/people/patterns.hpp"
#include "analyzers/people/role_titles.hpp"

#include <algorithm>
#include <iterator>

namespace minutes {
namespace {

bool is_small_word(std::string_view form) {
    return is_one_of(form, {"of", "for", "the", "and", "with", "responsibility", "in", "to", "a", "an", "interim", "acting", "dcs", "cmr", "statutory", "our", "council's", "temporary"});
}

std::vector<std::string> folded_words(std::string_view text) {
    std::vector<std::string> words;
    for (const Lexeme& lexeme : lexemes_of(text, {0, static_cast<std::uint32_t>(text.size())}))
        if (lexeme.word) words.emplace_back(lexeme.form);
    return words;
}

std::vector<std::string> folded_words(const Lexemes& lexemes, Range range) {
    std::vector<std::string> words;
    for (const std::string_view word : words_of(lexemes, range)) words.emplace_back(word);
    return words;
}

bool holds(const std::vector<std::string>& words, std::string_view word) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& other) {
        return other == word || (word.size() > 4 && other + "s" == word) || (other.size() > 4 && std::string(word) + "s" == other);
    });
}

/// Whether every word that tells something stands in `post`.
bool all_in(const std::vector<std::string>& words, const std::vector<std::string>& post) {
    return std::all_of(words.begin(), words.end(), [&](const std::string& word) { return is_small_word(word) || holds(post, word) || holds(post, word.ends_with("'s") ? word.substr(0, word.size() - 2) + "s" : word); });
}

/// Whether the words stand in `post` side by side: a Senior Engineer is no Senior Executive Engineer, and a Deputy Chief
/// Executive no Chief Executive.
bool runs_in(const std::vector<std::string>& words, const std::vector<std::string>& post) {
    const auto found = std::search(post.begin(), post.end(), words.begin(), words.end());
    if (words.empty()) return true;
    if (found == post.end() || found == post.begin()) return found == post.begin();
    const auto is_lesser = [](const std::string& word) { return is_one_of(word, {"deputy", "depute", "assistant", "associate", "vice"}); };
    const auto before = std::prev(found);
    return !is_lesser(*before) && (before == post.begin() || is_title_head(*before) || !is_lesser(*std::prev(before)));
}

std::vector<std::string> without_small(const std::vector<std::string>& words) {
    std::vector<std::string> rest;
    for (const std::string& word : words)
        if (!is_small_word(word)) rest.push_back(word);
    return rest;
}

std::string initials_of(const NameParts& name) {
    std::string letters;
    for (const std::string& given : name.given)
        if (!given.empty()) letters += given[0];
    return name.surname.empty() ? letters : letters + name.surname[0];
}

std::string one_line(std::string_view raw) {
    std::string line;
    for (const char c : raw) {
        const bool blank = c == '\n' || c == ' ' || c == '\t';
        if (!blank || (!line.empty() && line.back() != ' ')) line += blank ? ' ' : c;
    }
    return line;
}

/// Whether a surname, and nothing else, follows the head of a title.
bool bare_surname(const Lexemes& lexemes, const Mention& mention) {
    const auto name = listed_name_at(lexemes, mention.core.end, mention.title.end);
    return name && name->at.end == mention.title.end && name->at.end == mention.core.end + 1 && mention.role == Role::chair;
}

bool has_word(std::string_view text, std::initializer_list<std::string_view> list) {
    const std::vector<std::string> words = folded_words(text);
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return is_one_of(word, list); });
}

}  // namespace

Cast::Cast(const Document& doc, const Meeting& meeting) : doc_(doc), meeting_(meeting) {
    context_.committee = meeting.committee.value;
    context_.council = meeting.council.value;
    constexpr std::size_t kMostPeople = 1000;  // bounds the work on a hostile list; a full council has 126
    for (const Person& person : meeting.people)
        if (person.status != Status::apologies && members_.size() < kMostPeople) members_.push_back({&person, parse_name(person.name), folded_words(person.post), role_of_title(person.post, context_.committee)});
    list_of_members_ = std::count_if(members_.begin(), members_.end(), [](const Member& member) {
        return member.person->status == Status::present && member.name.honorific == Honorific::councillor; }) >= 3;
    open_to_all_ = has_word(context_.committee, {"parish", "community"}) || has_word(context_.council, {"parish", "community"}) ||
                   (has_word(context_.council, {"town"}) && !has_word(context_.committee, {"scrutiny"}));
    full_council_ = context_.committee.empty() || has_word(context_.committee, {"council"});
    learn_names();
    learn_acronyms();
}

void Cast::learn_names() {
    WordMap<int> computed;
    for (const Member& member : members_) ++computed[initials_of(member.name)];
    for (std::size_t i = 0; i < members_.size(); ++i) {
        by_surname_.emplace(members_[i].name.surname, i);
        if (!members_[i].name.given.empty() && members_[i].name.given.front().size() > 1) context_.known.emplace(members_[i].name.given.front(), members_[i].name);
        const Span at = members_[i].person->at;  // "Guy Dunn (GD)": the list explains its initials behind the name
        const Lexemes behind = lexemes_of(doc_.text, {at.end, std::min<std::uint32_t>(at.end + 12, static_cast<std::uint32_t>(doc_.text.size()))});
        const bool printed = behind.size() >= 3 && behind[0].form == "(" && behind[1].upper && behind[1].form.size() <= 4 && behind[2].form == ")";
        if (printed) by_initials_.insert_or_assign(std::string(behind[1].form), i);
    }
    const bool by_initials = by_initials_.size() >= 2 || text_uses_initials(computed);
    for (std::size_t i = 0; by_initials && i < members_.size(); ++i) {
        const std::string letters = initials_of(members_[i].name);
        if (letters.size() >= 2 && computed[letters] == 1 && !is_one_of(letters, {"pc", "cc", "dc", "mp", "hr", "it", "pr", "ps", "nhs", "tc", "bc"})) by_initials_.try_emplace(letters, i);
    }
    for (const auto& [letters, i] : by_initials_) context_.initials.insert(letters);
}

/// Whether the text calls people by initials that no list explains: three people's at least, so that an acronym
/// that happens to fit one name is not taken for it.
bool Cast::text_uses_initials(const WordMap<int>& people) const {
    std::unordered_set<std::string> used;
    for (const Item& item : meeting_.items)
        for (const Passage& passage : item.passages) {
            if (passage.kind == PassageKind::attendance) continue;
            for (const Lexeme& lexeme : lexemes_of(doc_.text, passage)) {
                const auto found = people.find(lexeme.form);
                if (lexeme.upper && lexeme.form.size() >= 2 && lexeme.form.size() <= 3 && found != people.end() && found->second == 1) used.emplace(lexeme.form);
            }
        }
    return used.size() >= 3;
}

void Cast::learn_acronyms() {
    for (const Item& item : meeting_.items)
        for (const Passage& passage : item.passages) {
            const Lexemes lexemes = lexemes_of(doc_.text, passage);
            for (std::size_t i = 1; i + 2 < lexemes.size(); ++i) {
                if (lexemes[i].form != "(" || !lexemes[i + 1].upper || lexemes[i + 1].form.size() > 6 || lexemes[i + 2].form != ")") continue;
                if (context_.acronyms.contains(lexemes[i + 1].form)) continue;
                for (std::size_t begin = i > 12 ? i - 12 : 0; begin < i; ++begin) {
                    const auto title = title_at(lexemes, begin, i + 3, context_.committee);
                    if (!title || title->at.end != i + 3) continue;
                    context_.acronyms.emplace(lexemes[i + 1].form, title->role);
                    acronym_words_.emplace(lexemes[i + 1].form, folded_words(lexemes, {title->at.begin, i}));
                    break;
                }
            }
        }
}

void Cast::open_item(const Item& item) {
    item_posts_.clear();
    absent_.clear();
    const bool question_time = has_word(item.title, {"question", "questions", "q"}) && !has_word(item.title, {"cabinet", "portfolio", "executive", "councillors", "members", "leader", "member"});
    const bool of_the_public = has_word(item.title, {"public", "petition", "petitions", "deputation", "deputations", "questioners", "parishioners", "residents"}) &&
                               !has_word(item.title, {"exclusion", "exclude"});
    public_item_ = question_time || of_the_public;
}

void Cast::note(const Lexemes& lexemes, const Mention& mention, bool speaks) {
    if (mention.kind != Mention::post || mention.title.empty()) return;
    Post post{folded_words(lexemes, mention.core), folded_words(lexemes, mention.title), mention.role, speaks};
    if (without_small(post.words).size() <= without_small(post.core).size()) return;  // itself a short form
    for (std::vector<Post>* posts : {&item_posts_, &meeting_posts_}) {
        const auto known = std::find_if(posts->begin(), posts->end(), [&](const Post& other) { return other.words == post.words; });
        if (known != posts->end()) {
            Post again = *known;
            again.spoke = again.spoke || speaks;
            posts->erase(known);
            posts->push_back(std::move(again));  // the last one named is the last of the list
        } else if (posts->size() < 200) {
            posts->push_back(post);
        }
    }
}

bool Cast::is_absent(const Mention& mention) const {
    return mention.who && std::any_of(absent_.begin(), absent_.end(), [&](const NameParts& name) { return name.surname == mention.who->parts.surname && names_agree(mention.who->parts, name); });
}

Identity Cast::identify(const Lexemes& lexemes, const Mention& mention) const {
    if (mention.kind == Mention::group || mention.kind == Mention::body) return {mention.role, {}};
    if (mention.who) return identify_name(lexemes, mention);
    if (mention.kind == Mention::post) return identify_post(lexemes, mention);
    return {};
}

/// Whether a list without honorifics ("Councillors" above, "Z Khan" below) means this councillor.
bool Cast::listed_plainly(const NameParts& name, const Member& member) {
    if (name.honorific != Honorific::councillor || member.name.honorific != Honorific::none || member.person->status != Status::present) return false;
    const Role role = member.person->role;
    if (role != Role::member && role != Role::chair && role != Role::vice_chair) return false;
    NameParts plain = name;
    plain.honorific = Honorific::none;
    return names_agree(plain, member.name);
}

std::vector<const Cast::Member*> Cast::named(const NameParts& name) const {
    std::vector<const Member*> found;
    const auto [first, last] = by_surname_.equal_range(name.surname);
    for (auto it = first; it != last; ++it)
        if (names_agree(name, members_[it->second].name) || listed_plainly(name, members_[it->second])) found.push_back(&members_[it->second]);
    if (!found.empty() || name.surname.size() < 5 || first != last) return found;
    for (const Member& member : members_)  // a misspelling, if only one name is that close
        if (one_slip_apart(name.surname, member.name.surname)) {
            NameParts mended = name;
            mended.surname = member.name.surname;
            if (names_agree(mended, member.name)) found.push_back(&member);
        }
    return found.size() == 1 ? found : std::vector<const Member*>{};
}

Identity Cast::identify_name(const Lexemes& lexemes, const Mention& mention) const {
    const NameParts& name = mention.who->parts;
    const auto letters = name.given.empty() && name.honorific == Honorific::none ? by_initials_.find(name.surname) : by_initials_.end();
    std::vector<const Member*> people = letters != by_initials_.end() ? std::vector<const Member*>{&members_[letters->second]} : named(name);
    if (people.size() > 1 && !name.given.empty()) {  // "Councillor John Hay" before "Councillor J Hay"
        std::vector<const Member*> exact;
        for (const Member* member : people)
            if (member->name.given == name.given) exact.push_back(member);
        if (exact.size() == 1) people = exact;
    }
    if (people.empty()) return identify_stranger(lexemes, mention);
    const bool one_role = std::all_of(people.begin(), people.end(), [&](const Member* member) { return member->person->role == people.front()->person->role; });
    const bool short_form = people.size() == 1 && !mention.title.empty() && all_in(folded_words(lexemes, mention.title), people.front()->post);
    const bool titled = !short_form && mention.role != Role::unattributed && mention.role != Role::officer && mention.role != Role::member;
    Identity identity;
    identity.role = titled ? mention.role : one_role ? people.front()->person->role : mention.role;
    if (people.size() == 1) identity.person = people.front()->person->name;
    if (!identity.person.empty() && identity.person == chair() && identity.role == Role::member) identity.role = Role::chair;
    return identity;
}

/// A name that no list holds: what honorific, post and item say of it.
Identity Cast::identify_stranger(const Lexemes& lexemes, const Mention& mention) const {
    if (mention.bare_name) return {};
    const bool shared = mention.listed && !mention.who->singular.empty();  // "Councillors Khan and Lee": each is a councillor
    std::string printed = one_line(slice(doc_.text, span_of(lexemes, shared ? mention.who->bare : mention.who->at)));
    for (const std::string_view owner : {"'s", "’s"})
        if (printed.ends_with(owner)) printed.resize(printed.size() - owner.size());
    Identity identity{mention.role, shared ? mention.who->singular + " " + printed : printed};
    if (mention.role != Role::unattributed) return identity;
    if (printed.ends_with(" CC")) identity.role = Role::member;  // County Councillor
    if (identity.role == Role::member) return identity;
    const std::size_t begin = mention.at.begin;
    const bool elsewhere = begin > 0 && lexemes[begin - 1].capital && is_one_of(lexemes[begin - 1].form, {"county", "district", "borough", "ward", "unitary"});
    switch (mention.who->parts.honorific) {
        case Honorific::councillor: identity.role = (elsewhere && open_to_all_) || (list_of_members_ && !full_council_) ? Role::visiting_member : Role::member; break;
        case Honorific::police: identity.role = Role::external; break;
        default: if (public_item_) identity.role = Role::public_;
    }
    return identity;
}

std::string Cast::chair() const {
    if (!meeting_.chair.value.empty()) {
        const auto people = named(parse_name(meeting_.chair.value));
        return people.size() == 1 ? people.front()->person->name : meeting_.chair.value;
    }
    const Member* member = only_with_role(Role::chair);
    return member ? member->person->name : std::string();
}

const Cast::Member* Cast::only_with_role(Role role) const {
    const Member* found = nullptr;
    for (const Member& member : members_)
        if (member.person->role == role) {
            if (found) return nullptr;
            found = &member;
        }
    return found;
}

/// The holder of a post. Where several posts hold its words ("Leader", "Leader of the Labour Group"), the one
/// whose post starts with them and has the same role.
const Cast::Member* Cast::only_with_post(const std::vector<std::string>& core, const std::vector<std::string>& words, Role role) const {
    std::vector<const Member*> holders, exact;
    for (const Member& member : members_) {
        if (member.post.empty() || !runs_in(without_small(core), member.post) || !all_in(words, member.post)) continue;
        if (without_small(core).empty() && member.post_role != role) continue;  // "the CMR for Children" is no director for children
        holders.push_back(&member);
        if (member.post_role == role && member.post.front() == core.front()) exact.push_back(&member);
    }
    if (holders.size() == 1) return holders.front();
    return exact.size() == 1 ? exact.front() : nullptr;
}

Identity Cast::identify_post(const Lexemes& lexemes, const Mention& mention) const {
    const std::vector<std::string> core = folded_words(lexemes, mention.core), words = folded_words(lexemes, mention.title);
    if (!core.empty() && core.back().size() > 3 && core.back().ends_with('s') && is_one_of(core.back(), {"members", "holders", "directors", "officers", "leaders", "heads", "managers", "chairs"}))
        return {mention.role, {}};   // "the Cabinet Members": no one person
    if (mention.core.end < mention.title.end && bare_surname(lexemes, mention)) {  // "Provost Jones"
        NameParts name;
        name.surname = lexemes[mention.core.end].form;
        name.honorific = Honorific::any;
        const auto people = named(name);
        return {mention.role, people.size() == 1 ? people.front()->person->name : std::string()};
    }
    if (mention.role == Role::chair) return {Role::chair, chair()};
    if (words.size() == 1)
        if (const auto acronym = acronym_words_.find(words.front()); acronym != acronym_words_.end() && acronym->second.size() > 1)
            return identify_title(acronym->second, acronym->second, mention.role);
    if (without_small(words).size() <= without_small(core).size()) return identify_bare_post(core, mention.role);
    return identify_title(core, words, mention.role);
}

/// A post printed in full: its holder is whoever has that post in the list, and nobody else.
Identity Cast::identify_title(const std::vector<std::string>& core, const std::vector<std::string>& words, Role role) const {
    const Member* holder = only_with_post(core, words, role);
    const bool one_of_a_kind = role == Role::dcs || role == Role::vice_chair || role == Role::chief_executive;
    if (!holder && one_of_a_kind) holder = only_with_role(role);
    if (!holder) return {role, {}};
    return {role == Role::officer ? holder->person->role : role, holder->person->name};
}

/// "the Director": the one last named in full in this item, else the only one in the list, else in the meeting.
Identity Cast::identify_bare_post(const std::vector<std::string>& core, Role role) const {
    if (const Post* post = antecedent(item_posts_, core)) return identify_title(post->core, post->words, post->role);
    const bool director = core.back() == "director" && role == Role::director;
    const Member* holder = nullptr;
    if (director && without_small(core).size() > 1) {
        holder = only_with_post(core, {}, role);
    } else if (director) {
        int directors = 0;
        for (const Member& member : members_)
            if (member.person->role == Role::director || member.person->role == Role::dcs) holder = &member, ++directors;
        if (directors != 1) holder = nullptr;
    } else if (role == Role::cabinet_member || role == Role::dcs || role == Role::vice_chair || role == Role::chief_executive) {
        holder = only_with_post(core, {}, role);
        if (!holder) holder = only_with_role(role);
    } else if (role != Role::external || core.size() > 1) {
        holder = only_with_post(core, {}, role);
    }
    if (core.size() == 1 && is_one_of(core.front(), {"officer", "officers", "manager", "engineer", "adviser", "advisor", "assistant", "lead"})) holder = nullptr;
    if (holder) return {director || role == Role::officer ? holder->person->role : role, holder->person->name};
    if (const Post* post = antecedent(meeting_posts_, core)) return identify_title(post->core, post->words, post->role);
    return {role, {}};
}

/// The post that a short form means: among those with the same core the last one that spoke, else the only one named.
const Cast::Post* Cast::antecedent(const std::vector<Post>& posts, const std::vector<std::string>& core) const {
    const Post *spoke = nullptr, *named_only = nullptr;
    int named_count = 0;
    const bool exact = std::any_of(posts.begin(), posts.end(), [&](const Post& post) { return post.core == core; });
    for (const Post& post : posts) {
        const bool fits = exact ? post.core == core : without_small(post.core) == without_small(core) || (core.size() == 1 && post.core.back() == core.back() && core.back() == "director" && post.role != Role::assistant_director);
        if (!fits) continue;
        if (post.spoke) spoke = &post;
        named_only = &post;
        ++named_count;
    }
    return spoke ? spoke : named_count == 1 ? named_only : nullptr;
}

}  // namespace minutes
