#include "analyzers/structure/title.hpp"

#include "analyzers/structure/known_titles.hpp"
#include "analyzers/structure/phrases.hpp"
#include "analyzers/structure/plain_text.hpp"

namespace minutes {
namespace {

constexpr std::size_t kMaxTitleBytes = 260, kMaxTitleWords = 36;

/// "Councillor's report", "The Clerk's report", "Councillors' questions": no sentence about a councillor.
bool is_report_title(std::string_view line, std::string_view plain) {
    const std::size_t space = line.find(' ');   // "Councillor vacancies": no name follows
    if (plain.starts_with("councillor") && space != std::string_view::npos && count_words(plain) <= 4 && starts_small(line.substr(space + 1))) return true;
    const bool reporter = plain.starts_with("councillor") || plain.starts_with("the cl") || plain.starts_with("the chair");
    return reporter && count_words(plain) <= 4 &&
           (plain.ends_with("report") || plain.ends_with("reports") || plain.ends_with("questions") || plain.ends_with("items") || plain.ends_with("updates"));
}

}  // namespace

bool reads_as_task_title(std::string_view line, std::string_view plain) {
    if (plain.size() < 3 || line.size() > kMaxTitleBytes || count_words(line) > kMaxTitleWords) return false;
    if (starts_small(line)) return false;
    const char last = last_mark(line);
    if (last == ';' || last == ',') return false;
    if (last == ':' && count_words(line) > 20) return false;
    if (ends_sentence(line) && count_words(line) > 16 && !is_capitals(line)) return false;
    return (!has_phrase(PhraseClass::not_title, plain) || is_report_title(line, plain)) && (is_capitals(line) || !has_phrase(PhraseClass::verb, plain));
}

bool reads_as_weak_title(std::string_view line, std::string_view plain) {
    const char last = last_mark(line);
    return plain.size() >= 3 && line.size() <= 120 && count_words(line) <= 14 && !starts_small(line) && (is_letter(last) || is_digit(last) || last == ':') &&
           line.find(". ") == std::string_view::npos && (count_words(line) < 8 || !has_phrase(PhraseClass::verb, plain)) &&
           !has_phrase(PhraseClass::not_title, plain);
}

bool reads_as_title(std::string_view line, std::string_view plain) {
    if (is_known_title(plain)) return true;
    return reads_as_task_title(line, plain) && !has_phrase(PhraseClass::agenda_note, plain) && !has_phrase(PhraseClass::vote, plain);
}

}  // namespace minutes
