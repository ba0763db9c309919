#include "analyzers/speech/clause.hpp"

#include <algorithm>

namespace minutes {
namespace {

/// Looks left of an active verb for whoever speaks.
class SubjectFinder {
public:
    SubjectFinder(const Clause& clause, LastVerb last) : clause_(clause), last_(last) {}

    std::vector<const Mention*> at(std::size_t p, std::size_t verb) const {
        if (const Mention* direct = clause_.ending_at(p + 1); direct && clause_.stands_as_subject(*direct)) return with_partners(*direct);
        if (clause_.form(p) == ",")  // "Ann Hay, Head of Roads, said"
            if (const Mention* apposition = clause_.ending_at(p); apposition && apposition->who && (!apposition->title.empty() || apposition->role != Role::unattributed))
                if (std::vector<const Mention*> named = with_partners(*apposition); !named.empty()) return named;
        if (clause_.form(p) == ",")  // "Councillor Ann Hay, thanked": a comma too many
            if (const Mention* name = clause_.ending_at(p); name && name->at.begin == clause_.in.begin && (name->kind == Mention::name || name->kind == Mention::post) && p + 1 == verb && clause_.form(verb + 1) != "by") return {name};
        if (std::vector<const Mention*> came = who_came(verb); !came.empty()) return came;
        if (clause_.form(p) == "others" && clause_.form(p - 1) == "and")   // "Councillor Hay and others"
            if (const Mention* named = clause_.ending_at(p - 1)) return with_partners(*named);
        if (clause_.form(p) == "," || clause_.form(p) == ")" || clause_.form(p) == "-")
            if (const Mention* before = behind_parenthesis(p)) return with_partners(*before);
        if (is_one_of(clause_.form(p), {"and", "but", "or", "then", ","})) return coordinated(verb);
        if (const Mention* described = with_description(p)) return with_partners(*described);
        return {};
    }

private:
    std::vector<const Mention*> with_partners(const Mention& subject) const {
        if (!clause_.stands_as_subject(subject)) return {};
        std::vector<const Mention*> chain = {&subject};
        const std::size_t begin = subject.at.begin;
        while (chain.front()->listed && !chain.front()->leads_list)
            if (const Mention* other = clause_.ending_at(chain.front()->at.begin - 1)) chain.insert(chain.begin(), other);
            else break;
        if (chain.size() > 1) return chain;
        if (begin > clause_.in.begin && clause_.form(begin - 1) == "and" && subject.kind != Mention::pronoun)
            if (const Mention* partner = clause_.ending_at(begin - 1); partner && clause_.opens_clause(*partner)) {
                chain.insert(chain.begin(), partner);
                add_enumerated(chain);
            }
        return chain;
    }

    /// "Ann, Bob and Carol presented": those before the last two, if the sentence starts with the first of them.
    void add_enumerated(std::vector<const Mention*>& chain) const {
        std::vector<const Mention*> before;
        const Mention* front = chain.front();
        while (front->at.begin > clause_.in.begin && clause_.form(front->at.begin - 1) == "," && front->kind == Mention::name) {
            front = clause_.ending_at(front->at.begin - 1);
            if (!front || front->kind != Mention::name) return;
            before.insert(before.begin(), front);
        }
        if (front->at.begin == clause_.in.begin) chain.insert(chain.begin(), before.begin(), before.end());
    }

    /// "The Chair, in response to a question, said": the mention before the comma that opens the parenthesis.
    const Mention* behind_parenthesis(std::size_t p) const {
        const std::string_view open = clause_.form(p) == ")" ? "(" : clause_.form(p);
        const Mention* beside = clause_.form(p) == "-" ? clause_.ending_at(p) : nullptr;
        if (beside && !beside->bare_name) return beside;   // "Councillor Hay – Elm Ward – said": the ward is nobody
        for (std::size_t q = p; q-- > clause_.in.begin && p - q < 30;)
            if (clause_.form(q) == open) {
                const Mention* before = clause_.ending_at(q);
                if (before && clause_.stands_as_subject(*before) && (clause_.opens_clause(*before) || open == "(") && before->kind != Mention::pronoun) return before;
                if (open == "(") return nullptr;
            }
        return beside;
    }

