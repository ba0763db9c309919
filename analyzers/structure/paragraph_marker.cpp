#include "analyzers/structure/paragraph_marker.hpp"

#include "analyzers/structure/plain_text.hpp"

#include <algorithm>
#include <array>

namespace minutes {
namespace {

constexpr std::array<std::string_view, 20> kBullets = {
    "-", "*", "+", "\u2022", "\u00B7", "\u25CF", "\u25AA", "\u25CB", "\u2023", "\u2013", "\u2043", "\u25A0", "\u27A2", "\u00D8",
    "\uF0B7", "\uF0A7", "\uF0D8", "\u2219", "\u25E6", "\u2751"};

std::size_t spaces_from(std::string_view line, std::size_t at) {
    while (at < line.size()) {
        const std::size_t size = space_at(line, at);
        if (size == 0) break;
        at += size;
    }
    return at;
}

std::size_t digits_from(std::string_view line, std::size_t at) {
    while (at < line.size() && is_digit(line[at])) ++at;
    return at;
}

bool ends_mark(std::string_view line, std::size_t at) { return at >= line.size() || space_at(line, at) != 0; }

Marker made(MarkerStyle style, std::string_view line, std::size_t end, std::string section = {}) {
    const std::size_t text = spaces_from(line, end);
    std::string number = style == MarkerStyle::bullet ? std::string() : std::string(line.substr(0, end));
    if (style == MarkerStyle::section && number.back() == '.') number.pop_back();
    return {style, {0, static_cast<std::uint32_t>(text)}, std::move(number), std::move(section)};
}

/// "pm" and the like as a whole word: "4.8 Ambulance" is no clock time.
bool names_hour(std::string_view plain) {
    constexpr std::array<std::string_view, 5> kHours = {"pm", "am", "p.m", "a.m", "hours"};
    return std::any_of(kHours.begin(), kHours.end(), [&](std::string_view word) {
        return plain.starts_with(word) && (plain.size() == word.size() || !is_letter(plain[word.size()]));
    });
}

/// "3.1", "3.1.2", "3.1a", "3(a)"; "18.03.3" is an item reference and is asked for earlier.
std::optional<Marker> parse_section(std::string_view line) {
    const std::size_t first = digits_from(line, 0);
    if (first == 0 || first > 3 || first >= line.size()) return std::nullopt;
    std::size_t at = first;
    if (line[at] == '(' && at + 2 < line.size() && is_small(line[at + 1]) && line[at + 2] == ')') {
        at += 3;
    } else {
        std::size_t parts = 0;
        while (at + 1 < line.size() && line[at] == '.' && is_digit(line[at + 1]) && parts < 4) {
            at = digits_from(line, at + 1);
            ++parts;
        }
        if (parts == 0) return std::nullopt;
        if (at < line.size() && is_small(line[at])) ++at;
        if (at < line.size() && (line[at] == '.' || line[at] == ')' || line[at] == ':')) ++at;
    }
    if (!ends_mark(line, at)) return std::nullopt;
    if (names_hour(plain_form(line.substr(spaces_from(line, at), 8)))) return std::nullopt;   // "3.30 pm" opens a sentence about time
    return made(MarkerStyle::section, line, at, std::string(line.substr(0, first)));
}

bool is_roman(std::string_view word) {
    return !word.empty() && word.size() <= 6 && word.find_first_not_of("ivxIVX") == std::string_view::npos;
}

/// "ii)", "(b)", "(2)", "2.", "iv."; a lone letter with a dot ("A. Smith") is a mark only before a tab or two spaces.
std::optional<Marker> parse_enumerator(std::string_view line) {
    const bool open = !line.empty() && line[0] == '(';
    std::size_t at = open ? 1 : 0;
    const std::size_t begin = at;
    while (at < line.size() && at - begin < 7 && (is_letter(line[at]) || is_digit(line[at]))) ++at;
    const std::string_view word = line.substr(begin, at - begin);
    if (word.empty() || at >= line.size() || !ends_mark(line, at + 1)) return std::nullopt;
    const char stop = line[at];
    if (stop != ')' && (open || stop != '.')) return std::nullopt;
    const bool number = digits_from(word, 0) == word.size();
    if (number && word.size() <= 2) return made(MarkerStyle::number, line, at + 1);
    if (is_roman(word) && (stop == ')' || is_small(word[0]))) return made(MarkerStyle::roman, line, at + 1);
    if (word.size() != 1 || !is_letter(word[0])) return std::nullopt;
    if (stop == '.' && is_capital(word[0]) && spaces_from(line, at + 1) < at + 3) return std::nullopt;
    return made(MarkerStyle::letter, line, at + 1);
}

std::optional<Marker> parse_bullet(std::string_view line) {
    const bool may_be = !line.empty() && (line.front() == '-' || line.front() == '*' || line.front() == '+' || static_cast<unsigned char>(line.front()) >= 0x80);
    if (!may_be) return std::nullopt;
    for (const std::string_view bullet : kBullets)
        if (line.starts_with(bullet) && line.size() > bullet.size() && space_at(line, bullet.size()) != 0)
            return made(MarkerStyle::bullet, line, bullet.size());
    for (const std::string_view bullet : kBullets)   // "•text": word processors lose the tab; "-text" is a dash, so not that
        if (bullet.size() >= 2 && bullet != "\u2013" && bullet != "\u00D8" && line.starts_with(bullet))
            return made(MarkerStyle::bullet, line, bullet.size());
    return std::nullopt;
}

}  // namespace

std::optional<Marker> parse_marker(std::string_view line) {
    if (std::optional<Marker> marker = parse_section(line)) return marker;
    if (std::optional<Marker> marker = parse_bullet(line)) return marker;
    return parse_enumerator(line);
}

}  // namespace minutes
