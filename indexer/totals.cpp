#include "indexer/totals.hpp"

#include "corpus/problem.hpp"

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

}  // namespace

std::string encode_totals(const Totals& t) {
    return std::to_string(t.documents) + " " + std::to_string(t.meetings) + " " + std::to_string(t.undated_meetings) + " " +
           std::to_string(t.incomplete_items) + " " + word(t.first_date) + " " + word(t.last_date);
}

Totals decode_totals(std::string_view text) {
    Totals totals;
    if (text.empty()) return totals;
    for (std::uint64_t* number : {&totals.documents, &totals.meetings, &totals.undated_meetings, &totals.incomplete_items}) {
        const std::string_view digits = next_word(text);
        const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), *number);
        if (failed != std::errc{} || end != digits.data() + digits.size())
            throw Error("the totals of the index are damaged; rebuild it with: minutes index --fresh PATH...");
    }
    for (std::string* date : {&totals.first_date, &totals.last_date})
        if (const std::string_view found = next_word(text); found != "-") *date = found;
    return totals;
}

void RunningTotals::add(const FileRecord& file) {
    if (file.state != FileRecord::State::indexed) return;
    ++documents_;
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
    for (const MeetingSummary& meeting : file.meetings) {
        incomplete_items_ -= meeting.incomplete_items;
        const auto held = meetings_.find(meeting.id);
        if (--held->second.files > 0) continue;
        if (const auto date = dates_.find(held->second.date); date != dates_.end() && --date->second == 0) dates_.erase(date);
        meetings_.erase(held);
    }
}

Totals RunningTotals::now() const {
    Totals totals{documents_, meetings_.size(), meetings_.size(), incomplete_items_, "", ""};
    for (const auto& [date, count] : dates_) totals.undated_meetings -= count;
    if (!dates_.empty()) {
        totals.first_date = dates_.begin()->first;
        totals.last_date = dates_.rbegin()->first;
    }
    return totals;
}

}  // namespace minutes
