#include "analyzers/speech/reported_speech.hpp"

#include "analyzers/speech/clause.hpp"
#include "analyzers/speech/movers.hpp"
#include "analyzers/speech/noun_turns.hpp"
#include "analyzers/speech/question_cues.hpp"
#include "analyzers/speech/speech_verbs.hpp"

#include <algorithm>
#include <string_view>

namespace minutes {
namespace {

/// Words on which a turn may hang, beside the verbs of the table and the "there" that opens a sentence. Every take_...
/// below begins with one of these; most words of a text are none.
const WordSet kTelling = {"proposed", "seconded", "moved", "proposer", "seconder", "prop", "sec", "second", "2nd", "moladh", "cuidithe", "proposal", "proposition", "motion",
                          "asked", "raised", "expressed", "voiced", "sought", "put", "posed", "made", "requested", "shared", "received", "submitted", "given", "presented", "said", "replied",
                          "added", "commented", "explained", "stated", "confirmation", "assurance", "clarification", "view", "views", "opinion", "according"};

bool tells(const Lexeme& lexeme, bool opens) { return lexeme.word && (kTelling.has(lexeme) || is_speech_verb(lexeme) || (opens && lexeme.form == "there")); }

class SentenceReader {
public:
    explicit SentenceReader(const Clause& clause) : clause_(clause) {}

    std::vector<Turn> read() {
        if (tells_of_another_meeting()) return {};
        QuestionCues cues = question_cues(clause_);
        turns_ = std::move(cues.asked);
        for (std::size_t i = clause_.in.begin; i < clause_.in.end; ++i)
            if (tells(clause_.lexemes[i], i == clause_.in.begin) && !take_mover(i) && !take_noun(i) && !take_noun_passive(i) && !take_raised_by(i) && !take_inverted(i)) take_any_verb(i);
        // The order of the words is the order of the turns: the question in "The Chair, in response to a question, said"
        // comes before the answer.
        std::stable_sort(turns_.begin(), turns_.end(), [](const Turn& a, const Turn& b) { return a.verb < b.verb; });
        for (Turn& turn : turns_) turn.reply = cues.reply && turn.attribution != Attribution::implied && turn.act != Act::question;
        return std::move(turns_);
    }

private:
    /// "At the panel meeting held on 24 April members agreed areas for action."
    bool tells_of_another_meeting() const {
        constexpr std::size_t kFar = 12;
        if (clause_.form(clause_.in.begin) != "at") return false;
        for (std::size_t k = clause_.in.begin + 1; k < clause_.in.begin + kFar && clause_.in.contains(k) && clause_.form(k) != ","; ++k)
            if (clause_.form(k) == "meeting" && clause_.form(k + 1) == "held" && clause_.form(k + 2) == "on") return true;
        return false;
    }

    void put(std::size_t at, Turn turn) {
        turn.verb = at;
        turns_.push_back(std::move(turn));
    }

    void take_any_verb(std::size_t i) {
        for (const SpeechVerb& verb : speech_verbs(clause_.form(i))) {
            if (!near_holds(verb, i)) continue;
            if (take_verb(verb, i) || (verb.near.empty() && verb.directly.empty())) return;
        }
    }

    bool near_holds(const SpeechVerb& verb, std::size_t i) const {
        if (verb.near.empty() && verb.directly.empty()) return true;
        for (const std::string_view word : verb.directly)
            if (clause_.form(i + 1) == word || (is_adverb(clause_.form(i + 1)) && clause_.form(i + 2) == word) || (clause_.form(i + 2) == word && word == "to" && is_adverb(clause_.form(i + 1)))) return true;
        for (std::size_t k = i + 1; k <= i + 7 && clause_.in.contains(k) && !is_one_of(clause_.form(k), {".", ";", ":"}); ++k) {
            if (clause_.form(i) == "had" && clause_.form(k).ends_with("ed")) return false;   // "had raised concerns": no main verb
            if (std::find(verb.near.begin(), verb.near.end(), clause_.form(k)) != verb.near.end()) return true;
        }
        const Mention* asked = is_one_of(clause_.form(i), {"asked", "invited"}) ? clause_.starting_at(i + 1) : nullptr;  // "asked officers to write"
        if (!asked) return false;
        const std::size_t end = asked->at.end + (clause_.form(i) == "invited" && clause_.form(asked->at.end) == "," ? 1 : 0);
        const Words& wanted = clause_.form(i) == "asked" ? verb.directly : verb.near;
        return clause_.form(end) == "to" && std::find(wanted.begin(), wanted.end(), "to") != wanted.end();
    }

