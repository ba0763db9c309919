#include "analyzers/speech/clause.hpp"

#include "analyzers/speech/speech_verbs.hpp"

#include <algorithm>

namespace minutes {
namespace {

bool is_question_noun(std::string_view form) {
    return is_one_of(form, {"question", "questions", "query", "queries", "enquiry", "enquiries", "questioning", "clarification", "assurance", "reassurance", "assurances"});
}

}  // namespace

bool is_adverb(std::string_view form) {
    return (form.size() > 4 && form.ends_with("ly") && form != "family" && form != "reply" && form != "supply") ||
           is_one_of(form, {"also", "then", "therefore", "further", "again", "both", "all", "each", "now", "still", "very", "too", "most", "quite", "never", "more",
                         "however", "thus", "first", "once", "so", "just", "only"});
}

bool governs(std::string_view form) {
    return is_one_of(form, {"of", "from", "by", "to", "with", "for", "at", "in", "on", "about", "between", "against", "under", "than", "as", "including", "via", "like",
                         "per", "regarding", "concerning", "into", "through", "upon", "over", "within", "among", "alongside", "behind", "that", "whether", "if", "which",
                         "who", "whom", "whose", "what", "how", "why", "when", "until", "since", "because", "unless", "before", "than", "where"});
}

bool is_concern_noun(std::string_view form) {
    return is_one_of(form, {"concern", "concerns", "frustration", "disappointment", "worry", "worries", "criticism", "criticisms", "objection", "objections", "disquiet", "unease",
                         "dismay", "fears", "reservations", "doubts", "doubt"});
}

std::optional<Act> act_of_noun(std::string_view form) {
    if (is_question_noun(form)) return Act::question;
    if (is_concern_noun(form)) return Act::concern;
    if (is_one_of(form, {"suggestion", "suggestions", "view", "opinion", "point"})) return Act::statement;
    if (is_one_of(form, {"request", "requests"})) return Act::action;
    return std::nullopt;
}

const Mention* Clause::starting_at(std::size_t i) const {
    const auto found = std::lower_bound(mentions.begin(), mentions.end(), i, [](const Mention& mention, std::size_t at) { return mention.at.begin < at; });
    return found != mentions.end() && found->at.begin == i ? &*found : nullptr;
}

const Mention* Clause::ending_at(std::size_t end) const {
    const auto found = std::lower_bound(mentions.begin(), mentions.end(), end, [](const Mention& mention, std::size_t at) { return mention.at.end < at; });
    return found != mentions.end() && found->at.end == end ? &*found : nullptr;
}

std::size_t Clause::before_adverbs(std::size_t i) const {
    while (i > in.begin && is_adverb(form(i - 1)) && !ending_at(i)) --i;
    return i - 1;
}

/// Whether a verb of speech in the past tense follows a mention directly.
bool Clause::tells(const Mention& mention) const {
    const std::vector<SpeechVerb>& verbs = speech_verbs(form(mention.at.end));
    return std::any_of(verbs.begin(), verbs.end(), [](const SpeechVerb& verb) { return verb.use == VerbUse::past && verb.near.empty() && verb.directly.empty(); });
}

std::optional<Mention> Clause::owner_at(std::size_t i) const {
    const std::string_view owner = form(i + 1);
    if (!owner.ends_with("'s") || honorific_of(form(i)) == Honorific::none || !lexemes[i].capital) return std::nullopt;
    NameAt name;
    name.at = {i, i + 2};
    name.bare = {i + 1, i + 2};
    name.parts = {honorific_of(form(i)), {}, std::string(owner.substr(0, owner.size() - 2))};
    return Mention{.kind = Mention::name, .at = name.at, .role = Role::unattributed, .title = {}, .core = {}, .who = name};
}

bool Clause::stands_as_subject(const Mention& mention) const {
    constexpr int kMostPartners = 12;  // "A and B and C ...": the first of them has the word that governs all
    const Mention* first = &mention;
    for (int i = 0; i < kMostPartners && first->at.begin > in.begin; ++i) {
        const std::string_view before = form(first->at.begin - 1);
        const Mention* partner = before == "and" || before == "or" ? ending_at(first->at.begin - 1) : nullptr;
        if (partner && partner->kind == Mention::group && mention.kind == Mention::post && governs(partner->at.begin > in.begin ? form(partner->at.begin - 1) : "")) partner = nullptr;
        if (partner && mention.kind == Mention::post && is_one_of(partner->at.begin > in.begin ? form(partner->at.begin - 1) : std::string_view(), {"to", "with", "for", "on"}) && tells(mention)) partner = nullptr;   // "passed thanks to Mr Hay and the Chair expressed"
        if (!partner && before == "which" && first->at.begin > in.begin + 1)  // "a debate, during which the Director replied"
            return is_one_of(form(first->at.begin - 2), {"during", "after", "following", "at", "in", "to"});
        if (!partner) return !governs(before) && before != "'";
        first = partner;
    }
    return true;
}

bool Clause::opens_clause(const Mention& mention) const {
    if (mention.at.begin == in.begin) return true;
    if (mention.at.begin == in.begin + 1 && is_one_of(form(in.begin), {"county", "district", "borough", "ward", "city"})) return true;   // "County Councillor Hay"
    const Lexeme& before = lexemes[mention.at.begin - 1];
    return !before.word || is_one_of(before.form, {"however", "but", "both", "although", "while", "whilst", "response", "reply"});
}

}  // namespace minutes
