#include "searcher/ranking_words.hpp"

#include "analyzers/tables.hpp"
#include "analyzers/tokens.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <string>

namespace minutes {

extern const std::string_view k_query_words_tsv;

namespace {

using Forms = std::vector<std::string>;

/// What query_words says: weights of single words, and of phrases by their first word.
struct WeightTable {
    std::map<std::string, double, std::less<>> words;
    std::map<std::string, std::vector<std::pair<Forms, double>>, std::less<>> phrases;
};

Forms forms_of(const Tokens& tokens) {
    Forms forms;
    for (const Token& token : tokens.list)
        if (!token.whole) forms.emplace_back(tokens.form(token));
    return forms;
}

void add_phrases(WeightTable& table, std::string_view cell, double weight) {
    while (!cell.empty()) {
        const std::size_t end = std::min(cell.find(','), cell.size());
        Forms forms = forms_of(tokenise(cell.substr(0, end)));
        if (!forms.empty()) table.phrases[forms.front()].emplace_back(forms, weight);
        cell.remove_prefix(std::min(end + 1, cell.size()));
    }
}

const WeightTable& weight_table() {
    static const WeightTable table = [] {
        WeightTable made;
        for (const TableRow& row : table_rows(k_query_words_tsv, 2)) {
            int percent = 0;
            std::from_chars(row[0].data(), row[0].data() + row[0].size(), percent);
            if (row[1].find(',') != std::string_view::npos) add_phrases(made, row[1], percent / 100.0);
            else for (const std::string& form : forms_of(tokenise(row[1]))) made.words[form] = percent / 100.0;
        }
        return made;
    }();
    return table;
}

/// The longest phrase of the table that begins at `at`: how many words, and their weight.
std::pair<std::size_t, double> phrase_at(const Forms& forms, std::size_t at) {
    std::pair<std::size_t, double> longest{0, 1};
    const auto rows = weight_table().phrases.find(forms[at]);
    if (rows == weight_table().phrases.end()) return longest;
    for (const auto& [phrase, weight] : rows->second) {
        const bool stands = phrase.size() <= forms.size() - at && std::equal(phrase.begin(), phrase.end(), forms.begin() + static_cast<std::ptrdiff_t>(at));
        if (stands && phrase.size() > longest.first) longest = {phrase.size(), weight};
    }
    return longest;
}

std::vector<double> weights_of(const Forms& forms) {
    std::vector<double> weights(forms.size(), 1);
    for (std::size_t i = 0; i < forms.size();) {
        const auto [length, weight] = phrase_at(forms, i);
        if (length > 0) {
            std::fill_n(weights.begin() + static_cast<std::ptrdiff_t>(i), length, weight);
            i += length;
            continue;
        }
        if (const auto known = weight_table().words.find(forms[i]); known != weight_table().words.end()) weights[i] = known->second;
        ++i;
    }
    return weights;
}

/// Adds a word, or raises the importance of the same one.
void add(std::vector<RankingWord>& words, RankingWord word) {
    const auto same = std::find_if(words.begin(), words.end(), [&](const RankingWord& known) { return known.form == word.form; });
    if (same != words.end()) same->importance = std::max(same->importance, word.importance);
    else if (words.size() < kMaxRankingWords) words.push_back(std::move(word));
}

/// The rows of other spellings: an ending, or letters within a word, that British and American English write differently.
struct Respelling {
    std::string_view from, to;
    bool at_end;
};

constexpr std::size_t kLeastRespelt = 5;  ///< letters; "four" is not another spelling of "for"
constexpr Respelling kRespellings[] = {
    {"isation", "ization", false}, {"ization", "isation", false}, {"ise", "ize", true}, {"ize", "ise", true}, {"ised", "ized", true}, {"ized", "ised", true},
    {"ises", "izes", true}, {"izes", "ises", true}, {"ising", "izing", true}, {"izing", "ising", true}, {"yse", "yze", false}, {"yze", "yse", false},
    {"our", "or", false}, {"or", "our", true}, {"ors", "ours", true}, {"oring", "ouring", true}, {"ored", "oured", true}, {"oral", "oural", true},
    {"tre", "ter", true}, {"ter", "tre", true}, {"tres", "ters", true}, {"ters", "tres", true}, {"gramme", "gram", false}, {"gram", "gramme", true},
    {"grams", "grammes", true}, {"ence", "ense", true}, {"ense", "ence", true}};

/// Stems under which the word may be found in another spelling. Most are words of no language, and harmless: nothing has them.
std::vector<std::string> other_spellings(const std::string& form, const std::string& own_stem) {
    std::vector<std::string> stems;
    if (form.size() < kLeastRespelt) return stems;
    for (const Respelling& row : kRespellings) {
        const std::size_t at = row.at_end && !form.ends_with(row.from) ? std::string::npos : form.rfind(row.from);
        if (at == std::string::npos || at == 0) continue;
        std::string respelt = form;
        respelt.replace(at, row.from.size(), row.to);
        std::string stemmed = stem(respelt);
        if (stemmed != own_stem && std::find(stems.begin(), stems.end(), stemmed) == stems.end()) stems.push_back(std::move(stemmed));
    }
    return stems;
}

/// Adds what two neighbours among the words are when they are written as one.
void add_joined(std::vector<RankingWord>& words) {
    constexpr std::size_t kLeastPart = 3;
    const std::size_t count = words.size();
    for (std::size_t i = 0; i + 1 < count && words.size() < kMaxRankingWords; ++i) {
        const RankingWord &first = words[i], &second = words[i + 1];
        if (first.stem.empty() || second.stem.empty() || first.form.size() < kLeastPart || second.form.size() < kLeastPart) continue;
        const double importance = std::min(first.importance, second.importance);
        const std::string form = first.form + second.form;
        const bool known = std::any_of(words.begin(), words.end(), [&](const RankingWord& word) { return word.form == form; });
        if (importance > 0 && !known) words.push_back({form, "", stem(form), importance, {}, true});
    }
}

/// The words with their other spellings. When nothing says what is looked for, everything does.
std::vector<RankingWord> completed(std::vector<RankingWord> words) {
    const bool says_nothing = std::all_of(words.begin(), words.end(), [](const RankingWord& word) { return word.importance == 0; });
    if (says_nothing) for (RankingWord& word : words) word.importance = 1;
    for (RankingWord& word : words)
        if (!word.stem.empty() && word.importance > 0)
            for (std::string& other : other_spellings(word.form, word.stem)) word.also.push_back(std::move(other));
    add_joined(words);
    return words;
}

}  // namespace

std::vector<RankingWord> plain_words(std::string_view text) {
    const Tokens tokens = tokenise(text);
    const std::vector<double> weights = weights_of(forms_of(tokens));
    std::vector<RankingWord> words;
    for (const bool whole : {false, true})  // wholes last: words keep their distances
        for (const Token& token : tokens.list) {
            const std::string form(tokens.form(token));
            if (token.whole != whole || form.find('\0') != std::string::npos) continue;
            add(words, {form, alias_of(form), whole ? "" : stem(form), whole ? 1 : weights[token.position]});
        }
    return completed(std::move(words));
}

std::vector<RankingWord> words_of(const Node& query) {
    std::vector<RankingWord> found;
    std::vector<bool> in_phrase;
    const auto add_word = [&](const Word& word, bool phrase) {
        if (word.prefix) return;  // its form is no word
        found.push_back({word.form, word.alias, word.stem, 1, word.family});
        in_phrase.push_back(phrase);
    };
    const auto walk = [&](const auto& self, const Node& node) -> void {
        if (const auto* word = std::get_if<Word>(&node.is)) add_word(*word, false);
        if (const auto* phrase = std::get_if<Phrase>(&node.is))
            for (const Place& place : phrase->places)
                for (const Word& word : place.any) add_word(word, true);
        if (std::holds_alternative<Not>(node.is)) return;
        for (const Node* part : parts_of(node)) self(self, *part);
    };
    walk(walk, query);
    Forms forms;
    for (const RankingWord& word : found) forms.push_back(word.form);
    const std::vector<double> weights = weights_of(forms);
    std::vector<RankingWord> words;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (!in_phrase[i]) found[i].importance = weights[i];
        add(words, std::move(found[i]));
    }
    return completed(std::move(words));
}

std::string weights_as_text(const std::vector<RankingWord>& words) {
    std::string by, not_by;
    for (const RankingWord& word : words) {
        std::string& list = word.importance > 0 ? by : not_by;
        list += (list.empty() ? "" : ", ") + word.form;
        if (word.importance > 0 && word.importance < 1) list += " 0." + std::to_string(static_cast<int>(word.importance * 10 + 0.5));
    }
    return words.empty() ? "" : "ranked by: " + by + (not_by.empty() ? "" : "; not by: " + not_by) + "\n";
}

std::string plain_query(std::string_view text) {
    std::string query;
    for (const std::string& form : forms_of(tokenise(text))) query.append(query.empty() ? "" : " ").append(form);
    return query;
}

}  // namespace minutes