    bool take_verb(const SpeechVerb& verb, std::size_t i) {
        if (clause_.form(i) == "had" && !speech_verbs(clause_.form(i + 1)).empty()) return false;  // "had expressed concern" at another time
        const std::size_t p = clause_.before_adverbs(i);
        if (!clause_.in.contains(p)) return false;
        const std::string_view aux = clause_.form(p);
        const bool be = is_one_of(aux, {"was", "were", "wasn't", "weren't"});
        const bool not_be = aux == "not" && is_one_of(clause_.form(p - 1), {"was", "were"});  // "was not convinced"
        if (verb.use == VerbUse::adjective && not_be && clause_.in.contains(p - 1)) return take_active(verb, i, clause_.before_adverbs(p - 1));
        if (clause_.form(i) == "encouraged" && clause_.form(i + 1) == "to" && !is_one_of(clause_.form(i + 2), {"see", "hear", "note", "learn"})) return false;  // "Members were encouraged to attend"
        if (verb.use == VerbUse::adjective) return be && take_active(verb, i, clause_.before_adverbs(p));
        if (verb.use == VerbUse::base) {
            const bool not_done = aux == "not" && is_one_of(clause_.form(p - 1), {"did", "could", "would"});
            if (not_done) return take_active(verb, i, clause_.before_adverbs(p - 1));
            return (is_one_of(aux, {"didn't", "wouldn't", "couldn't"}) || (aux == "would" && is_one_of(clause_.form(i), {"wish", "like"}))) && take_active(verb, i, clause_.before_adverbs(p));
        }
        if (verb.use == VerbUse::did) return take_emphatic(verb, i);
        if (be) return (verb.use == VerbUse::past || verb.use == VerbUse::told) && take_passive(verb, i, p);
        if (aux == "who") return take_relative(verb, i, p);
        const bool in_name = (aux == "may" && clause_.lexemes[p].capital) || (aux == "being" && clause_.lexemes[p].joined);   // "Councillor Paul May", "Health and Well-being"
        if (in_name && clause_.ending_at(p + 1)) return take_active(verb, i, p);
        if (is_one_of(aux, {"been", "being", "be", "had", "has", "have", "having", "to", "would", "could", "should", "will", "may", "might", "can", "must", "not", "is", "are", "that", "who"})) return false;
        if (verb.use == VerbUse::present && take_beside(verb, i, p)) return true;
        if (verb.use == VerbUse::present) return clause_.ending_at(p + 1) && take_active(verb, i, p);
        return take_active(verb, i, p);
    }

    /// "The Chair led the discussion, with the Panel asking questions": they speak beside the subject of the sentence.
    bool take_beside(const SpeechVerb& verb, std::size_t i, std::size_t p) {
        const Mention* other = clause_.form(i).ends_with("ing") ? clause_.ending_at(p + 1) : nullptr;
        if (!other || other->at.begin < clause_.in.begin + 2 || clause_.form(other->at.begin - 1) != "with" || clause_.form(other->at.begin - 2) != ",") return false;
        put(i, {*other, other->role, verb.act, Attribution::explicit_, other->at, 0, false, false, false});
        return true;
    }

    /// "Mr Hay did, however, state that he had written".
    bool take_emphatic(const SpeechVerb& verb, std::size_t i) {
        std::size_t did = i - 1;
        while (did > clause_.in.begin && (clause_.form(did) == "," || is_adverb(clause_.form(did))) && i - did < 5) --did;
        return clause_.in.contains(did) && clause_.form(did) == "did" && did > clause_.in.begin && take_active(verb, i, clause_.before_adverbs(did));
    }

    /// "... put to the Director, who answered that ...": whoever the clause before names last, unless they open the sentence.
    bool take_relative(const SpeechVerb& verb, std::size_t i, std::size_t who) {
        if (verb.use != VerbUse::past && verb.use != VerbUse::told) return false;
        const Mention* teller = clause_.ending_at(clause_.form(who - 1) == "," ? who - 1 : who);
        if (!teller || teller->at.begin <= clause_.in.begin + 1 || teller->kind == Mention::pronoun || teller->kind == Mention::group || teller->kind == Mention::body) return false;
        if (clause_.form(who - 1) != "," && !is_one_of(clause_.form(i), {"replied", "responded", "answered", "confirmed", "explained", "advised"})) return false;
        put(i, {*teller, teller->role, verb.act, Attribution::explicit_, teller->at, 0, false, false, false});
        last_ = {teller, i};
        return true;
    }

