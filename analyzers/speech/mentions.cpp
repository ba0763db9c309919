#include "analyzers/speech/mentions.hpp"

#include "analyzers/people/patterns.hpp"
#include "analyzers/people/role_titles.hpp"
#include "analyzers/speech/mention_words.hpp"
#include "analyzers/speech/speech_verbs.hpp"

#include <algorithm>

namespace minutes {
namespace {

class MentionReader {
public:
    MentionReader(const Lexemes& lexemes, Range range, const MentionContext& context) : lexemes_(lexemes), range_(range), context_(context) {}

    std::vector<Mention> read() {
        constexpr std::size_t kUsual = 6;   // mentions of a sentence that has any
        std::vector<Mention> found;
        for (std::size_t i = range_.begin; i < range_.end;) {
            std::optional<Mention> mention = lexemes_[i].word ? at(i) : std::nullopt;
            if (!mention) { ++i; continue; }
            if (found.empty()) found.reserve(kUsual);
            i = mention->at.end;
            const bool plural = mention->who && mention->who->plural;
            found.push_back(std::move(*mention));
            if (plural) i = add_listed(found, i);
        }
        return join_appositions(std::move(found));
    }

private:
    /// The names that share a plural honorific: "Councillors Ash, Brook and Carr". One past the last of them.
    std::size_t add_listed(std::vector<Mention>& found, std::size_t i) const {
        const Honorific honorific = found.back().who->parts.honorific;
        const std::string singular = found.back().who->singular;
        found.back().listed = found.back().leads_list = true;
        while (is(i, ",") || is(i, "and")) {
            auto name = listed_name_at(lexemes_, i + 1, range_.end);
            if (!name) break;
            name->parts.honorific = honorific;
            name->singular = singular;
            found.push_back(name_mention(*name));
            found.back().listed = true;
            i = name->at.end;
        }
        return i;
    }

    std::string_view form(std::size_t i) const { return lexemes_[i].form; }
    bool is(std::size_t i, std::string_view word) const { return i < range_.end && form(i) == word; }

    std::optional<Mention> at(std::size_t i) const {
        if (!may_begin(lexemes_[i])) return std::nullopt;
        if (kPronouns.has(lexemes_[i])) return Mention{.kind = Mention::pronoun, .at = {i, i + 1}, .role = {}, .title = {}, .core = {}, .who = {}};
        if (auto name = name_at(i)) return name;
        const std::size_t noun_phrase = behind_determiners(i);
        const bool names = lexemes_[i].capital || is_particle(lexemes_[i]);   // may be a name after all
        if (!names && noun_phrase > i && !(noun_phrase < range_.end && may_follow_determiner(lexemes_[noun_phrase]))) return std::nullopt;
        if (noun_phrase == i && name_before_post(i)) return unknown_name_at(i);
        if (auto post = post_at(i, noun_phrase)) return post;
        if (auto group = group_at(i, noun_phrase)) return group;
        if (auto body = body_at(i, noun_phrase)) return body;
        return unknown_name_at(i);
    }

    std::size_t behind_determiners(std::size_t i) const {
        std::size_t k = i;
        if (is(i, "that") && k + 1 < range_.end && is_determiner(lexemes_[k + 1])) return i;  // "reported that many members had": no determiner
        while (k < range_.end && k < i + 4 && is_determiner(lexemes_[k]) && !(k == i && form(k) == "of")) ++k;
        return k;
    }

    /// "Mr Hay", "Cllr. G. Flynn", a full name of the lists, or initials that the list explains.
    std::optional<Mention> name_at(std::size_t i) const {
        if (auto titled = titled_name_at(lexemes_, i, range_.end, false)) return name_mention(*titled);
        if (!lexemes_[i].capital) return std::nullopt;
        if (lexemes_[i].upper && context_.initials.contains(form(i))) {
            NameAt initials;
            initials.at = initials.bare = {i, i + 1};
            initials.parts.surname = form(i);
            return name_mention(initials);
        }
        const auto [first, last] = context_.known.equal_range(form(i));
        for (auto known = first; known != last; ++known)
            if (auto name = listed_at(i, known->second)) return name_mention(*name);
        if (first != last && std::next(first) == last) return first_name_at(i, first->second);
        return std::nullopt;
    }

