#include "analyzers/words/word_form.hpp"

#include "analyzers/tokens.hpp"
#include "corpus/problem.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <utility>

namespace minutes {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr std::array<char, 128> kLower = [] {
    std::array<char, 128> lower{};
    for (std::size_t c = 0; c < lower.size(); ++c) lower[c] = static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    return lower;
}();

/// Letters whose stroke or ligature has no canonical decomposition, yet is left out on most keyboards.
constexpr std::pair<char16_t, const char16_t*> kStrokes[] = {
    {u'ø', u"o"}, {u'ł', u"l"}, {u'đ', u"d"}, {u'ħ', u"h"}, {u'ı', u"i"}, {u'ð', u"d"}, {u'þ', u"th"}, {u'æ', u"ae"}, {u'œ', u"oe"},
};

/// Accents above, below, attached or struck through, and enclosing marks. Marks that spell vowels or voicing
/// (Devanagari, Thai, kana) are letters to their readers and stay.
bool is_diacritic(UChar32 c) {
    const int type = u_charType(c), combining = u_getCombiningClass(c);
    return type == U_ENCLOSING_MARK || combining == 1 || combining >= 200;
}

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*instance)(UErrorCode&)) {
    UErrorCode failed = U_ZERO_ERROR;
    const icu::Normalizer2* found = instance(failed);
    if (U_FAILURE(failed)) throw Error("ICU's normalisation data is missing; reinstall the package libicu");
    return *found;
}

icu::UnicodeString normalised(const icu::Normalizer2& by, const icu::UnicodeString& text) {
    UErrorCode failed = U_ZERO_ERROR;
    icu::UnicodeString result = by.normalize(text, failed);
    if (U_FAILURE(failed)) throw Error("ICU could not normalise a word; is there memory left?");
    return result;
}

icu::UnicodeString without_diacritics(const icu::UnicodeString& decomposed) {
    icu::UnicodeString kept;
    for (std::int32_t i = 0; i < decomposed.length();) {
        const UChar32 c = decomposed.char32At(i);
        i += U16_LENGTH(c);
        if (is_diacritic(c) || u_isUWhiteSpace(c)) continue;
        const auto* stroke = std::find_if(std::begin(kStrokes), std::end(kStrokes), [c](const auto& row) { return row.first == c; });
        if (stroke != std::end(kStrokes)) kept.append(stroke->second, -1);
        else kept.append(c);
    }
    return kept;
}

/// At most `limit` bytes of UTF-8, ending on a whole code point.
std::string_view cut(std::string_view text, std::size_t limit) {
    if (text.size() <= limit) return text;
    while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0) == 0x80) --limit;
    return text.substr(0, limit);
}

std::string fold_by_icu(std::string_view word) {
    static const icu::Normalizer2& fold = normalizer(icu::Normalizer2::getNFKCCasefoldInstance);
    static const icu::Normalizer2& decompose = normalizer(icu::Normalizer2::getNFDInstance);
    static const icu::Normalizer2& compose = normalizer(icu::Normalizer2::getNFCInstance);
    const auto text = icu::UnicodeString::fromUTF8({word.data(), static_cast<std::int32_t>(word.size())});
    std::string folded;
    normalised(compose, without_diacritics(normalised(decompose, normalised(fold, text)))).toUTF8String(folded);
    return std::string(cut(folded, kMaxFormBytes));
}

}  // namespace

Decoded decode(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const unsigned lead = byte(at);
    const std::size_t length = lead < 0xC2 || lead > 0xF4 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t point = length == 1 ? lead : lead & (0x7FU >> length);
    for (std::size_t k = 1; k < length; ++k) {
        if ((byte(at + k) & 0xC0U) != 0x80U) return {0xFFFD, at + 1};
        point = point << 6 | (byte(at + k) & 0x3FU);
    }
    return {point, at + length};
}

std::size_t apostrophe_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    switch (byte(at)) {
        case '\'': case '`': return 1;
        case 0xC2: return byte(at + 1) == 0xB4 ? 2 : 0;
        case 0xCA: return byte(at + 1) == 0xBC ? 2 : 0;
        case 0xE2: return byte(at + 1) == 0x80 && (byte(at + 2) == 0x98 || byte(at + 2) == 0x99) ? 3 : 0;
        default: return 0;
    }
}

void append_form(std::string& forms, std::string_view word) {
    word = cut(word, kMaxFormBytes);
    std::array<char, kMaxFormBytes> form;
    std::size_t size = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const unsigned char c = static_cast<unsigned char>(word[i]);
        if (c < 0x80 && c != '`') {
            form[size++] = kLower[c];
            continue;
        }
        const std::size_t quote = apostrophe_at(word, i);
        if (quote == 0) {
            forms += fold_by_icu(word);
            return;
        }
        form[size++] = '\'';
        i += quote - 1;
    }
    forms.append(form.data(), size);
}

namespace {

/// Words whose 's is a shortened "is", "has" or "us": dropping the apostrophe would make another word of them.
constexpr std::string_view kContractions[] = {"it's", "that's", "he's", "she's", "who's", "what's", "let's", "there's",
                                              "here's", "where's", "how's", "when's", "why's", "one's"};

/// "o'brien", "d'souza": a prefix of a name that is as often printed without its apostrophe.
bool has_name_prefix(std::string_view form) {
    return form.size() > 4 && (form.starts_with("o'") || form.starts_with("d'")) && form != "o'clock";
}

bool has_possessive(std::string_view form) {
    return form.size() > 2 && form.ends_with("'s") &&
           std::find(std::begin(kContractions), std::end(kContractions), form) == std::end(kContractions);
}

std::string without(std::string_view form, char c) {
    std::string rest(form);
    rest.erase(std::remove(rest.begin(), rest.end(), c), rest.end());
    return rest;
}

}  // namespace

std::string alias_of(std::string_view form) {
    if (form.find('\'') != std::string_view::npos)
        return has_possessive(form) || has_name_prefix(form) ? without(form, '\'') : std::string();
    // Commas stay within a form only as separators of thousands (tokens.hpp), so 1,200 also answers 1200.
    if (form.find(',') != std::string_view::npos && std::any_of(form.begin(), form.end(), is_digit)) return without(form, ',');
    return {};
}

}  // namespace minutes
