#include "analyzers/reported_speech.hpp"

#include "analyzers/speech_verbs.hpp"

#include <algorithm>
#include <string_view>

namespace minutes {
namespace {

bool is_any(std::string_view form, std::initializer_list<std::string_view> list) { return std::find(list.begin(), list.end(), form) != list.end(); }

bool is_adverb(std::string_view form) {
    return (form.size() > 4 && form.ends_with("ly") && form != "family" && form != "reply" && form != "supply") ||
           is_any(form, {"also", "then", "therefore", "further", "again", "both", "all", "each", "now", "still", "very", "too", "most", "quite", "never", "more",
                         "however", "thus", "first", "once", "so", "just", "only"});
}

/// Words before which a post is no subject: "a report of the Director", "said that the Chair had", "by the Clerk".
bool governs(std::string_view form) {
    return is_any(form, {"of", "from", "by", "to", "with", "for", "at", "in", "on", "about", "between", "against", "under", "than", "as", "including", "via", "like",
                         "per", "regarding", "concerning", "into", "through", "upon", "over", "within", "among", "alongside", "behind", "that", "whether", "if", "which",
                         "who", "whom", "whose", "what", "how", "why", "when", "until", "since", "because", "unless", "before", "than", "where"});
}

bool is_question_noun(std::string_view form) {
    return is_any(form, {"question", "questions", "query", "queries", "enquiry", "enquiries", "questioning", "clarification", "assurance", "reassurance", "assurances"});
}

bool is_concern_noun(std::string_view form) {
    return is_any(form, {"concern", "concerns", "frustration", "disappointment", "worry", "worries", "criticism", "criticisms", "objection", "objections", "disquiet", "unease",
                         "dismay", "fears", "reservations", "doubts", "doubt"});
}

std::optional<Act> act_of_noun(std::string_view form) {
    if (is_question_noun(form)) return Act::question;
    if (is_concern_noun(form)) return Act::concern;
    if (is_any(form, {"suggestion", "suggestions"})) return Act::statement;
    if (is_any(form, {"request", "requests"})) return Act::action;
    return std::nullopt;
}

class SentenceReader {
public:
    SentenceReader(const Lexemes& lexemes, Range sentence, const std::vector<Mention>& mentions) : lexemes_(lexemes), in_(sentence), mentions_(mentions) {}

    std::vector<Turn> read() {
        read_cues();
        for (std::size_t i = in_.begin; i < in_.end; ++i) {
            if (!lexemes_[i].word) continue;
            if (take_mover(i) || take_existence(i)) continue;
            if (take_noun_passive(i)) continue;
            for (const SpeechVerb& verb : speech_verbs(form(i))) {
                if (!near_holds(verb, i)) continue;
                if (take_verb(verb, i)) break;
                if (verb.near.empty() && verb.directly.empty()) break;
            }
        }
        std::stable_sort(turns_.begin(), turns_.end(), [](const Placed& a, const Placed& b) { return a.at < b.at; });
        std::vector<Turn> turns;
        for (Placed& placed : turns_) {
            placed.turn.reply = reply_ && !asks(placed.turn);
            turns.push_back(std::move(placed.turn));
        }
        return turns;
    }

private:
    /// A turn and the word that tells it: the order of the words is the order of the turns, so that the question in
    /// "The Chair, in response to a question, said" comes before the answer.
    struct Placed {
        std::size_t at;
        Turn turn;
    };

    void put(std::size_t at, Turn turn) {
        turn.verb = at;
        turns_.push_back({at, std::move(turn)});
    }

    std::string_view form(std::size_t i) const { return in_.contains(i) ? std::string_view(lexemes_[i].form) : std::string_view(); }
    static bool asks(const Turn& turn) { return turn.attribution == Attribution::implied || turn.act == Act::question; }

    const Mention* starting_at(std::size_t i) const {
        const auto found = std::lower_bound(mentions_.begin(), mentions_.end(), i, [](const Mention& mention, std::size_t at) { return mention.at.begin < at; });
        return found != mentions_.end() && found->at.begin == i ? &*found : nullptr;
    }

    const Mention* ending_at(std::size_t end) const {
        const auto found = std::lower_bound(mentions_.begin(), mentions_.end(), end, [](const Mention& mention, std::size_t at) { return mention.at.end < at; });
        return found != mentions_.end() && found->at.end == end ? &*found : nullptr;
    }