    /// "Kirsty", where the list has one Kirsty: only if no surname follows.
    std::optional<Mention> first_name_at(std::size_t i, const NameParts& known) const {
        if (form(i).size() < 3 || (i + 1 < range_.end && lexemes_[i + 1].capital) || (i > range_.begin && lexemes_[i - 1].capital)) return std::nullopt;
        NameAt name;
        name.at = name.bare = {i, i + 1};
        name.parts = known;
        return name_mention(name);
    }

    static Mention name_mention(const NameAt& name) { return {.kind = Mention::name, .at = name.at, .role = Role::unattributed, .title = {}, .core = {}, .who = name}; }

    std::optional<NameAt> listed_at(std::size_t i, const NameParts& known) const {
        if (known.given.empty() || known.given.front() != form(i)) return std::nullopt;
        std::size_t k = i;
        for (const std::string& given : known.given) {
            if (!is(k, given)) return std::nullopt;
            ++k;
        }
        std::string surname;
        const std::size_t begin = k;
        while (k < range_.end && surname.size() < known.surname.size() && lexemes_[k].word) {
            if (k > begin) surname += lexemes_[k].joined ? "-" : " ";
            surname += form(k++);
        }
        if (surname != known.surname) return std::nullopt;
        NameAt name;
        name.at = name.bare = {i, k};
        name.parts = {Honorific::none, known.given, known.surname};
        return name;
    }

    /// "members", "a panel member", "members of the committee", "members of the public"; not "members of staff".
    std::optional<Mention> group_at(std::size_t begin, std::size_t i) const {
        const bool slip = i + 1 < range_.end && is_one_of(form(i), {"member's", "councillor's"}) && is_speech_verb(lexemes_[i + 1]);   // "Member's queried": an apostrophe too many
        if (slip) return Mention{.kind = Mention::group, .at = {begin, i + 1}, .role = Role::member, .title = {}, .core = {}, .who = {}};
        Role changed = Role::unattributed;
        std::size_t k = i;
        for (; k < range_.end && k < i + 4; ++k) {
            if (kNouns.has(lexemes_[k]) && !(k + 1 < range_.end && kNouns.has(lexemes_[k + 1]) && form(k) == "public")) {
                const auto noun = groups().nouns.find(form(k));
                if (k > 0 && k > range_.begin && refused_by(k - 1)) return std::nullopt;
                if (lexemes_[k].capital && titled_name_at(lexemes_, k, range_.end, false)) return std::nullopt;  // "County Councillor Ford"
                return group_mention({begin, k + 1}, changed == Role::unattributed || noun->second == Role::public_ ? noun->second : changed, lexemes_[k]);
            }
            if (!kBefore.has(lexemes_[k])) return std::nullopt;
            const auto before = groups().before.find(form(k));
            if (before->second == "-") return std::nullopt;
            if (!before->second.empty()) changed = role_named(before->second).value_or(Role::unattributed);
        }
        return std::nullopt;
    }

    bool refused_by(std::size_t k) const {
        return kBefore.has(lexemes_[k]) && groups().before.at(form(k)) == "-";
    }

