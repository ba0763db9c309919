#include "analyzers/facts/fact_rules.hpp"
#include "analyzers/facts/scan.hpp"

#include <algorithm>
#include <array>

namespace minutes {
namespace {

using namespace scan;

/// What follows the name of whoever presided.
constexpr std::array<std::string_view, 8> kPhrases = {"presided",            "presiding",    "was in the chair",   "took the chair",
                                                      "chaired the meeting", "in the chair", "occupied the chair", "called the meeting to order"};

/// What stands before it.
constexpr std::array<std::string_view, 3> kBefore = {"chaired by", "presided over by", "in the chair:"};

constexpr std::size_t kMostNameWords = 5;

/// Whether a full stop at the end of `word` belongs to it: "H." "Cllr." "Mrs."
bool may_be_dotted(std::string_view word) {
    constexpr std::array<std::string_view, 8> kTitles = {"cllr", "cllrs", "mr", "mrs", "ms", "dr", "rev", "prof"};
    if (word.size() <= 2) return true;
    return std::any_of(kTitles.begin(), kTitles.end(), [&](std::string_view title) { return fold(word) == title; });
}

/// Back over "(DH)" and over marks between a name and what is said of it.
std::size_t name_end(std::string_view line, std::size_t end) {
    end = skip_space_back(line, end);
    while (end > 0) {
        if (line[end - 1] == ')') {
            const std::size_t open = line.rfind('(', end - 1);
            if (open == std::string_view::npos || end - open > 8) return end;
            end = skip_space_back(line, open);
        } else if (line[end - 1] == '-' || line[end - 1] == ',' || line[end - 1] == '(') {
            end = skip_space_back(line, end - 1);
        } else {
            return end;
        }
    }
    return end;
}

/// The run of capitalised words that ends at `end` of `line`: "Councillor A B Lind", "Cllr. D. Mill".
std::string_view name_before(std::string_view line, std::size_t end) {
    end = name_end(line, end);
    std::size_t begin = end;
    while (begin > 0) {
        std::size_t word = begin;
        while (word > 0 && line[word - 1] != ' ' && line[word - 1] != ',' && line[word - 1] != ':') --word;
        if (word == begin || !is_upper(line[word])) break;
        if (begin < end && line[begin - 1] == '.' && !may_be_dotted(line.substr(word, begin - 1 - word))) break;
        begin = word;
        if (word == 0 || line[word - 1] != ' ') break;
        const std::size_t before = skip_space_back(line, word);
        if (before == 0 || (line[before - 1] == '.' && !may_be_dotted(line.substr(line.rfind(' ', before - 1) + 1, before - 2 - line.rfind(' ', before - 1))))) break;
        begin = before;
    }
    const std::string_view name = trim(line.substr(begin, end - begin));
    return name.starts_with("With ") ? trim(name.substr(5)) : name;   // "With Councillor Hay in the Chair there were present"
}

/// "Kay Combe, PC Chairman" is Kay Combe.
std::string_view without_office(std::string_view line, std::string_view name) {
    constexpr std::array<std::string_view, 7> kOffices = {"chairman", "chair", "chairperson", "mayor", "convener", "cathaoirleach", "president"};
    const std::string last = fold(name.substr(name.find_last_of(' ') + 1));
    if (std::find(kOffices.begin(), kOffices.end(), last) == kOffices.end()) return name;
    return name_before(line, static_cast<std::size_t>(name.data() - line.data()));
}

/// The run of capitalised words that begins behind `at`: "Kay Combe", "AL".
std::string_view name_behind(std::string_view line, std::size_t at) {
    const std::size_t begin = skip_space(line, at);
    std::size_t end = begin;
    for (std::size_t words = 0; words < kMostNameWords; ++words) {
        const std::size_t word = end == begin ? begin : skip_space(line, end);
        if (!is_upper(byte_at(line, word))) break;
        std::size_t stop = word;
        while (is_letter(byte_at(line, stop)) || byte_at(line, stop) == '-' || byte_at(line, stop) == '\'') ++stop;
        end = byte_at(line, stop) == '.' && may_be_dotted(line.substr(word, stop - word)) && byte_at(line, stop + 1) == ' ' && is_upper(byte_at(line, stop + 2)) ? stop + 1 : stop;
        if (end == stop && byte_at(line, stop) != ' ') break;
    }
    return line.substr(begin, end - begin);
}

bool are_initials(std::string_view name) {
    return name.size() >= 2 && name.size() <= 4 && std::all_of(name.begin(), name.end(), [](char c) { return is_upper(c); });
}

bool reads_as_person(std::string_view name) {
    constexpr std::array<std::string_view, 10> kNotNames = {"The", "Chair", "Chairman", "Vice", "Members", "Present", "PRESENT", "Mayor", "It", "Meeting"};
    if (are_initials(name)) return true;
    if (name.size() < 4 || name.find(' ') == std::string_view::npos) return false;
    return std::none_of(kNotNames.begin(), kNotNames.end(), [&](std::string_view word) { return name.starts_with(word) && !is_letter(byte_at(name, word.size())); });
}

Fact stated(const MeetingText& meeting, std::string_view name) {
    const auto begin = static_cast<std::uint32_t>(name.data() - meeting.text.data());
    return {one_line(name), Evidence::stated, {begin, begin + static_cast<std::uint32_t>(name.size())}};
}

/// "The meeting was chaired by", or nothing, before the phrase: "a group, to be chaired by A Thin" speaks of another meeting.
bool tells_of_meeting(std::string_view line, std::size_t at) {
    const std::size_t stop = line.substr(0, at).rfind(". ");
    const std::string_view before = trim(line.substr(stop == std::string_view::npos ? 0 : stop + 2, at - (stop == std::string_view::npos ? 0 : stop + 2)));
    return before.empty() || fold(before) == "meeting" || fold(before).ends_with("meeting was") || fold(before).ends_with("meeting is") || fold(before).ends_with("session was");
}

/// The chair that one line names, or none.
Fact chair_in(const MeetingText& meeting, std::string_view line) {
    for (const std::string_view phrase : kPhrases) {
        const std::size_t at = find_word(line, phrase);
        if (at == std::string_view::npos || at == 0) continue;
        if (const std::string_view name = without_office(line, name_before(line, at)); reads_as_person(name)) return stated(meeting, name);
    }
    for (const std::string_view phrase : kBefore) {
        const std::size_t at = find_word(line, phrase);
        if (at == std::string_view::npos || !tells_of_meeting(line, at)) continue;
        if (const std::string_view name = name_behind(line, at + phrase.size()); reads_as_person(name)) return stated(meeting, name);
    }
    constexpr std::string_view kLabel = "presiding";   // "Presiding: A Lind", at the head of the list
    if (continues_with(line, 0, kLabel) && line.size() < kLabel.size() + 60) {
        const std::size_t colon = skip_space(line, kLabel.size());
        const std::string_view name = name_behind(line, byte_at(line, colon) == ':' ? colon + 1 : colon);
        if (reads_as_person(name) && name.find(' ') != std::string_view::npos && !has_word(name, 0, "officer")) return stated(meeting, name);
    }
    return {};
}

}  // namespace

Fact find_chair(const MeetingText& meeting) {
    std::string_view rest = slice(meeting.text, meeting.opening);
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        if (Fact chair = chair_in(meeting, rest.substr(0, end)); !chair.value.empty()) return chair;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return {};
}

}  // namespace minutes
