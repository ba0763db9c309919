#include "indexer/evidence_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <vector>

namespace minutes {
namespace {

constexpr std::array<std::string_view, 12> kMonthNames = {"january", "february", "march", "april", "may", "june", "july",
                                                          "august", "september", "october", "november", "december"};

std::string_view month_of(std::string_view date) {
    unsigned month = 0;
    if (date.size() >= 7) std::from_chars(date.data() + 5, date.data() + 7, month);
    return month >= 1 && month <= 12 ? kMonthNames[month - 1] : std::string_view();
}

std::string joined(const std::vector<std::string_view>& texts) {
    std::string all;
    for (const std::string_view text : texts)
        if (!text.empty()) all.append(all.empty() ? "" : "\n").append(text);
    return all;
}

}  // namespace

std::string speaker_words(const Record& record) {
    std::vector<std::string_view> texts;
    const auto add = [&](std::string_view text) {
        if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(text);
    };
    for (const RecordSpeaker& speaker : record.speakers)
        for (const std::string_view text : {std::string_view(speaker.person), std::string_view(speaker.title), std::string_view(speaker.surface), std::string_view(speaker.role)}) add(text);
    return joined(texts);
}

std::string meeting_words(const Record& record) {
    return joined({record.council, record.committee, std::string_view(record.date).substr(0, 4), month_of(record.date)});
}

}  // namespace minutes