    /// "'We must act', said Councillor Lee."
    bool take_inverted(std::size_t i) {
        if (i <= clause_.in.begin + 2 || !is_one_of(clause_.form(i), {"said", "replied", "added", "commented", "explained", "stated", "asked"})) return false;
        if (!is_one_of(clause_.form(i - 1), {",", "\"", "?", "'"})) return false;
        const Mention* teller = clause_.starting_at(i + 1);
        if (!teller || (teller->kind != Mention::name && teller->kind != Mention::post)) return false;
        if (clause_.in.contains(teller->at.end) && !is_one_of(clause_.form(teller->at.end), {".", ",", ";"})) return false;
        put(i, {*teller, teller->role, clause_.form(i) == "asked" ? Act::question : Act::statement, Attribution::explicit_, teller->at, 0, false, false, false});
        return true;
    }

    bool take_active(const SpeechVerb& verb, std::size_t i, std::size_t p) {
        if (!clause_.in.contains(p) || is_one_of(clause_.form(p), {"a", "an", "the", "of", "their", "its", "his", "her", "our"})) return false;  // "a maintained school"
        const std::vector<const Mention*> subjects = subjects_of(clause_, i, p, last_);
        if (subjects.empty()) return false;
        const bool opens_list = clause_.form(i + 1) == "following" || (clause_.form(i + 1) == "the" && clause_.form(i + 2) == "following");
        if (opens_list && is_listener(*subjects.back()) && subjects.back()->role != Role::member) return false;  // "Members raised the following points:": who of them, each point may tell
        if (verb.agentless == Agentless::heard) return take_heard(*subjects.back(), i);
        if (verb.use == VerbUse::told && is_listener(*subjects.back())) return false;
        for (const Mention* subject : subjects) {
            Turn turn;
            turn.by = *subject;
            if (subject->who && subject->role == Role::unattributed) turn.by->otherwise = role_by_deed(i);
            turn.role = subject->role;
            turn.act = verb.act;
            turn.surface = subject->at;
            if (subject->kind == Mention::pronoun) turn.surface.end = i + 1;
            put(i, std::move(turn));
        }
        if (const Mention* companion = companion_of(*subjects.back(), i)) put(i, {*companion, companion->role, verb.act, Attribution::explicit_, companion->at, 0, false, false, false});
        last_ = {subjects.back(), i};
        return true;
    }

    /// "The Leader, together with Ann Hay, answered", "introduced the report with Ann Hay (Head of Roads)": who speaks beside the subject.
    const Mention* companion_of(const Mention& subject, std::size_t verb) const {
        std::size_t k = subject.at.end;
        if (clause_.form(k) == "," && k < verb) {
            if (is_one_of(clause_.form(++k), {"together", "along", "jointly"})) ++k;
            const Mention* beside = k < verb && (clause_.form(k) == "alongside" || (clause_.form(k) == "with" && clause_.form(k - 1) != ",")) ? clause_.starting_at(k + 1) : nullptr;
            return beside && beside->at.end < verb && (beside->kind == Mention::name || beside->kind == Mention::post) ? beside : nullptr;
        }
        if (!is_one_of(clause_.form(verb), {"introduced", "presented"})) return nullptr;
        constexpr std::size_t kNearest = 3, kFarthest = 5;   // "introduced the item with", "presented this year's report with"
        for (k = verb + kNearest; k < verb + kFarthest && clause_.in.contains(k + 1); ++k) {
            if (clause_.form(k) != "with" || !is_one_of(clause_.form(k - 1), {"report", "item", "paper", "presentation", "together", "along"})) continue;
            const Mention* beside = clause_.starting_at(k + 1);
            return beside && beside->who ? beside : nullptr;
        }
        return nullptr;
    }

    /// "spoke in objection to the application", "addressed the Committee as Ward Member": what a speaker is by what they do.
    Role role_by_deed(std::size_t verb) const {
        if (!is_one_of(clause_.form(verb), {"spoke", "addressed", "objected", "made", "read", "presented"})) return Role::unattributed;
        constexpr std::size_t kFar = 11;
        for (std::size_t k = verb + 1; k < verb + kFar && clause_.in.contains(k) && !is_one_of(clause_.form(k), {",", ";", "and"}); ++k) {
            if (is_one_of(clause_.form(k), {"objection", "against", "objecting", "opposition", "objector", "objectors"})) return Role::public_;
            if (clause_.form(k) == "as" && is_one_of(clause_.form(k + 1), {"ward", "local", "division"})) return Role::visiting_member;
            if (clause_.form(k) == "as" && is_one_of(clause_.form(k + 2), {"ward", "local", "division"})) return Role::visiting_member;
            if (is_one_of(clause_.form(k), {"support", "favour"}) && clause_.form(verb) == "spoke" && clause_.form(k - 1) == "in") return Role::public_;
        }
        return Role::unattributed;
    }

