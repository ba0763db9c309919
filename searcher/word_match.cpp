#include "searcher/word_match.hpp"

#include <algorithm>

namespace minutes {
namespace {

/// An English stemmer changes at most the last two letters of what it leaves (dying, die); so two forms of one stem
/// share its other letters, and comparing these spares almost every stemming. The first letter is always kept.
bool may_have_stem(std::string_view form, std::string_view stem_wanted) {
    const std::size_t kept = stem_wanted.size() > 3 ? stem_wanted.size() - 2 : 1;
    return form.size() >= kept && form.substr(0, kept) == stem_wanted.substr(0, kept);
}

bool may_have_alias(std::string_view form) { return form.find_first_of("',") != std::string_view::npos; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether what stands before a star is the beginning of a reference or sum ("22/003", "£7"), not of a word.
bool begins_a_whole(std::string_view form) {
    if (form.find_first_of("/&-%$") != std::string_view::npos || form.starts_with("£") || form.starts_with("€")) return true;
    for (std::size_t dot = form.find('.'); dot != std::string_view::npos; dot = form.find('.', dot + 1))
        if (dot == 0 || !is_digit(form[dot - 1]) || (dot + 1 < form.size() && !is_digit(form[dot + 1]))) return true;
    return false;
}

/// The token at `position` that answers `place`, or nullptr. `near` is an index into the list not far from it.
const Token* answer_at(const Tokens& tokens, std::size_t near, std::uint32_t position, const Place& place) {
    while (near > 0 && tokens.list[near].position >= position) --near;
    for (; near < tokens.list.size() && tokens.list[near].position <= position; ++near) {
        const Token& token = tokens.list[near];
        if (token.position == position && token.width == 1 && WordCandidate(tokens, token).answers(place)) return &token;
    }
    return nullptr;
}

std::size_t shortest_form(const Place& place) {
    std::size_t least = std::string::npos;
    for (const Word& word : place.any) least = std::min(least, word.form.size());
    return least;
}

}  // namespace

bool WordCandidate::begins_with(const Word& word) const {
    if (!form_.starts_with(word.form) && (word.alias.empty() || !form_.starts_with(word.alias)) &&
        !(may_have_alias(form_) && alias_of(form_).starts_with(word.form)))
        return false;
    return whole_ == begins_a_whole(word.form);
}

bool WordCandidate::has_stem(std::string_view wanted) {
    if (!may_have_stem(form_, wanted)) return false;
    if (stem_.empty()) stem_ = stem(form_);
    return stem_ == wanted;
}

bool WordCandidate::answers(const Word& word) {
    if (word.prefix) return begins_with(word);
    if (form_ == word.form || (!word.alias.empty() && form_ == word.alias)) return true;
    if (may_have_alias(form_) && alias_of(form_) == word.form) return true;
    if (whole_) return false;
    if (!word.stem.empty() && has_stem(word.stem)) return true;
    return std::any_of(word.family.begin(), word.family.end(), [&](const std::string& other) { return has_stem(other); });
}

bool WordCandidate::answers(const Place& place) {
    return std::any_of(place.any.begin(), place.any.end(), [&](const Word& word) { return answers(word); });
}

std::vector<unsigned char> first_bytes(const Word& word) {
    std::vector<unsigned char> bytes;
    const auto add = [&](const std::string& form) { if (!form.empty()) bytes.push_back(static_cast<unsigned char>(form.front())); };
    for (const std::string* form : {&word.form, &word.alias, &word.stem}) add(*form);
    for (const std::string& other : word.family) add(other);
    std::sort(bytes.begin(), bytes.end());
    bytes.erase(std::unique(bytes.begin(), bytes.end()), bytes.end());
    return bytes;
}

TextHit row_around(const Tokens& tokens, std::size_t anchor, const std::vector<Place>& places, std::uint32_t before) {
    const std::uint32_t at = tokens.list[anchor].position, size = static_cast<std::uint32_t>(places.size());
    TextHit hit{{}, at - before, 0, 0};
    if (at < before || tokens.words - at < size - before) return hit;
    std::size_t near = anchor;
    for (std::uint32_t k = 0; k < size; ++k) {
        const Token* token = answer_at(tokens, near, hit.position + k, places[k]);
        if (token == nullptr) return hit;
        near = static_cast<std::size_t>(token - tokens.list.data());
        if (k == 0) hit.at = token->at;
        hit.at.end = std::max(hit.at.end, token->at.end);
    }
    hit.width = size;
    return hit;
}

std::uint32_t anchor_of(const std::vector<Place>& places) {
    const auto longest = std::max_element(places.begin(), places.end(), [](const Place& a, const Place& b) { return shortest_form(a) < shortest_form(b); });
    return static_cast<std::uint32_t>(longest - places.begin());
}

}  // namespace minutes
