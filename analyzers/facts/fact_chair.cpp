#include "analyzers/facts/fact_rules.hpp"
#include "analyzers/facts/scan.hpp"

#include <algorithm>
#include <array>

namespace minutes {
namespace {

using namespace scan;

/// What follows the name of whoever presided.
constexpr std::array<std::string_view, 7> kPhrases = {"presided",       "presiding",     "was in the chair", "took the chair",
                                                      "chaired the meeting", "in the chair", "occupied the chair"};

/// The run of capitalised words that ends at `end` of `line`: "Councillor A B Lind", "Mr D Mill".
std::string_view name_before(std::string_view line, std::size_t end) {
    end = skip_space_back(line, end);
    while (end > 0 && (line[end - 1] == '-' || line[end - 1] == ',' || line[end - 1] == '(')) end = skip_space_back(line, end - 1);
    std::size_t begin = end;
    while (begin > 0) {
        std::size_t word = begin;
        while (word > 0 && line[word - 1] != ' ' && line[word - 1] != ',' && line[word - 1] != ':') --word;
        if (word == begin || !is_upper(line[word])) break;
        begin = word;
        if (word == 0 || line[word - 1] != ' ') break;
        begin = skip_space_back(line, word);
        if (begin == 0 || line[begin - 1] == '.') {
            begin = word;
            break;
        }
    }
    return trim(line.substr(begin, end - begin));
}

bool reads_as_person(std::string_view name) {
    constexpr std::array<std::string_view, 10> kNotNames = {"The", "Chair", "Chairman", "Vice", "Members", "Present", "PRESENT", "Mayor", "It", "Meeting"};
    if (name.size() < 4 || name.find(' ') == std::string_view::npos) return false;
    return std::none_of(kNotNames.begin(), kNotNames.end(), [&](std::string_view word) { return name.starts_with(word) && !is_letter(byte_at(name, word.size())); });
}

}  // namespace

Fact find_chair(const MeetingText& meeting) {
    for (const Span line : meeting.head) {
        const std::string_view content = slice(meeting.text, line);
        for (const std::string_view phrase : kPhrases) {
            const std::size_t at = find_word(content, phrase);
            if (at == std::string_view::npos || at == 0) continue;
            const std::string_view name = name_before(content, at);
            if (!reads_as_person(name)) continue;
            const auto begin = static_cast<std::uint32_t>(name.data() - meeting.text.data());
            return {one_line(name), Evidence::stated, {begin, begin + static_cast<std::uint32_t>(name.size())}};
        }
    }
    return {};
}

}  // namespace minutes