    // --- cues: "In response to a question from ..., ..." ---

    void read_cues() {
        for (std::size_t i = in_.begin; i < in_.end; ++i) {
            const bool in = form(i) == "in" && is_any(form(i + 1), {"response", "reply", "answer", "answering"});
            const bool doing = is_any(form(i), {"responding", "replying", "answering"}) && (i == in_.begin || form(i - 1) == ",");
            const bool following = i == in_.begin && is_any(form(i), {"following", "after"});
            const bool topic = i == in_.begin && is_any(form(i), {"with", "in"}) && is_any(form(i + 1), {"regard", "regards", "reference", "relation", "respect"});
            if (in) {
                const bool to = form(i + 2) == "to" || form(i + 1) == "answering";
                if (!to) reply_ = true;
                else take_cue(i, i + 3, true);
            } else if (doing || following) {
                take_cue(i, form(i + 1) == "to" ? i + 2 : i + 1, true);
            } else if (topic) {
                take_cue(i, i + 3, false);
            } else if (i == in_.begin && form(i) == "when" && form(i + 1) == "asked") {
                reply_ = true;
                put(i, {std::nullopt, Role::member, Act::question, Attribution::implied, {i, i + 2}, 0, false, false, false});
            }
        }
    }

    /// The question that a cue speaks of, with its asker if one is named: "a question from Councillor Hay".
    void take_cue(std::size_t cue, std::size_t begin, bool response) {
        std::size_t noun = begin;
        while (noun < begin + 7 && in_.contains(noun) && lexemes_[noun].form != "," && !act_of_cue(noun)) ++noun;
        if (response && noun < begin + 7 && form(noun) == ",") return take_answered(cue, begin, noun);
        if (noun >= begin + 7 || !in_.contains(noun) || form(noun) == ",") return;
        for (std::size_t k = begin; k < noun; ++k)
            if (is_any(form(k), {"report", "inspection", "survey", "consultation", "letter", "no"})) return;
        reply_ = true;
        Turn turn;
        turn.act = *act_of_cue(noun);
        turn.role = Role::member;
        if (const std::optional<Mention> asker = asker_of(begin, noun)) {
            turn.by = asker;
            turn.surface = asker->at;
        } else {
            const bool content = is_any(form(noun + 1), {"about", "on", "regarding", "relating", "concerning", "around", "as", "with", "that", "whether", "in", "over", "how", "why", "of", "for"});
            if (response && !content) turn.attribution = Attribution::implied;
            else turn.attribution = Attribution::inferred;
            turn.surface = turn.attribution == Attribution::implied ? Range{cue, noun + 1} : Range{std::min(noun, begin), noun + 1};
        }
        put(cue, std::move(turn));
    }

    std::optional<Act> act_of_cue(std::size_t i) const {
        if (is_any(form(i), {"question", "questions", "query", "queries", "enquiry", "enquiries", "questioning"})) return Act::question;
        if (is_any(form(i), {"concern", "concerns", "criticism", "challenge", "challenges"})) return Act::concern;
        if (is_any(form(i), {"comment", "comments", "suggestion", "suggestions"})) return Act::statement;
        return std::nullopt;
    }

    /// "Responding to Ms Elm, Mr Maple said": she asked.
    void take_answered(std::size_t cue, std::size_t begin, std::size_t comma) {
        const Mention* asker = starting_at(begin);
        if (!asker || asker->at.end != comma || asker->kind == Mention::pronoun) return;
        reply_ = true;
        put(cue, {*asker, asker->role, Act::question, Attribution::explicit_, asker->at, 0, false, false, false});
    }

    std::optional<Mention> asker_of(std::size_t begin, std::size_t noun) const {
        for (std::size_t k = noun + 1; k < noun + 5; ++k) {
            if (is_any(form(k), {"from", "by"}))
                if (const Mention* asker = starting_at(k + 1)) return *asker;
            if (is_any(form(k), {"about", "on", "regarding", ",", "as", "whether"})) break;
        }
        for (std::size_t k = begin; k < noun; ++k)  // "Members' questions"
            if (const Mention* asker = starting_at(k))
                if (asker->at.end < noun && form(asker->at.end) == "'" && noun - asker->at.end <= 3) return *asker;
        for (std::size_t k = begin; k + 1 < noun; ++k)
            if (auto asker = possessive_name_at(k)) return asker;
        return std::nullopt;
    }

