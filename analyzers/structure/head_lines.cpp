#include "analyzers/structure/head_lines.hpp"

#include "analyzers/structure/paragraph_marker.hpp"
#include "analyzers/structure/phrases.hpp"
#include "analyzers/structure/plain_text.hpp"

#include <algorithm>
#include <array>

namespace minutes {
namespace {

constexpr std::size_t kHeadWords = 18;   // a longer line that ends a sentence tells something, whatever its verb
constexpr std::size_t kLoneWords = 4;    // fewer words than these are a scrap, not a text

}  // namespace

bool is_sentence(std::string_view content, PlainText plain) {
    return count_words(content) >= 5 && ends_sentence(content) && has_phrase(PhraseClass::verb, plain);
}

bool is_head_line(const Line& line, std::string_view content, bool strict) {
    if (line.at.size() > 400) return false;
    if (has_phrase(PhraseClass::head, line.plain_text())) return true;
    return !strict && !is_sentence(content, line.plain_text()) && !(ends_sentence(content) && count_words(content) >= kHeadWords);
}

bool is_meeting_line(std::string_view plain) {
    return plain.starts_with("meeting: ") && plain.size() > 18 && is_digit(plain[9]) && plain.find('/') != std::string_view::npos;
}

bool is_meeting_of_item(const Line& line, std::string_view content) {
    if (line.plain.size() > 300 || line.plain.find("(item ") == std::string::npos) return false;
    const auto bullet = parse_marker(content);
    return plain_form(bullet && bullet->style == MarkerStyle::bullet ? content.substr(bullet->at.end) : content).starts_with("meeting of ");
}

bool names_meeting(std::string_view text, std::span<const Span> head) {
    constexpr std::array<std::string_view, 7> kWords = {"minutes", "meeting", "committee", "council", "panel", "board", "20"};
    std::size_t words = 0;
    for (const Span at : head) {
        const std::string plain = plain_form(slice(text, at));
        words += count_words(plain);
        if (plain.starts_with("minutes ")) return true;
        if (last_mark(plain) == ':' || count_words(plain) > 30) continue;
        if (std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) { return plain.find(word) != std::string::npos; })) return true;
    }
    return words < kLoneWords;
}

std::size_t front_matter_lines(std::string_view text, const Lines& lines) {
    if (lines.list.size() < 3 || slice(text, lines.list[0].at) != "---" || lines.list[1].plain.find(':') == std::string::npos) return 0;
    for (std::size_t i = 1; i < std::min<std::size_t>(lines.list.size(), 60); ++i)
        if (slice(text, lines.list[i].at) == "---") return i + 1;
    return 0;
}

}  // namespace minutes
