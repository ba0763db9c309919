#include "analyzers/structure/furniture.hpp"

#include "analyzers/structure/item_number.hpp"
#include "analyzers/structure/paragraph_marker.hpp"
#include "analyzers/structure/phrases.hpp"
#include "analyzers/structure/plain_text.hpp"

#include <algorithm>

namespace minutes {
namespace {

constexpr std::size_t kMaxRunningHead = 140;
constexpr std::size_t kRepeats = 3;

std::string with_equal_digits(std::string_view plain) {
    std::string key;
    key.reserve(plain.size());
    for (const char c : plain) {
        if (!is_digit(c)) key += c;
        else if (key.empty() || key.back() != '0') key += '0';
    }
    return key;
}

bool is_rule(std::string_view content) { return content.find_first_not_of("-_=*~. \t|") == std::string_view::npos; }

bool is_tag(std::string_view content) {
    return content.size() >= 4 && content.front() == '<' && content.back() == '>' && content.find(' ') == std::string_view::npos &&
           std::none_of(content.begin(), content.end(), is_small);
}

/// "5pm", "5.15 pm": when an item is to begin, in a column of its own. Not a time that a head prints.
bool is_time_alone(std::string_view plain) {
    if (plain.size() < 3 || plain.size() > 8 || !is_digit(plain[0]) || !plain.ends_with('m')) return false;
    const std::string_view clock = plain.substr(0, plain.find_first_not_of("0123456789.: "));
    const std::string_view half = plain.substr(clock.size());
    return half == "am" || half == "pm" || half == "a.m" || half == "p.m" || half == "noon";
}

/// "R:\\Parks\\Minutes 5 May.doc - 1": where a word processor keeps the file.
bool is_file_path(std::string_view content) {
    return content.size() > 3 && content.size() <= kMaxRunningHead && is_capital(content[0]) && content.substr(1, 2) == ":\\";
}

/// A line that comes again on every page and says nothing by itself.
bool is_running_head(std::string_view content, std::string_view plain, const LineCounts& counts) {
    if (plain.size() < 8 || plain.size() > kMaxRunningHead || count_words(content) < 3 || ends_sentence(content)) return false;
    const auto count = counts.find(with_equal_digits(plain));
    if (count == counts.end() || count->second < kRepeats) return false;
    if (const auto number = parse_item_number(content); number && number->form != NumberForm::bare) return false;   // "7. Benches", "8. Benches"
    const char last = last_mark(content);
    if (last == ':' || last == ';' || last == ',' || starts_small(content)) return false;
    return !has_phrase(PhraseClass::verb, plain) && !has_phrase(PhraseClass::not_title, plain) && !has_phrase(PhraseClass::decision, plain) && !has_phrase(PhraseClass::procedural, plain) &&
           !has_phrase(PhraseClass::action, plain) && !label_of(plain);
}

}  // namespace

bool is_page_number(std::string_view plain) {
    if (!plain.starts_with("page ") || plain.size() > 40) return false;
    return plain.find_first_of("0123456789") != std::string_view::npos && plain.find_first_of("0123456789") < 9;
}

LineCounts count_lines(const Lines& lines) {
    LineCounts counts;
    for (const Line& line : lines.list)
        if (!line.plain.empty() && line.plain.size() <= kMaxRunningHead && !line.has_link) ++counts[with_equal_digits(line.plain)];
    return counts;
}

std::string_view furniture_reason(const Line& line, std::string_view content, const LineCounts& counts) {
    if (content.empty()) return "space";
    if (is_rule(content)) return "rule";
    if (is_tag(content) || is_page_number(line.plain) || is_time_alone(line.plain) || is_file_path(content)) return "page-furniture";
    if (line.plain.size() > kMaxRunningHead) return "";
    if (line.plain.ends_with(" ago") && line.plain.find_first_of("0123456789") != std::string::npos) return "publication-line";
    if (has_phrase(PhraseClass::publication, line.plain_text()) && line.plain.find_first_of("0123456789") != std::string::npos) return "publication-line";
    const auto bullet = parse_marker(content);
    const std::string_view words = bullet && bullet->style == MarkerStyle::bullet ? content.substr(bullet->at.end) : content;
    if (has_phrase(PhraseClass::site_navigation, words.size() == content.size() ? line.plain : plain_form(words))) return "site-navigation";
    if (has_phrase(PhraseClass::furniture, line.plain_text()) || is_running_head(content, line.plain, counts)) return "page-furniture";
    return "";
}

bool is_signature(const Line& line, std::string_view content) {
    if (line.plain.size() > 120 || starts_small(content)) return false;   // "... and\nsigned." is a wrapped line
    const bool dotted = content.find(".....") != std::string_view::npos || content.find("____") != std::string_view::npos ||
                        content.find("\u2026\u2026") != std::string_view::npos;
    return dotted || has_phrase(PhraseClass::signature, line.plain_text());
}

}  // namespace minutes
