#include "analyzers/facts/council_words.hpp"

#include "analyzers/facts/scan.hpp"

#include <algorithm>

namespace minutes {
namespace {

using namespace scan;

/// What a byte is to the words of names. `wide`: the first byte of a code point that may be punctuation.
enum class Sort : unsigned char { other, name, wide };

constexpr std::array<Sort, 256> kSorts = [] {
    std::array<Sort, 256> sorts{};
    for (std::size_t c = 0; c < sorts.size(); ++c)
        sorts[c] = is_letter(static_cast<char>(c)) || is_digit(static_cast<char>(c)) || c >= 0x80 ? Sort::name : Sort::other;
    sorts[0xE2] = sorts[0xC2] = Sort::wide;
    return sorts;
}();

bool is_name_byte(char c) { return kSorts[static_cast<unsigned char>(c)] != Sort::other; }

/// Length of the apostrophe at `at`, straight or curly; 0 if none.
std::size_t apostrophe_at(std::string_view text, std::size_t at) {
    if (byte_at(text, at) == '\'') return 1;
    return byte_at(text, at) == '\xE2' && text.substr(at).starts_with("\xE2\x80\x99") ? 3 : 0;
}

bool is_punctuation_at(std::string_view text, std::size_t at) {
    return byte_at(text, at) == '\xE2' || (byte_at(text, at) == '\xC2' && byte_at(text, at + 1) == '\xA0');
}

}  // namespace

std::size_t council_word_end(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const Sort sort = kSorts[static_cast<unsigned char>(text[at])];
        if (sort == Sort::name || (sort == Sort::wide && !is_punctuation_at(text, at))) {
            ++at;
            continue;
        }
        const std::size_t joint = text[at] == '-' ? 1 : apostrophe_at(text, at);
        if (joint == 0 || !is_letter(byte_at(text, at + joint))) break;
        at += joint;
    }
    return at;
}

std::string council_key(std::string_view word) {
    std::string key;
    for (std::size_t at = 0; at < word.size();) {
        const std::size_t apostrophe = apostrophe_at(word, at);
        if (apostrophe > 0) key += '\'';
        else key += fold(word[at]);
        at += std::max<std::size_t>(apostrophe, 1);
    }
    if (key.ends_with("'s") && (key == "council's" || key == "borough's" || key.size() > 10)) key.resize(key.size() - 2);
    return key;
}

Span next_council_word(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] != '&') {
        const Sort sort = kSorts[static_cast<unsigned char>(text[at])];
        if (sort == Sort::name || (sort == Sort::wide && !is_punctuation_at(text, at))) break;
        at += sort == Sort::other ? 1u : text[at] == '\xE2' ? 3u : 2u;
    }
    at = std::min(at, text.size());
    const std::size_t end = byte_at(text, at) == '&' ? at + 1 : council_word_end(text, at);
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
}

CouncilWord council_word_at(std::string_view text, Span at) {
    CouncilWord word{at, {}, is_upper(byte_at(text, at.begin)), false, byte_at(text, at.end) == ','};
    word.key = byte_at(text, at.begin) == '&' ? "and" : council_key(slice(text, at));
    std::size_t next = at.end;
    if (byte_at(text, next) == ',' || (byte_at(text, next) == '.' && word.key == "st")) ++next;
    const std::size_t gap = skip_space(text, next);
    word.breaks = gap == next || !(is_name_byte(byte_at(text, gap)) || byte_at(text, gap) == '&') || is_punctuation_at(text, gap);
    return word;
}

std::vector<CouncilWord> RecentCouncilWords::words(std::string_view text) const {
    std::vector<CouncilWord> list;
    for (std::size_t i = count_ - std::min(count_, kMostCouncilWords); i < count_; ++i) list.push_back(council_word_at(text, spans_[i % kMostCouncilWords]));
    return list;
}

}  // namespace minutes