    std::optional<Mention> group_mention(Range at, Role role, const Lexeme& noun) const {
        if (noun.form == "public" && !(at.end - at.begin > 1 && is(at.begin, "the"))) return std::nullopt;
        if (noun.form == "applicant" && is(at.end, "'s")) return std::nullopt;
        Mention group{.kind = Mention::group, .at = at, .role = role, .title = {}, .core = {}, .who = {}};
        if (!is(at.end, "of") || role == Role::public_) return group;
        std::size_t k = at.end + 1;
        while (k < range_.end && k < at.end + 6 && (is_one_of(form(k), {"the", "this", "our", "sub", "and"}) || kBefore.has(lexemes_[k]) || lexemes_[k].capital)) {
            if (is_one_of(form(k), {"public", "community", "press", "audience"}) && form(k) != "community") break;
            if (kBodies.has(lexemes_[k]) && !(k + 1 < range_.end && kBodies.has(lexemes_[k + 1]))) break;
            ++k;
        }
        if (is_one_of(k < range_.end ? form(k) : std::string_view(), {"public", "audience"})) group.role = Role::public_;
        else if (k >= range_.end || !kBodies.has(lexemes_[k]) || !own_body(k, at.end + 1)) return std::nullopt;
        group.at.end = k + 1;
        return group;
    }

    /// Whether the body noun at `k`, with the words from `begin` before it, may be the body that meets.
    bool own_body(std::size_t k, std::size_t begin) const {
        const bool own_only = groups().bodies.at(form(k));
        if (own_only && k == begin && k > range_.begin && is_determiner(lexemes_[k - 1]) && lexemes_[k].capital && nothing_names_body() && is_one_of(form(k), {"board", "forum", "commission"})) return true;   // the page of one item prints no head
        if (own_only && !names(context_.committee_words, form(k)) && !(context_.committee.empty() && names(context_.council_words, form(k)))) return false;
        for (std::size_t i = begin; i < k; ++i) {
            if (is_determiner(lexemes_[i]) || is_one_of(form(i), {"scrutiny", "overview", "select", "full", "sub", "and", "parish", "town", "community", "whole", "joint"})) continue;
            if (!names(context_.committee_words, form(i)) && !names(context_.council_words, form(i))) return false;
        }
        return true;
    }

    bool nothing_names_body() const { return context_.committee.empty() && context_.council.empty(); }

    static bool names(const Words& body, std::string_view word) { return std::find(body.begin(), body.end(), word) != body.end(); }

    /// "the Director of Children's Services (DCS)", "officers", "the CMR".
    std::optional<Mention> post_at(std::size_t begin, std::size_t i) const {
        if (i >= range_.end) return std::nullopt;
        const auto title = title_at(lexemes_, i, range_.end, context_.committee);
        if (title) {
            if (begin == i && i > range_.begin && lexemes_[i - 1].word && lexemes_[i - 1].capital && lexemes_[i - 1].joined) return std::nullopt;
            if (const std::size_t body = end_of_body(title->at.end); title->role == Role::chair && body != title->at.end) {
                const Role role = role_of_title(lexemes_, {i, body}, context_.committee);
                if (role != Role::chair) return Mention{.kind = Mention::post, .at = {begin, body}, .role = role, .title = {i, body}, .core = title->core, .who = {}};
            }
            return Mention{.kind = Mention::post, .at = {begin, title->at.end}, .role = title->role, .title = title->at, .core = title->core, .who = {}};
        }
        if (!lexemes_[i].upper) return std::nullopt;
        const auto acronym = context_.acronyms.find(form(i));
        if (acronym == context_.acronyms.end()) return std::nullopt;
        return Mention{.kind = Mention::post, .at = {begin, i + 1}, .role = acronym->second, .title = {i, i + 1}, .core = {i, i + 1}, .who = {}};
    }

    /// Behind a chair: "of the young people scrutiny committee" in small letters, to the noun of the body; `i` if there is none.
    std::size_t end_of_body(std::size_t i) const {
        if (!is(i, "of") || !is(i + 1, "the")) return i;
        for (std::size_t k = i + 2; k < range_.end && k < i + 12 && lexemes_[k].word && !is_one_of(form(k), {"who", "that", "meeting", "council"}); ++k)
            if (k > i + 2 && is_one_of(form(k), {"committee", "panel", "board", "group", "forum", "partnership", "trust", "commission"})) return k + 1;
        return i;
    }