    /// "... welcomed the report and asked": the subject of the verb before, else the first subject of the sentence.
    std::vector<const Mention*> coordinated(std::size_t verb) const {
        if (last_.subject && verb - last_.at < 60) return {last_.subject};
        const std::size_t near = verb > 60 ? verb - 60 : 0;
        const auto first = std::lower_bound(clause_.mentions.begin(), clause_.mentions.end(), near, [](const Mention& mention, std::size_t at) { return mention.at.end < at; });
        for (auto it = first; it != clause_.mentions.end() && it->at.end < verb; ++it) {
            const Mention& mention = *it;
            if (clause_.stands_as_subject(mention) && clause_.opens_clause(mention) && mention.kind != Mention::body) {
                const std::string_view after = clause_.form(mention.at.end);
                if (is_one_of(after, {"was", "were"}) && clause_.form(mention.at.end + 1) == "invited") return {&mention};   // "was invited to the table and made these points"
                if (is_one_of(after, {"had", "has", "was", "were", "is", "are", "have"})) return {};
                return after == "," || after == "and" ? std::vector<const Mention*>{} : std::vector<const Mention*>{&mention};
            }
        }
        return {};
    }

    /// "Ann Hay, Head of Roads, and Bob Ford, Engineer, were in attendance and, with the consent of the Chair, addressed the meeting".
    std::vector<const Mention*> who_came(std::size_t verb) const {
        constexpr std::size_t kFar = 20, kMost = 12, kLongest = 120;   // lexemes, people, lexemes of their names and posts
        std::size_t came = 0;   // one past those who came
        for (std::size_t k = verb; k-- > clause_.in.begin + 2 && verb - k < kFar && came == 0;) {
            if (clause_.form(k) != "and") continue;
            const bool attending = clause_.form(k - 1) == "attendance" && clause_.form(k - 2) == "in";
            const std::size_t be = attending ? k - 3 : k - 2;
            if ((attending || clause_.form(k - 1) == "present") && clause_.in.contains(be) && is_one_of(clause_.form(be), {"was", "were"})) came = be;
        }
        std::vector<const Mention*> people;
        if (came == 0 || came - clause_.in.begin > kLongest) return people;
        for (const Mention& mention : clause_.mentions) {
            if (mention.at.end > came || people.size() == kMost) break;
            if (mention.kind == Mention::name || mention.kind == Mention::post) people.push_back(&mention);
        }
        return !people.empty() && people.front()->at.begin == clause_.in.begin && clause_.stands_as_subject(*people.back()) ? people : std::vector<const Mention*>{};
    }

    /// "A member who worked as a lawyer informed", "A resident of Hay Lane asked".
    const Mention* with_description(std::size_t p) const {
        const auto first = std::lower_bound(clause_.mentions.begin(), clause_.mentions.end(), p > 20 ? p - 20 : 0, [](const Mention& mention, std::size_t at) { return mention.at.end < at; });
        for (auto it = first; it != clause_.mentions.end() && it->at.end <= p; ++it) {
            const Mention& mention = *it;
            if (p - mention.at.end > 16 || mention.kind == Mention::pronoun || mention.kind == Mention::body) continue;
            const bool relative = clause_.form(mention.at.end) == "," && clause_.form(mention.at.end + 1) == "who" && mention.at.begin <= clause_.in.begin + 1;   // "The Deputy Chairman, who was in the Chair then stated"
            if (!relative && !describes(mention.at.end)) continue;
            if (!clause_.stands_as_subject(mention) || !(clause_.opens_clause(mention) || joins_opener(mention))) continue;
            bool clean = last_.at < mention.at.end || last_.at == 0;
            for (std::size_t k = mention.at.end + relative; k <= p; ++k) clean = clean && !is_one_of(clause_.form(k), {",", ";", ":", "that", "which"});
            if (clean) return &mention;
        }
        return nullptr;
    }

    /// "PC Hay and Ann Ford from Eastmoor Police introduced": the second of two who open the clause.
    bool joins_opener(const Mention& mention) const {
        if (clause_.form(mention.at.begin - 1) != "and") return false;
        const Mention* partner = clause_.ending_at(mention.at.begin - 1);
        return partner && clause_.opens_clause(*partner);
    }

    /// Whether the words from `i` say who a speaker is or what they do meanwhile: "from Hay Lane", "in presenting the paper".
    bool describes(std::size_t i) const {
        if (clause_.form(i) == "in" && clause_.form(i + 1) == "the" && clause_.form(i + 2) == "chair") return true;
        if (clause_.form(i) == "in") ++i;
        else if (is_one_of(clause_.form(i), {"who", "from", "of", "representing", "for", "speaking", "at", "attending"})) return true;
        return is_one_of(clause_.form(i), {"presenting", "introducing", "moving", "seconding", "opening", "summing", "supporting", "responding", "replying", "concluding", "closing", "reply", "response"});
    }

    const Clause& clause_;
    LastVerb last_;
};

}  // namespace

std::vector<const Mention*> subjects_of(const Clause& clause, std::size_t verb, std::size_t p, LastVerb last) { return SubjectFinder(clause, last).at(p, verb); }

}  // namespace minutes
