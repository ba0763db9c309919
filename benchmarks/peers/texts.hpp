#pragma once

#include <cctype>
#include <string>
#include <string_view>
#include <vector>

namespace minutes::bench {

/// Where two words stand side by side in a text, with up to 80 bytes before and after each place: what a program that sits on an
/// engine without mentions has to do itself. ASCII only, any case, anything but letters and digits between.
inline std::vector<std::string> mentions_in(std::string_view text, const std::vector<std::string>& words) {
    std::vector<std::string> found;
    const auto is_word = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || (c & 0x80); };
    std::size_t matched = 0, begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        while (at < text.size() && !is_word(text[at])) ++at;
        const std::size_t start = at;
        std::string word;
        while (at < text.size() && is_word(text[at])) word += static_cast<char>(std::tolower(static_cast<unsigned char>(text[at++])));
        if (word != words[matched]) matched = 0;
        if (word != words[matched]) continue;
        if (matched == 0) begin = start;
        if (++matched < words.size()) continue;
        matched = 0;
        const std::size_t from = begin > 80 ? begin - 80 : 0;
        found.emplace_back(text.substr(from, at + 80 - from));
    }
    return found;
}

}  // namespace minutes::bench