    /// "Mr Gorse's question".
    std::optional<Mention> possessive_name_at(std::size_t i) const {
        const std::string_view owner = form(i + 1);
        if (honorific_of(form(i)) == Honorific::none || !lexemes_[i].capital || !owner.ends_with("'s")) return std::nullopt;
        NameAt name;
        name.at = {i, i + 2};
        name.bare = {i + 1, i + 2};
        name.parts = {honorific_of(form(i)), {}, std::string(owner.substr(0, owner.size() - 2))};
        return Mention{.kind = Mention::name, .at = name.at, .role = Role::unattributed, .title = {}, .core = {}, .who = name};
    }

    // --- verbs ---

    bool near_holds(const SpeechVerb& verb, std::size_t i) const {
        if (verb.near.empty() && verb.directly.empty()) return true;
        for (const std::string_view word : verb.directly)
            if (form(i + 1) == word || (is_adverb(form(i + 1)) && form(i + 2) == word) || (form(i + 2) == word && word == "to" && is_adverb(form(i + 1)))) return true;
        for (std::size_t k = i + 1; k <= i + 7 && in_.contains(k) && !is_any(form(k), {".", ";", ":"}); ++k) {
            if (form(i) == "had" && form(k).ends_with("ed")) return false;   // "had raised concerns": no main verb
            if (std::find(verb.near.begin(), verb.near.end(), form(k)) != verb.near.end()) return true;
        }
        return false;
    }

    /// The lexeme before the verb and its adverbs; in_.begin - 1 (or SIZE_MAX) if the verb opens the sentence.
    std::size_t before_adverbs(std::size_t i) const {
        while (i > in_.begin && is_adverb(form(i - 1)) && !ending_at(i)) --i;
        return i - 1;
    }

    bool take_verb(const SpeechVerb& verb, std::size_t i) {
        const std::size_t p = before_adverbs(i);
        if (!in_.contains(p)) return false;
        const std::string_view aux = form(p);
        const bool be = is_any(aux, {"was", "were", "wasn't", "weren't"});
        if (verb.use == VerbUse::adjective) return be && take_active(verb, i, before_adverbs(p));
        if (verb.use == VerbUse::base) {
            const bool not_done = aux == "not" && is_any(form(p - 1), {"did", "could", "would"});
            if (not_done) return take_active(verb, i, before_adverbs(p - 1));
            return (is_any(aux, {"didn't", "wouldn't", "couldn't"}) || (aux == "would" && is_any(form(i), {"wish", "like"}))) && take_active(verb, i, before_adverbs(p));
        }
        if (be) return (verb.use == VerbUse::past || verb.use == VerbUse::told) && take_passive(verb, i, p);
        if (is_any(aux, {"been", "being", "be", "had", "has", "have", "having", "to", "would", "could", "should", "will", "may", "might", "can", "must", "not", "is", "are", "that", "who"})) return false;
        if (verb.use == VerbUse::present) return ending_at(p + 1) && take_active(verb, i, p);
        return take_active(verb, i, p);
    }

    bool take_active(const SpeechVerb& verb, std::size_t i, std::size_t p) {
        if (!in_.contains(p) || form(i + 1) == "following" || form(i + 2) == "following") return false;  // "raised the following points:"
        const std::vector<const Mention*> subjects = subjects_at(p, i);
        if (subjects.empty()) return false;
        if (verb.agentless == Agentless::heard) return take_heard(*subjects.back(), i);
        if (verb.use == VerbUse::told && is_listener(*subjects.back())) return false;
        for (const Mention* subject : subjects) {
            Turn turn;
            turn.by = *subject;
            turn.role = subject->role;
            turn.act = verb.act;
            turn.surface = subject->at;
            if (subject->kind == Mention::pronoun) turn.surface.end = i + 1;
            put(i, std::move(turn));
        }
        last_verb_ = i;
        last_subject_ = subjects.back();
        return true;
    }

    static bool is_listener(const Mention& mention) { return mention.kind == Mention::group || mention.kind == Mention::body || mention.kind == Mention::pronoun; }