    static bool is_listener(const Mention& mention) { return mention.kind == Mention::group || mention.kind == Mention::body || mention.kind == Mention::pronoun; }

    /// "Members heard that": nobody is named. "The Board heard from Mr Hay", "received a presentation from": he speaks.
    bool take_heard(const Mention& listener, std::size_t i) {
        if (!is_listener(listener)) return false;
        const bool received = clause_.form(i) == "received";
        bool talk = !received;
        for (std::size_t k = i + 1; k < i + 16 && clause_.in.contains(k); ++k) {
            if (is_one_of(clause_.form(k), {"presentation", "update", "briefing", "address", "talk"})) talk = true;
            if (is_one_of(clause_.form(k), {"from", "by"}) && talk) {
                const Mention* speaker = clause_.starting_at(k + 1);
                if (!speaker) break;
                put(i, {*speaker, speaker->role, Act::report, Attribution::explicit_, speaker->at, 0, false, false, false});
                return true;
            }
        }
        if (received) return false;
        put(i, {std::nullopt, Role::unattributed, Act::report, Attribution::explicit_, {listener.at.begin, i + 1}, 0, false, false, true});
        return true;
    }

    // --- passives: "It was questioned", "A question was asked", "Members were informed", "raised by a member" ---

    bool take_passive(const SpeechVerb& verb, std::size_t i, std::size_t be) {
        const std::size_t s = clause_.before_adverbs(be);
        if (!clause_.in.contains(s)) return false;
        const Mention* agent = clause_.form(i) == "informed" && clause_.form(s) == "it" ? nullptr : agent_of(i);  // "It was informed by the inspection"
        const bool says = !is_one_of(clause_.form(i), {"supported", "opposed", "favoured", "praised", "commended", "thanked", "congratulated", "believed", "thought", "accepted",
                                            "approved", "endorsed", "challenged", "circulated", "agreed", "felt"});
        if (clause_.form(i) == "given" && !is_one_of(clause_.form(s), {"presentation", "update", "report", "briefing", "talk", "overview", "explanation", "presentations", "updates", "reports"})) return false;
        if (clause_.form(i) == "taken" && clause_.form(i + 1) != "through" && !is_one_of(clause_.form(s), {"report", "item", "paper", "presentation"})) return false;   // "The photograph was taken by"
        if (agent && says) return put_agents(*agent, verb.act, i);
        if (clause_.form(s) == "it") return take_agentless(verb, s, i);
        const Mention* subject = clause_.ending_at(s + 1);
        return subject && clause_.stands_as_subject(*subject) && take_passive_of(*subject, verb, i);
    }

    /// "A question about fees was asked", "Concern was expressed by Mr Hay".
    bool take_noun_passive(std::size_t i) {
        const bool handed_in = is_one_of(clause_.form(i), {"received", "submitted"});
        if (!handed_in && !is_one_of(clause_.form(i), {"asked", "raised", "expressed", "voiced", "sought", "put", "posed", "made", "requested", "shared"})) return false;
        std::size_t be = clause_.before_adverbs(i);
        if (handed_in && clause_.form(be) == "been" && is_one_of(clause_.form(be - 1), {"had", "has", "have"})) --be;   // "had been submitted by Mr Hay"
        if (!clause_.in.contains(be) || !(is_one_of(clause_.form(be), {"was", "were"}) || (handed_in && is_one_of(clause_.form(be), {"had", "has", "have"})))) return false;
        const std::size_t s = clause_.before_adverbs(be);
        if (clause_.form(i) == "made" && declares(s))
            if (const Mention* agent = agent_of(i)) return put_agents(*agent, Act::statement, i);
        const auto noun = clause_.in.contains(s) ? question_noun(s) : std::nullopt;
        if (!noun && is_one_of(clause_.form(i), {"requested", "sought"}) && is_one_of(clause_.form(s), {"information", "detail", "details", "clarity", "update", "updates"})) {
            put(i, {std::nullopt, Role::member, Act::question, Attribution::inferred, {s, i + 1}, 0, false, false, false});
            return true;
        }
        if (!noun) return false;
        const Act act = *act_of_noun(clause_.form(*noun));
        if (const Mention* agent = handed_in ? giver_of(i) : agent_of(i)) return put_agents(*agent, act, i);
        if (handed_in) return false;
        put(i, {std::nullopt, Role::member, act, Attribution::inferred, {phrase_begin(*noun), i + 1}, 0, false, false, false});
        return true;
    }

