#include "indexer/totals.hpp"

#include "corpus/problem.hpp"
#include "indexer/word_shares.hpp"

#include <charconv>

namespace minutes {
namespace {

/// "" is written as "-": every field then is one word.
std::string word(const std::string& text) { return text.empty() ? "-" : text; }

std::string_view next_word(std::string_view& text) {
    const std::size_t space = text.find(' ');
    const std::string_view found = text.substr(0, space);
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
    return found;
}

std::uint64_t next_number(std::string_view& text) {
    const std::string_view digits = next_word(text);
    std::uint64_t number = 0;
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (failed != std::errc{} || end != digits.data() + digits.size())
        throw Error("the totals of the index are damaged; rebuild it with: minutes index --fresh PATH...");
    return number;
}

std::array<std::uint64_t, kZones> words_by_zone(const FileRecord& file) {
    std::array<std::uint64_t, kZones> words{};
    const FileShares all = decode_shares(file.shares);
    for (const MeetingShares& meeting : all.meetings)
        for (const WordShare& share : meeting.shares)
            if (const std::optional<Zone> zone = zone_named(record_of_share(share.key).zone)) words[static_cast<std::size_t>(*zone)] += share.words;
    return words;
}

}  // namespace

std::string encode_totals(const Totals& t) {
    std::string text = std::to_string(t.documents) + " " + std::to_string(t.meetings) + " " + std::to_string(t.undated_meetings) + " " +
                       std::to_string(t.incomplete_items) + " " + word(t.first_date) + " " + word(t.last_date);
    for (const std::uint64_t words : t.words) text += " " + std::to_string(words);
    return text;
}

Totals decode_totals(std::string_view text) {
    Totals totals;
    if (text.empty()) return totals;
    for (std::uint64_t* number : {&totals.documents, &totals.meetings, &totals.undated_meetings, &totals.incomplete_items}) *number = next_number(text);
    for (std::string* date : {&totals.first_date, &totals.last_date})
        if (const std::string_view found = next_word(text); found != "-") *date = found;
    for (std::uint64_t& words : totals.words) words = next_number(text);
    return totals;
}

void RunningTotals::add(const FileRecord& file) {
    if (file.state != FileRecord::State::indexed) return;
    ++documents_;
    const std::array<std::uint64_t, kZones> words = words_by_zone(file);
    for (std::size_t i = 0; i < kZones; ++i) words_[i] += words[i];
    for (const MeetingSummary& meeting : file.meetings) {
        incomplete_items_ += meeting.incomplete_items;
        Held& held = meetings_[meeting.id];
        if (held.files++ > 0) continue;
        held.date = meeting.date;
        if (!held.date.empty()) ++dates_[held.date];
    }
}

void RunningTotals::remove(const FileRecord& file) {
    if (file.state != FileRecord::State::indexed) return;
    --documents_;
    const std::array<std::uint64_t, kZones> words = words_by_zone(file);
    for (std::size_t i = 0; i < kZones; ++i) words_[i] -= words[i];
    for (const MeetingSummary& meeting : file.meetings) {
        incomplete_items_ -= meeting.incomplete_items;
        const auto held = meetings_.find(meeting.id);
        if (--held->second.files > 0) continue;
        if (const auto date = dates_.find(held->second.date); date != dates_.end() && --date->second == 0) dates_.erase(date);
        meetings_.erase(held);
    }
}

Totals RunningTotals::now() const {
    Totals totals{documents_, meetings_.size(), meetings_.size(), incomplete_items_, "", "", words_};
    for (const auto& [date, count] : dates_) totals.undated_meetings -= count;
    if (!dates_.empty()) {
        totals.first_date = dates_.begin()->first;
        totals.last_date = dates_.rbegin()->first;
    }
    return totals;
}

}  // namespace minutes
