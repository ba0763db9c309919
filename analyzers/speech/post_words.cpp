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

bool is_plural_of(std::string_view plural, std::string_view word) { return plural.size() == word.size() + 1 && plural.back() == 's' && plural.starts_with(word); }

bool holds(const Words& words, std::string_view word) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view other) {
        return other == word || (word.size() > 4 && is_plural_of(word, other)) || (other.size() > 4 && is_plural_of(other, word));
    });
}

}  // namespace

Words folded_words(std::string_view text) {
    Words words;
    for (const Lexeme& lexeme : lexemes_of(text, {0, static_cast<std::uint32_t>(text.size())}))
        if (lexeme.word) words.push_back(lexeme.form);
    return words;
}

bool all_in(const Words& words, const Words& post) {
    return std::all_of(words.begin(), words.end(), [&](std::string_view word) {
        if (is_small_word(word) || holds(post, word)) return true;
        return word.ends_with("'s") && holds(post, std::string(word.substr(0, word.size() - 2)) + "s");
    });
}

bool runs_in(const Words& words, const Words& post) {
    const auto found = std::search(post.begin(), post.end(), words.begin(), words.end());
    if (words.empty()) return true;
    if (found == post.end() || found == post.begin()) return found == post.begin();
    const auto is_lesser = [](std::string_view word) { return is_one_of(word, {"deputy", "depute", "assistant", "associate", "vice"}); };
    const auto before = std::prev(found);
    return !is_lesser(*before) && (before == post.begin() || is_title_head(*before) || !is_lesser(*std::prev(before)));
}

Words without_small(const Words& words) {
    Words rest;
    rest.reserve(words.size());
    for (std::string_view word : words)
        if (!is_small_word(word)) rest.push_back(word);
    return rest;
}

std::size_t count_telling(const Words& words) {
    return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [](std::string_view word) { return !is_small_word(word); }));
}

bool has_word(std::string_view text, std::initializer_list<std::string_view> list) {
    const Words words = folded_words(text);
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return is_one_of(word, list); });
}

}  // namespace minutes