    /// "Members heard that": nobody is named. "The Board heard from Mr Hay", "received a presentation from": he speaks.
    bool take_heard(const Mention& listener, std::size_t i) {
        if (!is_listener(listener)) return false;
        const bool received = form(i) == "received";
        bool talk = !received;
        for (std::size_t k = i + 1; k < i + 16 && in_.contains(k); ++k) {
            if (is_any(form(k), {"presentation", "update", "briefing", "address", "talk"})) talk = true;
            if (is_any(form(k), {"from", "by"}) && talk) {
                const Mention* speaker = starting_at(k + 1);
                if (!speaker) break;
                put(i, {*speaker, speaker->role, Act::report, Attribution::explicit_, speaker->at, 0, false, false, false});
                return true;
            }
        }
        if (received) return false;
        put(i, {std::nullopt, Role::unattributed, Act::report, Attribution::explicit_, {listener.at.begin, i + 1}, 0, false, false, true});
        return true;
    }

    /// Whether a mention may be the subject of its clause.
    bool stands_as_subject(const Mention& mention) const {
        if (mention.at.begin == in_.begin) return true;
        const std::string_view before = form(mention.at.begin - 1);
        if (governs(before)) return false;
        if (before == "and" || before == "or")
            if (const Mention* other = ending_at(mention.at.begin - 1)) return other == &mention || stands_as_subject(*other);
        return before != "'";
    }

    bool opens_clause(const Mention& mention) const {
        if (mention.at.begin == in_.begin) return true;
        const Lexeme& before = lexemes_[mention.at.begin - 1];
        return !before.word || is_any(before.form, {"however", "but", "both", "although", "while", "whilst", "response", "reply"});
    }

    std::vector<const Mention*> subjects_at(std::size_t p, std::size_t verb) const {
        if (const Mention* direct = ending_at(p + 1); direct && stands_as_subject(*direct)) return with_partners(*direct);
        if (form(p) == ",")  // "Ann Hay, Head of Roads, said"
            if (const Mention* apposition = ending_at(p); apposition && apposition->who && !apposition->title.empty()) return with_partners(*apposition);
        if (form(p) == "," || form(p) == ")" || form(p) == "-")
            if (const Mention* before = behind_parenthesis(p)) return with_partners(*before);
        if (is_any(form(p), {"and", "but", "or", "then", ","})) return coordinated(verb);
        if (const Mention* described = with_description(p)) return {described};
        return {};
    }

    std::vector<const Mention*> with_partners(const Mention& subject) const {
        if (!stands_as_subject(subject)) return {};
        std::vector<const Mention*> chain = {&subject};
        const std::size_t begin = subject.at.begin;
        while (chain.front()->listed && !chain.front()->leads_list)
            if (const Mention* other = ending_at(chain.front()->at.begin - 1)) chain.insert(chain.begin(), other);
            else break;
        if (chain.size() > 1) return chain;
        if (begin > in_.begin && form(begin - 1) == "and" && subject.kind != Mention::pronoun)
            if (const Mention* partner = ending_at(begin - 1); partner && opens_clause(*partner)) chain.insert(chain.begin(), partner);
        return chain;
    }

    /// "The Chair, in response to a question, said": the mention before the comma that opens the parenthesis.
    const Mention* behind_parenthesis(std::size_t p) const {
        const std::string_view open = form(p) == ")" ? "(" : form(p);
        if (form(p) == "-") return ending_at(p);
        for (std::size_t q = p; q-- > in_.begin && p - q < 30;)
            if (form(q) == open) {
                const Mention* before = ending_at(q);
                if (before && stands_as_subject(*before) && (opens_clause(*before) || open == "(") && before->kind != Mention::pronoun) return before;
                if (open == "(") return nullptr;
            }
        return nullptr;
    }

    /// "... welcomed the report and asked": the subject of the verb before, else the first subject of the sentence.
    std::vector<const Mention*> coordinated(std::size_t verb) const {
        if (last_subject_ && verb - last_verb_ < 60) return {last_subject_};
        for (const Mention& mention : mentions_)
            if (mention.at.end + 60 > verb && mention.at.end < verb && stands_as_subject(mention) && opens_clause(mention) && mention.kind != Mention::body) {
                const std::string_view after = form(mention.at.end);
                if (is_any(after, {"had", "has", "was", "were", "is", "are", "have"})) return {};
                return after == "," || after == "and" ? std::vector<const Mention*>{} : std::vector<const Mention*>{&mention};
            }
        return {};
    }

