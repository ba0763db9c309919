#include "analyzers/facts/scan.hpp"

#include <algorithm>

namespace minutes::scan {
namespace {

bool is_word_byte(char c) { return is_letter(c) || is_digit(c); }

/// Bytes of any white space at `at`, line ends included.
std::size_t blank_at(std::string_view text, std::size_t at) {
    const char c = byte_at(text, at);
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') return 1;
    return text.substr(std::min(at, text.size())).starts_with("\xC2\xA0") ? 2 : 0;
}

std::size_t blank_before(std::string_view text, std::size_t at) {
    if (at >= 2 && blank_at(text, at - 2) == 2) return 2;
    return at >= 1 && blank_at(text, at - 1) == 1 ? 1 : 0;
}

/// Bytes matched by `word` at `at`, its blanks standing for any run of spaces; 0 if it does not stand there.
std::size_t match_words(std::string_view text, std::size_t at, std::string_view word) {
    const std::size_t start = at;
    for (const char c : word) {
        if (c == ' ') {
            const std::size_t next = skip_space(text, at);
            if (next == at) return 0;
            at = next;
        } else if (fold(byte_at(text, at)) != c) {
            return 0;
        } else {
            ++at;
        }
    }
    return at - start;
}

}  // namespace

std::string fold(std::string_view text) {
    std::string folded(text);
    std::transform(folded.begin(), folded.end(), folded.begin(), [](char c) { return fold(c); });
    return folded;
}

std::size_t space_at(std::string_view text, std::size_t at) {
    if (byte_at(text, at) != '\n') return blank_at(text, at);
    std::size_t next = at + 1;
    while (const std::size_t n = blank_at(text, next)) {
        if (text[next] == '\n') return 0;
        next += n;
    }
    return 1;
}

std::size_t skip_space(std::string_view text, std::size_t at) {
    while (const std::size_t n = space_at(text, at)) at += n;
    return at;
}

std::size_t skip_space_back(std::string_view text, std::size_t at) {
    while (const std::size_t n = blank_before(text, at)) {
        if (space_at(text, at - n) == 0) break;
        at -= n;
    }
    return at;
}

std::size_t dash_at(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(std::min(at, text.size()));
    if (rest.starts_with('-')) return 1;
    return rest.starts_with("\xE2\x80\x93") || rest.starts_with("\xE2\x80\x94") ? 3 : 0;
}

bool continues_with(std::string_view text, std::size_t at, std::string_view word) {
    if (at > text.size() || text.size() - at < word.size()) return false;
    return std::equal(word.begin(), word.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                      [](char want, char got) { return want == fold(got); });
}

bool has_word(std::string_view text, std::size_t at, std::string_view word) {
    return continues_with(text, at, word) && !is_word_byte(byte_at(text, at + word.size()));
}

std::size_t find_word(std::string_view text, std::string_view word, std::size_t from) {
    for (std::size_t at = from; at < text.size(); ++at) {
        if (fold(text[at]) != word.front() || (at > 0 && is_word_byte(text[at - 1]))) continue;
        const std::size_t length = match_words(text, at, word);
        if (length > 0 && !is_word_byte(byte_at(text, at + length))) return at;
    }
    return std::string_view::npos;
}

std::string_view trim(std::string_view text) {
    std::size_t begin = 0, end = text.size();
    while (const std::size_t n = blank_at(text, begin)) begin += n;
    while (end > begin) {
        const std::size_t n = blank_before(text, end);
        if (n == 0) break;
        end -= n;
    }
    return text.substr(begin, end - begin);
}

std::string one_line(std::string_view text) {
    std::string line;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t n = blank_at(text, at);
        if (n == 0) line += text[at++];
        else if (at += n; !line.empty() && line.back() != ' ') line += ' ';
    }
    while (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
}

}  // namespace minutes::scan
