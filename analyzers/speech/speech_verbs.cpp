#include "analyzers/speech/speech_verbs.hpp"

#include "analyzers/tables.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace minutes {

extern const std::string_view k_speech_verbs_tsv;

namespace {

template <std::size_t N>
std::size_t place_of(const std::array<std::string_view, N>& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? 0 : static_cast<std::size_t>(found - names.begin());
}

SpeechVerb verb_of(const TableRow& row) {
    static constexpr std::array<std::string_view, 7> kActs = {"report", "question", "answer", "concern", "statement", "decision", "action"};
    static constexpr std::array<std::string_view, 5> kAgentless = {"none", "member", "nobody", "committee", "heard"};
    static constexpr std::array<std::string_view, 6> kUses = {"", "be", "base", "present", "told", "did"};
    SpeechVerb verb;
    for (const std::string_view word : split_words(row[1]))
        if (word.starts_with('+')) verb.directly.push_back(word.substr(1));
        else verb.near.push_back(word);
    verb.act = static_cast<Act>(place_of(kActs, row[2]));
    verb.agentless = static_cast<Agentless>(place_of(kAgentless, row[3]));
    verb.use = static_cast<VerbUse>(place_of(kUses, row[4]));
    return verb;
}

using VerbTable = std::unordered_map<std::string_view, std::vector<SpeechVerb>>;

const VerbTable& verb_table() {
    static const VerbTable table = [] {
        VerbTable verbs;
        for (const TableRow& row : table_rows(k_speech_verbs_tsv, 5))
            for (const std::string_view word : split_words(row[0])) verbs[word].push_back(verb_of(row));
        return verbs;
    }();
    return table;
}

}  // namespace

const WordSet kSpeechVerbs([] {
    Words words;
    for (const auto& [word, rows] : verb_table()) words.push_back(word);
    return words;
});

const std::vector<SpeechVerb>& speech_verbs(std::string_view form) {
    static const std::vector<SpeechVerb> nothing;
    const auto found = verb_table().find(form);
    return found == verb_table().end() ? nothing : found->second;
}

}  // namespace minutes