    /// "A member who worked as a lawyer informed", "A resident of Hay Lane asked".
    const Mention* with_description(std::size_t p) const {
        const auto first = std::lower_bound(mentions_.begin(), mentions_.end(), p > 20 ? p - 20 : 0, [](const Mention& mention, std::size_t at) { return mention.at.end < at; });
        for (auto it = first; it != mentions_.end() && it->at.end <= p; ++it) {
            const Mention& mention = *it;
            if (p - mention.at.end > 16 || mention.kind == Mention::pronoun || mention.kind == Mention::body) continue;
            if (!is_any(form(mention.at.end), {"who", "from", "of", "representing", "for", "speaking", "at", "attending"})) continue;
            if (!stands_as_subject(mention) || !opens_clause(mention)) continue;
            bool clean = last_verb_ < mention.at.end || last_verb_ == 0;
            for (std::size_t k = mention.at.end; k <= p; ++k) clean = clean && !is_any(form(k), {",", ";", ":", "that", "which"});
            if (clean) return &mention;
        }
        return nullptr;
    }

    // --- passives: "It was questioned", "A question was asked", "Members were informed", "raised by a member" ---

    bool take_passive(const SpeechVerb& verb, std::size_t i, std::size_t be) {
        const std::size_t s = before_adverbs(be);
        if (!in_.contains(s)) return false;
        const Mention* agent = form(i) == "informed" && form(s) == "it" ? nullptr : agent_of(i);  // "It was informed by the inspection"
        const bool says = !is_any(form(i), {"supported", "opposed", "favoured", "praised", "commended", "thanked", "congratulated", "believed", "thought", "accepted",
                                            "approved", "endorsed", "challenged", "circulated", "agreed", "felt"});
        if (form(i) == "given" && !is_any(form(s), {"presentation", "update", "report", "briefing", "talk", "overview", "explanation", "presentations", "updates", "reports"})) return false;
        if (agent && says) return put_agents(*agent, verb.act, i);
        if (form(s) == "it") return take_agentless(verb, s, i);
        const Mention* subject = ending_at(s + 1);
        return subject && stands_as_subject(*subject) && take_passive_of(*subject, verb, i);
    }

    /// "A question about fees was asked", "Concern was expressed by Mr Hay".
    bool take_noun_passive(std::size_t i) {
        if (!is_any(form(i), {"asked", "raised", "expressed", "voiced", "sought", "put", "posed", "made", "requested", "shared"})) return false;
        const std::size_t be = before_adverbs(i);
        if (!in_.contains(be) || !is_any(form(be), {"was", "were"})) return false;
        const std::size_t s = before_adverbs(be);
        const auto noun = in_.contains(s) ? question_noun(s) : std::nullopt;
        if (!noun) return false;
        const Act act = *act_of_noun(form(*noun));
        if (const Mention* agent = agent_of(i)) return put_agents(*agent, act, i);
        put(i, {std::nullopt, Role::member, act, Attribution::inferred, {phrase_begin(*noun), i + 1}, 0, false, false, false});
        return true;
    }

    /// "raised by Councillors Khan and Lee": all whom "by" names.
    bool put_agents(const Mention& first, Act act, std::size_t verb) {
        const Mention* const end = mentions_.data() + mentions_.size();
        for (const Mention* agent = &first; agent != end && (agent == &first || (agent->listed && !agent->leads_list)); ++agent) {
            put(verb, {*agent, agent->role, act, Attribution::explicit_, agent->at, 0, false, false, false});
            if (!first.listed) break;
        }
        return true;
    }

    bool take_passive_of(const Mention& subject, const SpeechVerb& verb, std::size_t i) {
        const bool listeners = is_listener(subject);
        if (listeners && is_any(form(i), {"informed", "advised", "told", "reminded", "updated", "assured", "briefed", "notified", "reassured"})) {
            put(i, {std::nullopt, Role::unattributed, Act::report, Attribution::explicit_, {subject.at.begin, i + 1}, 0, false, false, true});
            return true;
        }
        const bool asked = is_any(form(i), {"asked", "questioned", "challenged", "pressed", "queried"});
        if (asked && !listeners && verb.act == Act::question && is_any(form(i + 1), {"whether", "if", "about", "how", "why", "what", "when", "where", "on"})) {
            put(i, {std::nullopt, Role::member, Act::question, Attribution::inferred, {subject.at.begin, i + 1}, 0, false, false, false});
            return true;
        }
        return false;
    }