    /// "Declarations of interest were made by Cllrs Hay and Ford".
    bool declares(std::size_t s) const {
        for (std::size_t k = s + 1; k-- > clause_.in.begin && s - k < 4;)
            if (is_one_of(clause_.form(k), {"declaration", "declarations"})) return k == clause_.in.begin || clause_.form(k - 1) != "no";
        return false;
    }

    /// "received from Mr Hay", "submitted by Councillor Ash".
    const Mention* giver_of(std::size_t verb) const {
        if (!is_one_of(clause_.form(verb + 1), {"from", "by"})) return nullptr;
        const Mention* giver = clause_.starting_at(verb + 2);
        return giver && giver->kind != Mention::pronoun && giver->kind != Mention::body ? giver : nullptr;
    }

    /// "Key points raised by Mr Hay were:", "Comments made by Members included" at the start of a sentence.
    bool take_raised_by(std::size_t i) {
        if (is_one_of(clause_.form(i), {"confirmation", "assurance", "clarification"}) && clause_.form(i + 1) == "from") {   // "confirmation from the Clerk that it was done"
            const Mention* teller = clause_.starting_at(i + 2);
            if (!teller || clause_.form(teller->at.end) != "that" || is_listener(*teller)) return false;
            return put_agents(*teller, Act::report, i);
        }
        if (!is_one_of(clause_.form(i), {"raised", "made", "asked", "put", "given", "presented"}) || clause_.form(i + 1) != "by" || i > clause_.in.begin + 6 || i == clause_.in.begin) return false;
        if (!is_one_of(clause_.form(i - 1), {"point", "points", "question", "questions", "comment", "comments", "concern", "concerns", "issue", "issues", "observations", "queries", "representations"})) return false;
        for (std::size_t k = clause_.in.begin; k < i; ++k)
            if (is_one_of(clause_.form(k), {"no", "to", "of", "on", "considered", "about", ","})) return false;
        const Mention* agent = clause_.starting_at(i + 2);
        if (!agent || agent->kind == Mention::pronoun) return false;
        return put_agents(*agent, act_of_noun(clause_.form(i - 1)).value_or(Act::statement), i);
    }

    /// "raised by Councillors Khan and Lee": all whom "by" names.
    bool put_agents(const Mention& first, Act act, std::size_t verb) {
        const Mention* const end = clause_.mentions.data() + clause_.mentions.size();
        for (const Mention* agent = &first; agent != end && (agent == &first || (agent->listed && !agent->leads_list)); ++agent) {
            put(verb, {*agent, agent->role, act, Attribution::explicit_, agent->at, 0, false, false, false});
            if (const Mention* other = clause_.form(agent->at.begin - 1) == "both" && clause_.form(agent->at.end) == "and" ? clause_.starting_at(agent->at.end + 1) : nullptr)
                put(verb, {*other, other->role, act, Attribution::explicit_, other->at, 0, false, false, false});
            if (!first.listed) break;
        }
        return true;
    }

    bool take_passive_of(const Mention& subject, const SpeechVerb& verb, std::size_t i) {
        const bool listeners = is_listener(subject);
        if (listeners && is_one_of(clause_.form(i), {"informed", "advised", "told", "reminded", "updated", "assured", "briefed", "notified", "reassured"})) {
            put(i, {std::nullopt, Role::unattributed, Act::report, Attribution::explicit_, {subject.at.begin, i + 1}, 0, false, false, true});
            return true;
        }
        const bool asked = is_one_of(clause_.form(i), {"asked", "questioned", "challenged", "pressed", "queried"});
        if (asked && !listeners && verb.act == Act::question && is_one_of(clause_.form(i + 1), {"whether", "if", "about", "how", "why", "what", "when", "where", "on"})) {
            put(i, {std::nullopt, Role::member, Act::question, Attribution::inferred, {subject.at.begin, i + 1}, 0, false, false, false});
            return true;
        }
        return false;
    }

