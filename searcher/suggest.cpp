#include "searcher/suggest.hpp"

#include "analyzers/tokens.hpp"

#include <xapian.h>

#include <algorithm>
#include <set>

namespace minutes {
namespace {

constexpr std::size_t kMaxTyped = 40, kMostSuggestions = 3;

/// A slip in a short word makes another word.
std::size_t allowed_edits(std::size_t bytes) { return bytes < 3 ? 0 : bytes < 5 ? 1 : 2; }

/// The exact forms of the words that the query wants, each once, in order.
void collect_words(const Node& node, std::vector<const Word*>& words) {
    if (std::holds_alternative<Not>(node.is)) return;
    if (const auto* word = std::get_if<Word>(&node.is); word != nullptr && !word->prefix) words.push_back(word);
    if (const auto* phrase = std::get_if<Phrase>(&node.is))
        for (const Place& place : phrase->places)
            if (place.any.size() == 1 && !place.any.front().prefix) words.push_back(&place.any.front());
    if (std::holds_alternative<Expansion>(node.is)) return;  // its alternatives were not typed
    for (const Node* part : parts_of(node)) collect_words(*part, words);
}

bool is_known(const Xapian::Database& database, const Word& word) {
    const auto exists = [&](const std::string& term) { return database.term_exists(term); };
    if (exists(make_term("", word.form)) || (!word.alias.empty() && exists(make_term("", word.alias)))) return true;
    if (!word.stem.empty() && exists(make_term("Z", word.stem))) return true;
    return std::any_of(word.family.begin(), word.family.end(), [&](const std::string& stem) { return exists(make_term("Z", stem)); });
}

struct NearWord {
    std::size_t edits = 0;
    SuggestedWord word;
};

void keep_nearest(std::vector<NearWord>& nearest, NearWord found) {
    const auto nearer = [](const NearWord& a, const NearWord& b) {
        if (a.edits != b.edits) return a.edits < b.edits;
        return a.word.passages != b.word.passages ? a.word.passages > b.word.passages : a.word.form < b.word.form;
    };
    nearest.insert(std::upper_bound(nearest.begin(), nearest.end(), found, nearer), found);
    if (nearest.size() > kMostSuggestions) nearest.pop_back();
}

}  // namespace

std::size_t edits_between(std::string_view from, std::string_view to, std::size_t most) {
    const std::size_t longer = std::max(from.size(), to.size()), shorter = std::min(from.size(), to.size());
    if (longer - shorter > most) return most + 1;
    std::vector<std::size_t> older(to.size() + 1), old(to.size() + 1), now(to.size() + 1);
    for (std::size_t j = 0; j <= to.size(); ++j) old[j] = j;
    for (std::size_t i = 1; i <= from.size(); ++i) {
        now[0] = i;
        std::size_t least = i;
        for (std::size_t j = 1; j <= to.size(); ++j) {
            now[j] = std::min({old[j] + 1, now[j - 1] + 1, old[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) now[j] = std::min(now[j], older[j - 2] + 1);
            least = std::min(least, now[j]);
        }
        if (least > most) return most + 1;
        std::swap(older, old);
        std::swap(old, now);
    }
    return std::min(old[to.size()], most + 1);
}

std::string nearest_name(std::string_view typed, const std::vector<std::string>& names) {
    std::string best;
    if (typed.size() > kMaxTyped) return best;
    std::size_t least = allowed_edits(typed.size()) + 1;
    for (const std::string& name : names) {
        const std::size_t edits = edits_between(typed, name, least);
        if (edits >= least) continue;
        least = edits;
        best = name;
    }
    return best;
}

std::vector<Suggestion> suggest_words(const Xapian::Database& database, const Request& request) {
    std::vector<const Word*> words;
    collect_words(request.query, words);
    std::vector<Suggestion> suggestions;
    std::vector<std::vector<NearWord>> nearest;
    for (const Word* word : words) {
        const bool listed = std::any_of(suggestions.begin(), suggestions.end(), [&](const Suggestion& one) { return one.word == word->form; });
        if (listed || word->form.size() > kMaxTyped || allowed_edits(word->form.size()) == 0 || is_known(database, *word)) continue;
        suggestions.push_back({word->form, {}});
    }
    if (suggestions.empty()) return {};
    nearest.resize(suggestions.size());
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
        const std::string form = *term;
        if (form.front() >= 'A' && form.front() <= 'Z') continue;  // a prefix, no word
        for (std::size_t i = 0; i < suggestions.size(); ++i) {
            const std::size_t most = allowed_edits(suggestions[i].word.size()), edits = edits_between(suggestions[i].word, form, most);
            if (edits <= most) keep_nearest(nearest[i], {edits, {form, term.get_termfreq()}});
        }
    }
    for (std::size_t i = 0; i < suggestions.size(); ++i)
        for (NearWord& near : nearest[i]) suggestions[i].instead.push_back(std::move(near.word));
    return suggestions;
}

}  // namespace minutes
