#include "analyzers/structure/known_titles.hpp"

#include "analyzers/structure/phrases.hpp"
#include "analyzers/structure/plain_text.hpp"

#include <algorithm>
#include <string>

namespace minutes {
namespace {

constexpr std::size_t kMaxTitleBytes = 260;

/// Bytes of a known title at the start of a plain form; 0 if none stands there.
std::size_t known_size(std::string_view plain) {
    std::size_t size = 0;
    for (const PhraseClass titles : {PhraseClass::title_procedural, PhraseClass::title_attendance, PhraseClass::title_known})
        size = std::max(size, opening_size(titles, plain));
    return size;
}

}  // namespace

std::size_t known_title_size(std::string_view line) {
    const std::string plain = plain_form(line.substr(0, kMaxTitleBytes));
    std::size_t task = opening_size(PhraseClass::agenda_note, plain);
    while (task != 0 && task < plain.size() && plain[task] == ' ') ++task;
    if (task != 0 && plain.substr(task).starts_with("the ")) task += 4;
    const std::size_t size = known_size(std::string_view(plain).substr(std::min(task, plain.size())));
    return size == 0 ? 0 : raw_size(line, task + size);
}

bool is_known_title(std::string_view plain) {
    const auto strip = [&] { while (!plain.empty() && (plain.back() == ':' || plain.back() == '.' || plain.back() == ' ')) plain.remove_suffix(1); };
    strip();
    if (plain.size() > 5 && plain[plain.size() - 5] == ' ' && plain.substr(plain.size() - 4).find_first_not_of("0123456789") == std::string_view::npos) plain.remove_suffix(5);   // "Chairman's report 2019"
    strip();
    if (plain.empty() || plain.size() >= 80) return false;
    const std::size_t known = known_size(plain);
    // "Correspondence and emails", "Treasurer's report and accounts"
    const bool more = known != 0 && plain.substr(known).starts_with(" and ") && count_words(plain.substr(known)) <= 3 && !has_phrase(PhraseClass::verb, plain);
    return more || (known != 0 && known == plain.size());
}

}  // namespace minutes