    bool take_agentless(const SpeechVerb& verb, std::size_t it, std::size_t i) {
        if (it > in_.begin && governs(form(it - 1)) && form(it - 1) != "to") return false;
        if (form(i + 1) == "by") return false;  // "It was informed by the inspection"
        Turn turn;
        turn.surface = {it, i + 1};
        turn.act = verb.act;
        if (verb.agentless == Agentless::none || verb.agentless == Agentless::heard) return false;
        if (verb.agentless == Agentless::member) turn.role = Role::member, turn.attribution = Attribution::inferred;
        if (verb.agentless == Agentless::committee) turn.role = Role::committee, turn.attribution = Attribution::inferred, turn.act = Act::decision;
        if (verb.agentless == Agentless::nobody) turn.act = Act::report;
        if (turn.role == Role::committee && form(i) != "agreed" && form(i) != "resolved") turn.role = Role::unattributed, turn.attribution = Attribution::explicit_, turn.act = Act::report;
        put(i, std::move(turn));
        return true;
    }

    /// "raised as an area of concern by a member": the mention behind "by" in the same clause.
    const Mention* agent_of(std::size_t verb) const {
        const bool close = is_any(form(verb), {"asked", "informed", "advised", "told", "reminded", "requested"});  // else "asked to list items for approval by"
        for (std::size_t k = verb + 1; k < verb + (close ? 2 : 15) && in_.contains(k); ++k) {
            if (is_any(form(k), {".", ";", ":", ",", "and", "that", "whether", "which", "was", "were", "had"})) return nullptr;
            if (form(k) == "by") {
                const Mention* agent = starting_at(k + 1);
                return agent && agent->kind != Mention::pronoun ? agent : nullptr;
            }
        }
        return nullptr;
    }

    /// "A question about fees was asked": the noun that a passive is about, unless there was none or only a list of them.
    std::optional<std::size_t> question_noun(std::size_t s) const {
        for (std::size_t k = s + 1; k-- > in_.begin && s - k < 14;) {
            if (is_any(form(k), {",", ";", ".", ":", "that", "was", "were"})) return std::nullopt;
            if (!act_of_noun(form(k))) continue;
            for (std::size_t d = k; d-- > in_.begin && k - d < 4;)
                if (is_any(form(d), {"no", "following", "to", "of", "any"})) return std::nullopt;
            return k;
        }
        return std::nullopt;
    }

    std::size_t phrase_begin(std::size_t noun) const {
        std::size_t begin = noun;
        while (begin > in_.begin && is_any(form(begin - 1), {"a", "an", "the", "further", "some", "several", "another", "two", "great", "serious", "significant", "strong", "much"})) --begin;
        return begin;
    }

    /// "Proposed by Cllr Hay, seconded by Cllr Croft", "Proposer: Cllr Hay".
    bool take_mover(std::size_t i) {
        if (!is_any(form(i), {"proposed", "seconded", "moved", "proposer", "seconder", "prop", "sec", "second"})) return false;
        if (form(i + 1) != "by" && form(i + 1) != ":" && form(i + 1) != "-" && !(form(i + 1) == "." && form(i + 2) == "by")) return false;
        const Mention* mover = starting_at(i + 2);
        if (!mover || (mover->kind != Mention::name && mover->kind != Mention::post)) return false;
        put(i, {*mover, mover->role, Act::statement, Attribution::explicit_, mover->at, 0, true, false, false});
        return true;
    }

    /// "There was some concern that ...", at the start of a sentence.
    bool take_existence(std::size_t i) {
        if (i != in_.begin || form(i) != "there" || !is_any(form(i + 1), {"was", "were"})) return false;
        for (std::size_t k = i + 2; k < i + 5; ++k) {
            if (is_any(form(k), {"no", "not", "little"})) return false;
            if (!is_concern_noun(form(k))) continue;
            put(i, {std::nullopt, Role::member, Act::concern, Attribution::inferred, {i, k + 1}, 0, false, false, false});
            return true;
        }
        return false;
    }

    const Lexemes& lexemes_;
    Range in_;
    const std::vector<Mention>& mentions_;
    std::vector<Placed> turns_;
    const Mention* last_subject_ = nullptr;
    std::size_t last_verb_ = 0;
    bool reply_ = false;
};

}  // namespace

std::vector<Turn> turns_of(const Lexemes& lexemes, Range sentence, const std::vector<Mention>& mentions) { return SentenceReader(lexemes, sentence, mentions).read(); }

}  // namespace minutes