    /// "the committee", "this Panel", "Cabinet", "the Overview and Scrutiny Committee".
    std::optional<Mention> body_at(std::size_t begin, std::size_t i) const {
        std::size_t k = i;
        while (k < range_.end && k < i + 9 && (lexemes_[k].capital || kBodyWords.has(lexemes_[k]))) {
            if (kBodies.has(lexemes_[k]) && !(k + 1 < range_.end && kBodies.has(lexemes_[k + 1]) && lexemes_[k + 1].capital == lexemes_[k].capital)) break;
            ++k;
        }
        if (k >= range_.end || !kBodies.has(lexemes_[k])) return std::nullopt;
        if (begin == i && !lexemes_[i].capital) return std::nullopt;
        if (!own_body(k, i)) return std::nullopt;
        if (k + 1 < range_.end && kNouns.has(lexemes_[k + 1])) return std::nullopt;
        return Mention{.kind = Mention::body, .at = {begin, k + 1}, .role = Role::committee, .title = {}, .core = {}, .who = {}};
    }

    /// "Chris Rook Cabinet Member for Roads": a name that runs into a post without a comma.
    bool name_before_post(std::size_t i) const {
        const auto name = bare_name_at(lexemes_, i, range_.end, false);
        return name && title_at(lexemes_, name->at.end, range_.end, context_.committee);
    }

    std::optional<Mention> unknown_name_at(std::size_t i) const {
        auto name = bare_name_at(lexemes_, i, range_.end, false);
        if (!name) return std::nullopt;
        Mention mention = name_mention(*name);
        if (const std::size_t home = organisation_end(name->at.end)) {
            mention.kind = Mention::post;
            mention.role = Role::external;
            mention.title = mention.core = {name->at.end + 1, form(home - 1) == ")" ? home - 1 : home};
            mention.at.end = home;
            return mention;
        }
        mention.bare_name = true;
        return mention;
    }

    /// "Simon Nash from Eastmoor Trust": one past the organisation, if a word of it is known to be one; else 0.
    std::size_t organisation_end(std::size_t i) const {
        if (is(i, "(")) {   // "Simon Nash (Eastmoor School)"
            const std::size_t close = bracketed_end(i + 1);
            for (std::size_t k = i + 1; k < close; ++k)
                if (is(close, ")") && groups().organisations.contains(form(k))) return close + 1;
            return 0;
        }
        if (is(i, ",") && is(i + 1, "representing")) ++i;
        if (is(i, "on") && is(i + 1, "behalf") && is(i + 2, "of")) i += 2;
        if (!is(i, "from") && !is(i, "representing") && !is(i, "of")) return 0;
        bool known = false;
        std::size_t k = i + 1;
        for (; k < range_.end && k < i + 9 && (lexemes_[k].capital || is_one_of(form(k), {"the", "of", "and", "for"})); ++k) known = known || groups().organisations.contains(form(k));
        return known ? k : 0;
    }

    /// Joins "Ann Hay, Head of Roads,", "the Head of Roads, Ann Hay," "Ann Hay (Head of Roads)" and "Ann Hay Head of Roads".
    std::vector<Mention> join_appositions(std::vector<Mention> found) const {
        std::vector<Mention> joined;
        joined.reserve(found.size());
        for (Mention& mention : found) {
            if (!joined.empty() && mention.at.begin < joined.back().at.end) continue;   // inside a bracket that a post fills
            if (!joined.empty() && is_second_post(joined.back(), mention)) {
                joined.back().at.end = joined.back().title.end = mention.at.end;
            } else if (!joined.empty() && is_apposition(joined.back(), mention)) {
                Mention& last = joined.back();
                if (mention.kind == Mention::name) last.who = mention.who;
                else if (mention.kind == Mention::group) last.role = mention.role;
                else { last.title = mention.title; last.core = mention.core; last.role = mention.role; }
                last.bare_name = false;
                last.kind = Mention::post;
                if (form(last.at.end) == "(" && mention.kind == Mention::post) last.title.end = mention.at.end = bracketed_end(mention.at.end);
                last.at.end = close_bracket(last.at.end, mention.at.end);
            } else {
                joined.push_back(std::move(mention));
            }
        }
        return joined;
    }

