#include "analyzers/facts/fact_rules.hpp"
#include "analyzers/facts/scan.hpp"
#include "analyzers/facts/times.hpp"
#include "analyzers/facts/word_finder.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace minutes {
namespace {

using namespace scan;

constexpr std::size_t kNear = 60;  ///< bytes between the words that close a meeting and the time

constexpr std::size_t kLongSentence = 300;  ///< bytes
constexpr int kSmallHours = 4;  ///< meetings that pass midnight end before this hour
constexpr std::uint32_t kOpeningBytes = 2500;

constexpr std::array<std::string_view, 12> kClosing = {"closed",  "to a close", "to an end", "ended",    "concluded", "finished",  "terminated",
                                                       "closes",  "finishing", "ending",   "completed", "rose"};
constexpr std::array<std::string_view, 9> kOpening = {"commenced", "started", "began", "opened", "commencing", "starting", "convened", "beginning", "to order"};
constexpr std::array<std::string_view, 5> kGathering = {"meeting", "proceedings", "session", "business", "committee"};

Span shifted(Span span, std::uint32_t by) { return {span.begin + by, span.end + by}; }

/// Past the end of the sentence or line that holds `at`, or of what is near in an endless one.
std::size_t sentence_end(std::string_view text, std::size_t at) {
    const std::size_t limit = std::min(text.size(), at + kLongSentence);
    for (; at < limit && text[at] != '\n'; ++at)
        if (text[at] == '.' && byte_at(text, at + 1) == ' ' && is_upper(byte_at(text, at + 2))) return at;
    return at;
}

std::size_t sentence_begin(std::string_view text, std::size_t at) {
    const std::size_t limit = at > kLongSentence ? at - kLongSentence : 0;
    while (at > limit && text[at - 1] != '\n') {
        if (text[at - 1] == ' ' && at >= 2 && text[at - 2] == '.' && is_upper(text[at])) return at;
        --at;
    }
    return at;
}

/// Whether the sentence before a closing or opening verb speaks of this meeting.
bool speaks_of_meeting(std::string_view sentence) {
    for (const std::string_view other : {"previous meeting", "last meeting", "next meeting", "left the meeting", "joined the meeting",
                                         "to the public", "to members of the public", "to questions"})
        if (find_word(sentence, other) != std::string_view::npos) return false;
    return std::any_of(kGathering.begin(), kGathering.end(),
                       [&](std::string_view word) { return find_word(sentence, word) != std::string_view::npos; });
}

/// The first time within kNear bytes after `from`, before `end`.
std::optional<Time> time_after(std::string_view text, std::size_t from, std::size_t end) {
    const std::string_view rest = text.substr(from, std::min(end, from + kNear) - from);
    const auto times = find_times(rest);
    if (times.empty()) return std::nullopt;
    Time time = times.front();
    time.at = shifted(time.at, static_cast<std::uint32_t>(from));
    return time;
}

/// Labels that need no sentence around them: "Meeting closed: 9.15pm" has its verb, "Finish: 20:00" stands at a line's start.
bool starts_line(std::string_view text, std::size_t at) {
    return at == 0 || text[at - 1] == '\n' || text[at - 1] == '(' || text[at - 1] == '[';
}

/// The times that follow one of `verbs` in a sentence about the meeting, in order.
template <std::size_t n>
std::vector<Time> times_of(std::string_view text, const std::array<std::string_view, n>& verbs) {
    std::vector<Time> found;
    for (const auto [at, verb] : WordFinder({verbs.begin(), verbs.end()}).all_in(text)) {
        if (at > 0 && text[at - 1] == '-') continue;  // "re-opened"
        const std::size_t end = sentence_end(text, at);
        const std::string_view sentence = text.substr(sentence_begin(text, at), end - sentence_begin(text, at));
        if (!speaks_of_meeting(sentence) && !starts_line(text, at)) continue;
        if (const auto time = time_after(text, at + verbs[verb].size(), end)) found.push_back(*time);
    }
    std::sort(found.begin(), found.end(), [](const Time& a, const Time& b) { return a.at < b.at; });
    return found;
}

Fact fact_of(const Time& time, std::uint32_t offset) { return {clock(time), Evidence::stated, shifted(time.at, offset)}; }

/// A bare "10.00" at the start is the morning's; "7.30" and "8.00" might be the evening's.
bool is_certain(const Time& time) { return time.sure || (time.hour >= 9 && time.hour <= 12); }

Span line_of(const MeetingText& meeting, Span at) {
    for (const Span line : meeting.head)
        if (line.contains(at)) return line;
    return at;
}

/// The bytes of the head in which the start stands: the line of the date and the two lines after it.
Span around(const MeetingText& meeting, Span date) {
    for (std::size_t i = 0; i < meeting.head.size(); ++i) {
        if (!meeting.head[i].contains(date)) continue;
        const std::size_t last = std::min(i + 2, meeting.head.size() - 1);
        const std::uint32_t begin = std::max(meeting.head[i].begin, date.begin > 150 ? date.begin - 150 : 0u);
        return {begin, std::min(meeting.head[last].end, date.end + 200)};
    }
    return {};
}

/// Start, and the end too where a period is printed ("10:00 to 11:30").
Hours beside_date(const MeetingText& meeting, Span date) {
    const Span region = around(meeting, date);
    const std::string_view text = slice(meeting.text, region);
    const auto times = find_times(text);
    Hours hours;
    for (std::size_t i = 0; i < times.size(); ++i) {
        const Span at = shifted(times[i].at, region.begin);
        if (!is_certain(times[i]) || has_false_date(meeting.text, line_of(meeting, at), at)) continue;
        hours.start = fact_of(times[i], region.begin);
        if (i + 1 < times.size() && is_period(text, times[i], times[i + 1])) hours.end = fact_of(times[i + 1], region.begin);
        break;
    }
    return hours;
}

/// "Time: 19:15" on a line of the head.
Fact labelled(const MeetingText& meeting) {
    for (const Span line : meeting.head) {
        const std::string_view content = slice(meeting.text, line);
        if (!continues_with(content, 0, "time:") && !continues_with(content, 0, "start time:") && !continues_with(content, 0, "time of meeting:")) continue;
        for (const Time& time : find_times(content))
            if (is_certain(time)) return fact_of(time, line.begin);
    }
    return {};
}

/// "Mill Hall at 7.30pm" in a head without a date of its own: the only hour that its first lines print.
Fact alone_in_head(const MeetingText& meeting) {
    constexpr std::size_t kFirstLines = 6;
    Fact found;
    for (std::size_t i = 0; i < std::min(meeting.head.size(), kFirstLines); ++i) {
        const Span line = meeting.head[i];
        const std::string_view content = slice(meeting.text, line);
        if (content.size() > kLongSentence) return {};
        for (const Time& time : find_times(content)) {
            if (!found.value.empty()) return {};
            const std::string_view before = trim(content.substr(0, time.at.begin));
            const bool told = before.empty() || before.ends_with('@') || (fold(before).ends_with("at") && find_word(content, "at") != std::string_view::npos);
            if (!told || !time.sure || has_false_date(meeting.text, line, shifted(time.at, line.begin))) return {};
            found = fact_of(time, line.begin);
        }
    }
    return found;
}

/// "The meeting commenced at 7.30pm", in the first lines: later on, sessions and works begin.
Fact opening(const MeetingText& meeting) {
    const Span first{meeting.all.begin, std::min(meeting.all.end, meeting.all.begin + kOpeningBytes)};
    for (const Time& time : times_of(slice(meeting.text, first), kOpening))
        if (is_certain(time)) return fact_of(time, meeting.all.begin);
    return {};
}

int minutes_of(std::string_view hhmm) {
    return ((hhmm[0] - '0') * 10 + (hhmm[1] - '0')) * 60 + (hhmm[3] - '0') * 10 + (hhmm[4] - '0');
}

/// The last close, if it is later than the start. A bare "9.15" is the first 9.15 after the start, and is inferred; without a start nobody knows.
Fact closing(const MeetingText& meeting, const Fact& start) {
    const auto times = times_of(slice(meeting.text, meeting.all), kClosing);
    if (times.empty()) return {};
    Time time = times.back();
    const auto is_later = [&] { return minutes_of(start.value) < time.hour * 60 + time.minute; };
    if (time.sure) return start.value.empty() || is_later() || time.hour < kSmallHours ? fact_of(time, meeting.all.begin) : Fact{};
    if (start.value.empty()) return {};
    if (!is_later() && time.hour < 12) time.hour += 12;
    if (!is_later()) return {};
    Fact fact = fact_of(time, meeting.all.begin);
    fact.evidence = Evidence::inferred;
    return fact;
}

}  // namespace

Hours find_hours(const MeetingText& meeting, const Fact& date) {
    Hours hours;
    for (const Span mention : mentions_of(meeting, date))
        if (hours.start.value.empty()) hours = beside_date(meeting, mention);
    if (hours.start.value.empty()) hours.start = labelled(meeting);
    if (hours.start.value.empty()) hours.start = opening(meeting);
    if (hours.start.value.empty() && date.value.empty()) hours.start = alone_in_head(meeting);
    const Fact end = closing(meeting, hours.start);
    if (!end.value.empty()) hours.end = end;
    return hours;
}

}  // namespace minutes
