#include "tests/score_text.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <set>
#include <utility>

namespace minutes {
namespace {

bool is_word_character(UChar32 c) {
    return u_isalnum(c) || c == '_' || c == U'£' || c == '%' || c == '\'';
}

}  // namespace

Words words_of(std::string_view text) {
    Words words;
    std::string word;
    const auto wide = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
    for (int32_t at = 0; at < wide.length(); at = wide.moveIndex32(at, 1)) {
        UChar32 c = wide.char32At(at);
        if (c == 0xAD) continue;
        if (c == 0x2018 || c == 0x2019) c = '\'';
        if (is_word_character(c)) {
            icu::UnicodeString(u_tolower(c)).toUTF8String(word);
        } else if (!word.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    }
    if (!word.empty()) words.push_back(word);
    return words;
}

std::string joined(const Words& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

std::string plain(std::string_view text) {
    return joined(words_of(text));
}

std::string bare_name(std::string_view text) {
    static const std::set<std::string> kTitles = {"cllr", "cllrs", "councillor", "councillors", "mr",   "mrs",      "ms", "miss",
                                                  "dr",   "sir",   "dame",       "rev",         "reverend", "the"};
    Words words = words_of(text);
    std::erase_if(words, [](const std::string& word) { return kTitles.contains(word); });
    return joined(words);
}

std::string label(std::string_view text) {
    std::string low(text);
    std::ranges::transform(low, low.begin(), [](char c) { return c == '_' ? '-' : c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return low;
}

std::string text_of(const nlohmann::json& object, const std::string& key) {
    const auto it = object.find(key);
    return it != object.end() && it->is_string() ? it->get<std::string>() : std::string();
}

}  // namespace minutes