    /// "Ann Hay, Deputy Chief Executive and Director of Resources,": one person's two posts.
    bool is_second_post(const Mention& first, const Mention& second) const {
        if (first.kind != Mention::post || !first.who || first.title.end != first.at.end || second.kind != Mention::post || second.who) return false;
        return second.at.begin == first.at.end + 1 && is(first.at.end, "and") && second.at.begin == second.title.begin && lexemes_[second.at.begin].capital && is(second.at.end, ",");
    }

    bool is_apposition(const Mention& first, const Mention& second) const {
        const bool name_post = first.kind == Mention::name && second.kind == Mention::post && !second.who;
        const bool post_name = first.kind == Mention::post && second.kind == Mention::name && !first.who;
        const bool resident_name = first.kind == Mention::group && first.role == Role::public_ && second.kind == Mention::name && !second.bare_name;
        if (first.kind == Mention::name && second.kind == Mention::group) return describes_name(first, second);
        if (resident_name) return second.at.begin == first.at.end + 1 && is(first.at.end, ",");   // "a member of the public, Mr Hay, asked"
        if (!name_post && !post_name) return false;
        if (name_post && first.who->parts.honorific == Honorific::councillor && is_staff(second.role)) return false;  // "from Cllr Hay, the Head of Roads, said"
        const std::size_t gap = second.at.begin - first.at.end;
        const Lexeme& opens = lexemes_[second.at.begin];
        if (name_post && opens.form == "the" && opens.capital) return false;  // "Elm Road The Clerk said": a heading that lost its line
        if (gap == 0 || (post_name && behind_department(first.at.end, second))) return true;
        if (gap > 3) return false;
        const std::string_view mark = form(first.at.end);
        for (std::size_t i = first.at.end + 1; i < second.at.begin; ++i)
            if (mark != "," || !is_one_of(form(i), {"the", "our", "its", "council's", "a"})) return false;
        if (mark == "(") return is(second.at.end, ")") || (name_post && bracketed_end(second.at.end) > second.at.end);
        if (mark == "-") return name_post && !(first.bare_name && is_determiner(lexemes_[second.at.begin]));  // "Elm Road - the Clerk said"
        if (mark != ",") return false;
        if (name_post && second.at.end < range_.end && lexemes_[second.at.end].word && bare_name_at(lexemes_, second.at.end, range_.end, false)) return false;  // "Ann Hay, Engineer Bob Ford"
        if (name_post && governed(first) && is_determiner(lexemes_[second.at.begin])) return false;  // "from Cllr Hay, the Director, Roads, said"
        if (name_post && answers_a_question() && is_one_of(form(first.at.begin > range_.begin ? first.at.begin - 1 : first.at.begin), {"from", "by"})) return false;
        if (second.at.end >= range_.end || is_one_of(form(second.at.end), {",", ")", ".", ":", ";", "-"})) return true;
        if (name_post && (leads_to_second_post(second.at.end) || (greeted(first) && is_one_of(form(second.at.end), {"to", "and", "who"})))) return true;
        if (name_post && first.at.begin == range_.begin && first.who->parts.honorific != Honorific::none && second.role != Role::chair) return true;   // "Councillor Hay, the Chair of the Roads Panel said"
        if (name_post) return gap == 1 && !is_determiner(lexemes_[second.at.begin]);  // not "from Cllr Hay, the Director said"
        return !second.bare_name && !governed(first);
    }