    bool take_agentless(const SpeechVerb& verb, std::size_t it, std::size_t i) {
        if (it > clause_.in.begin && governs(clause_.form(it - 1)) && clause_.form(it - 1) != "to") return false;
        if (clause_.form(i + 1) == "by") return false;  // "It was informed by the inspection"
        Turn turn;
        turn.surface = {it, i + 1};
        turn.act = verb.act;
        if (verb.agentless == Agentless::none || verb.agentless == Agentless::heard) return false;
        if (verb.agentless == Agentless::member) turn.role = Role::member, turn.attribution = Attribution::inferred;
        if (verb.agentless == Agentless::committee) turn.role = Role::committee, turn.attribution = Attribution::inferred, turn.act = Act::decision;
        if (verb.agentless == Agentless::nobody) turn.act = Act::report;
        if (turn.role == Role::committee && !is_one_of(clause_.form(i), {"agreed", "resolved", "decided"})) turn.role = Role::unattributed, turn.attribution = Attribution::explicit_, turn.act = Act::report;
        put(i, std::move(turn));
        return true;
    }

    /// "raised as an area of concern by a member": the mention behind "by" in the same clause.
    const Mention* agent_of(std::size_t verb) const {
        const bool close = is_one_of(clause_.form(verb), {"asked", "informed", "advised", "told", "reminded", "requested"});  // else "asked to list items for approval by"
        for (std::size_t k = verb + 1; k < verb + (close ? 2 : 15) && clause_.in.contains(k); ++k) {
            if (is_one_of(clause_.form(k), {".", ";", ":", ",", "and", "that", "whether", "which", "was", "were", "had"})) return nullptr;
            if (clause_.form(k) == "by") {
                const Mention* agent = clause_.starting_at(clause_.form(k + 1) == "both" ? k + 2 : k + 1);
                return agent && agent->kind != Mention::pronoun ? agent : nullptr;
            }
        }
        return nullptr;
    }

    /// "A question about fees was asked": the noun that a passive is about, unless there was none or only a list of them.
    std::optional<std::size_t> question_noun(std::size_t s) const {
        for (std::size_t k = s + 1; k-- > clause_.in.begin && s - k < 14;) {
            if (is_one_of(clause_.form(k), {",", ";", ".", ":", "that", "was", "were"})) return std::nullopt;
            if (!act_of_noun(clause_.form(k))) continue;
            for (std::size_t d = k; d-- > clause_.in.begin && k - d < 4;)
                if (is_one_of(clause_.form(d), {"no", "following", "to", "of", "any"})) return std::nullopt;
            return k;
        }
        return std::nullopt;
    }

    std::size_t phrase_begin(std::size_t noun) const {
        std::size_t begin = noun;
        while (begin > clause_.in.begin && is_one_of(clause_.form(begin - 1), {"a", "an", "the", "further", "some", "several", "another", "two", "great", "serious", "significant", "strong", "much"})) --begin;
        return begin;
    }

    /// "Proposed by Cllr Hay, seconded by Cllr Croft", "Proposer: Cllr Hay".
    bool take_mover(std::size_t i) {
        const Mention* mover = mover_at(clause_, i);
        if (!mover) return false;
        put(i, {*mover, mover->role, Act::statement, Attribution::explicit_, mover->at, 0, true, false, false});
        return true;
    }

    bool take_noun(std::size_t i) {
        std::optional<Turn> turn = noun_turn_at(clause_, i);
        if (turn) put(i, std::move(*turn));
        return turn.has_value();
    }

    const Clause& clause_;
    std::vector<Turn> turns_;
    LastVerb last_;
};

}  // namespace

std::vector<Turn> turns_of(const Lexemes& lexemes, Range sentence, const std::vector<Mention>& mentions) {
    const Clause clause{lexemes, sentence, mentions};
    return SentenceReader(clause).read();
}

std::optional<Mention> invited_in(const Lexemes& lexemes, Range sentence, const std::vector<Mention>& mentions) {
    for (const Mention& mention : mentions) {
        if ((mention.kind != Mention::name && mention.kind != Mention::post) || mention.at.begin <= sentence.begin || mention.at.end >= sentence.end) continue;
        const std::string_view before = lexemes[mention.at.begin - 1].form;
        const std::size_t behind = lexemes[mention.at.end].form == "," && mention.at.end + 1 < sentence.end ? mention.at.end + 1 : mention.at.end;
        if ((before == "invited" && lexemes[behind].form == "to") || before == "asked") return mention;
    }
    return std::nullopt;
}

}  // namespace minutes
