#include "searcher/person_identity.hpp"

#include "analyzers/people/person_names.hpp"
#include "indexer/schema.hpp"

#include <algorithm>
#include <vector>

namespace minutes {
namespace {

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at) words.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

std::string joined(const std::vector<std::string_view>& words, std::size_t begin, std::size_t end) {
    std::string text;
    for (std::size_t i = begin; i < end; ++i) text.append(text.empty() ? "" : " ").append(words[i]);
    return text;
}

bool is_honorific(std::string_view word) {
    std::string folded = fold_value(word);
    std::erase(folded, '.');
    return honorific_of(folded) != Honorific::none;
}

bool is_initial(const std::string& given) { return given.size() <= 2; }  // "j", "jw"

}  // namespace

PrintedName take_apart(std::string_view name) {
    const NameParts parts = parse_name(name);
    PrintedName printed;
    printed.key = std::to_string(static_cast<int>(parts.honorific));
    for (const std::string& given : parts.given) printed.key += " " + given;
    printed.key += "\t" + (parts.surname.empty() ? fold_value(name) : parts.surname);
    const std::vector<std::string_view> words = words_of(name);
    std::size_t bare = 0;
    while (bare + 1 < words.size() && is_honorific(words[bare])) ++bare;
    const std::size_t family = std::min(bare + parts.given.size(), words.empty() ? 0 : words.size() - 1);
    printed.honorific = joined(words, 0, bare);
    printed.given = joined(words, bare, family);
    printed.family = joined(words, family, words.size());
    const bool initials = std::all_of(parts.given.begin(), parts.given.end(), is_initial);
    printed.identity = parts.given.empty() ? IdentityBasis::surname : initials ? IdentityBasis::initials : IdentityBasis::full_name;
    return printed;
}

std::string_view name_of(IdentityBasis identity) {
    static constexpr std::string_view kNames[] = {"full-name", "initials", "surname", "meeting"};
    return kNames[static_cast<std::size_t>(identity)];
}

}  // namespace minutes
