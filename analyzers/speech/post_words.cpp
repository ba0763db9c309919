#include "analyzers/speech/post_words.hpp"

#include "analyzers/people/patterns.hpp"
#include "analyzers/people/role_titles.hpp"

#include <algorithm>
#include <iterator>

namespace minutes {
namespace {

bool is_small_word(std::string_view form) {
    return is_one_of(form, {"of", "for", "the", "and", "with", "responsibility", "in", "to", "a", "an", "interim", "acting", "dcs", "cmr", "statutory", "our", "council's", "temporary"});
}

bool holds(const std::vector<std::string>& words, std::string_view word) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& other) {
        return other == word || (word.size() > 4 && other + "s" == word) || (other.size() > 4 && std::string(word) + "s" == other);
    });
}

}  // namespace

std::vector<std::string> folded_words(std::string_view text) {
    std::vector<std::string> words;
    for (const Lexeme& lexeme : lexemes_of(text, {0, static_cast<std::uint32_t>(text.size())}))
        if (lexeme.word) words.emplace_back(lexeme.form);
    return words;
}

std::vector<std::string> folded_words(const Lexemes& lexemes, Range range) {
    const Words views = words_of(lexemes, range);
    return {views.begin(), views.end()};
}

bool all_in(const std::vector<std::string>& words, const std::vector<std::string>& post) {
    return std::all_of(words.begin(), words.end(), [&](const std::string& word) { return is_small_word(word) || holds(post, word) || holds(post, word.ends_with("'s") ? word.substr(0, word.size() - 2) + "s" : word); });
}

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
    rest.reserve(words.size());
    for (const std::string& word : words)
        if (!is_small_word(word)) rest.push_back(word);
    return rest;
}

std::size_t count_telling(const std::vector<std::string>& words) {
    return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [](const std::string& word) { return !is_small_word(word); }));
}

std::size_t count_telling(const Lexemes& lexemes, Range range) {
    const Words words = words_of(lexemes, range);
    return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [](std::string_view word) { return !is_small_word(word); }));
}

bool has_word(std::string_view text, std::initializer_list<std::string_view> list) {
    const std::vector<std::string> words = folded_words(text);
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return is_one_of(word, list); });
}

}  // namespace minutes