    /// "Ann Hay (Strategic Lead - Roads, Bridges, and Parks)": where the bracket closes that a post fills to its end, else `i`.
    std::size_t bracketed_end(std::size_t i) const {
        constexpr std::size_t kLongest = 14;  // lexemes
        for (std::size_t k = i; k < range_.end && k < i + kLongest; ++k) {
            if (form(k) == ")") return k;
            if (!lexemes_[k].capital && !is_one_of(form(k), {",", "-", "'", "/", "and", "of", "for", "the", "to"})) break;
        }
        return i;
    }

    /// "Mrs Eden, a local Member, spoke", "Mr Reed, the applicant, said".
    bool describes_name(const Mention& name, const Mention& group) const {
        if (is(name.at.end, "(") && group.at.begin == name.at.end + 1) return is(group.at.end, ")") && group.role != Role::member;   // "Mr Reed (agent)"
        if (!is(name.at.end, ",") || group.at.begin != name.at.end + 1 || !is_one_of(form(group.at.begin), {"a", "an", "the", "one"})) return false;
        return group.role != Role::member && !lexemes_[group.at.end - 1].form.ends_with('s') && is(group.at.end, ",");
    }

    /// "The Assistant Director for Prevention, Family Services, Ann Hay,": capitals between a post and its holder, commas around them.
    bool behind_department(std::size_t comma, const Mention& name) const {
        constexpr std::size_t kLongest = 8;  // lexemes
        if (!is(comma, ",") || name.at.begin < comma + 3 || name.at.begin > comma + kLongest || !is(name.at.begin - 1, ",") || !is(name.at.end, ",")) return false;
        for (std::size_t i = comma + 1; i + 1 < name.at.begin; ++i)
            if (!lexemes_[i].capital && !is_one_of(form(i), {"and", "of", "for"})) return false;
        return true;
    }

    /// "the Monitoring Officer and Secretary," behind a name: another post goes with the first.
    bool leads_to_second_post(std::size_t i) const {
        if (!is(i, "and") || i + 1 >= range_.end || !lexemes_[i + 1].capital) return false;
        const auto title = title_at(lexemes_, i + 1, range_.end, context_.committee);
        return title && is(title->at.end, ",");
    }

    bool governed(const Mention& mention) const { return mention.at.begin > range_.begin && is_one_of(form(mention.at.begin - 1), {"to", "from", "by", "of", "with", "for"}); }
    bool greeted(const Mention& mention) const { return mention.at.begin > range_.begin && is_one_of(form(mention.at.begin - 1), {"welcomed", "introduced", "invited"}); }
    static bool is_staff(Role role) {
        return role == Role::dcs || role == Role::chief_executive || role == Role::director || role == Role::assistant_director || role == Role::head_of_service ||
               role == Role::officer || role == Role::clerk;
    }

    /// "In response to a query from Mr Hay, the Head of Roads, ..., confirmed": who asked does not answer.
    bool answers_a_question() const {
        const bool in = is(range_.begin, "in") && range_.begin + 1 < range_.end && is_one_of(form(range_.begin + 1), {"response", "reply", "answer", "answering"});
        return in || is_one_of(form(range_.begin), {"responding", "replying", "answering", "following", "after"});
    }

    std::size_t close_bracket(std::size_t from, std::size_t end) const { return form(from) == "(" && is(end, ")") ? end + 1 : end; }

    const Lexemes& lexemes_;
    Range range_;
    const MentionContext& context_;
};

}  // namespace

MentionContext::MentionContext(std::string_view committee_name, std::string_view council_name) : committee(committee_name), council(council_name) {
    const auto words = [](std::string_view body) {
        Words forms;
        for (const Lexeme& lexeme : lexemes_of(body, {0, static_cast<std::uint32_t>(body.size())})) forms.push_back(lexeme.form);
        return forms;
    };
    committee_words = words(committee);
    council_words = words(council);
}

std::vector<Mention> mentions_in(const Lexemes& lexemes, Range range, const MentionContext& context) { return MentionReader(lexemes, range, context).read(); }

}  // namespace minutes
