#include "analyzers/facts/facts.hpp"

#include "analyzers/facts/dates.hpp"
#include "analyzers/facts/fact_rules.hpp"
#include "analyzers/facts/scan.hpp"

#include <algorithm>

namespace minutes {
namespace {

using namespace scan;

constexpr std::size_t kMostHeadLines = 40;
constexpr std::size_t kMostRunInLines = 4, kMostRunInBytes = 400;
constexpr std::uint32_t kMostHeadBytes = 4000;  ///< a head longer than this is a page without line ends

Span trimmed(std::string_view text, Span line) {
    const std::string_view content = trim(slice(text, line));
    const auto begin = static_cast<std::uint32_t>(content.data() - text.data());
    return {begin, begin + static_cast<std::uint32_t>(content.size())};
}

std::uint32_t first_byte(const Item& item, std::uint32_t none) {
    std::uint32_t first = none;
    for (const Span heading : item.heading) first = std::min(first, heading.begin);
    for (const Passage& passage : item.passages)
        if (!passage.parts.empty()) first = std::min(first, passage.parts.front().begin);
    return first;
}

std::uint32_t last_byte(const Item& item) {
    std::uint32_t last = 0;
    for (const Span heading : item.heading) last = std::max(last, heading.end);
    for (const Passage& passage : item.passages)
        for (const Span part : passage.parts) last = std::max(last, part.end);
    return last;
}

/// The lines between two "---" at the very start of a page of a site generator: they tell when and under what title it
/// was put up, in words that look like those of the minutes.
Span front_matter(const Document& doc) {
    if (doc.lines.empty() || slice(doc.text, doc.lines.front()) != "---") return {};
    for (std::size_t i = 1; i < doc.lines.size() && i <= kMostHeadLines; ++i)
        if (slice(doc.text, doc.lines[i]) == "---") return {0, doc.lines[i].end};
    return {};
}

/// The title in front matter: of all its lines the one that may speak of the meeting.
Span title_of(const Document& doc, Span front) {
    for (Span line : doc.lines) {
        if (!front.contains(line) || !slice(doc.text, line).starts_with("title:")) continue;
        line = trimmed(doc.text, {line.begin + 6, line.end});
        const std::string_view title = slice(doc.text, line);
        const bool quoted = title.size() >= 2 && title.front() == title.back() && (title.front() == '"' || title.front() == '\'');
        if (quoted) line = {line.begin + 1, line.end - 1};
        return line;
    }
    return {};
}

/// Lines of the head, cut so that a page without line ends does not become one.
void add_line(MeetingText& meeting, Span line, std::uint32_t limit) {
    line.end = std::min(line.end, std::max(line.begin, limit));
    while (line.end > line.begin && (static_cast<unsigned char>(byte_at(meeting.text, line.end)) & 0xC0) == 0x80) --line.end;
    const Span content = trimmed(meeting.text, line);
    if (!content.empty() && meeting.head.size() < kMostHeadLines) meeting.head.push_back(content);
}

/// Where the attendance list begins in a line that also holds the heading; the line's end if it does not.
std::uint32_t attendance_in(std::string_view text, Span line) {
    std::size_t at = line.size();
    for (const std::string_view word : {"present", "attendance", "in attendance", "those attending", "apologies"})
        at = std::min(at, find_word(slice(text, line), word));
    return line.begin + static_cast<std::uint32_t>(at);
}

bool has_own_date(std::string_view text, Span line) {
    const auto dates = find_dates(slice(text, line));
    return std::any_of(dates.begin(), dates.end(), [&](const Date& date) {
        return !has_false_date(text, line, {date.at.begin + line.begin, date.at.end + line.begin});
    });
}

/// Neither a time nor a place nor nothing behind its last date, and a full stop: the line tells what somebody did.
bool goes_on_behind_date(std::string_view line) {
    const auto dates = find_dates(line);
    const std::string_view behind = dates.empty() ? line : line.substr(dates.back().at.end);
    const std::string_view tail = trim(behind);
    const bool placed = has_word(tail, 0, "at") || has_word(tail, 0, "in") || has_word(tail, 0, "from") || tail.starts_with(',') || tail.starts_with('(');
    return trim(line).ends_with('.') && !placed && std::count(tail.begin(), tail.end(), ' ') > 1;
}

/// Where the first titled item begins: a date in its words is another meeting's.
std::uint32_t first_title(const Meeting& meeting, std::uint32_t none) {
    std::uint32_t first = none;
    for (const Item& item : meeting.items)
        if (!item.title.empty()) first = std::min(first, first_byte(item, none));
    return first;
}

/// "7 August 2023 - 7pm": a line with nothing but the day, and the hour at most.
bool is_day_line(std::string_view content) {
    constexpr std::size_t kLongest = 60;
    const auto dates = find_dates(content.substr(0, kLongest + 1));
    return content.size() <= kLongest && dates.size() == 1 && dates.front().at.begin == 0 && dates.front().year != 0 && content.size() <= dates.front().at.end + 15;
}

/// "MINUTES OF THE MEETING HELD AT X ON Y PRESENT: A, B" is one line, and the layout takes it for the attendance list. So it
/// takes the day below "Clerk: Kay Combe".
void add_run_in_heading(MeetingText& meeting, const Document& doc, std::uint32_t after, std::uint32_t before) {
    std::size_t seen = 0;
    const bool undated = std::none_of(meeting.head.begin(), meeting.head.end(), [&](Span line) { return !find_dates(slice(doc.text, line)).empty(); });
    for (const Span line : doc.lines) {
        if (line.begin >= before) return;
        if (line.begin < after || trimmed(doc.text, line).empty()) continue;
        if (++seen > kMostRunInLines) return;
        const Span heading{line.begin, attendance_in(doc.text, line)};
        const std::string_view content = slice(doc.text, heading);
        const std::string_view start = content.substr(0, 120);
        const bool names_meeting = find_word(start, "minutes") != std::string_view::npos || find_word(start, "meeting") != std::string_view::npos ||
                                   has_word(start, 0, "held");
        const bool day = undated && !meeting.head.empty() && is_day_line(slice(doc.text, trimmed(doc.text, line)));
        const bool sentence = heading.end == line.end && goes_on_behind_date(content) && find_word(start, "minutes") == std::string_view::npos;   // "At the meeting held on 3 May members agreed ..."
        const bool run_in = names_meeting && !sentence && content.size() < kMostRunInBytes;
        if ((day || run_in) && has_own_date(doc.text, heading)) add_line(meeting, heading, heading.end);
    }
}

/// A given value fills what the text leaves empty.
Fact or_given(Fact fact, const std::string& given) {
    return fact.value.empty() && !given.empty() ? Fact{given, Evidence::given, {}} : fact;
}

}  // namespace

MeetingText meeting_text(const Document& doc, const Meeting& meeting) {
    const auto size = static_cast<std::uint32_t>(doc.text.size());
    std::uint32_t first_item = size, last = 0;
    for (const Item& item : meeting.items) {
        first_item = std::min(first_item, first_byte(item, size));
        last = std::max(last, last_byte(item));
    }
    MeetingText read{doc.text, {}, {0, size}, {}, {}, {}};
    const std::uint32_t begin = meeting.head.empty() ? 0 : meeting.head.front().begin;
    const Span front = front_matter(doc);
    for (const Span line : doc.lines)
        if (front.contains(line) && slice(doc.text, line).starts_with("date:")) read.put_up = line;
    const std::uint32_t limit = std::max(begin, front.end) + kMostHeadBytes;
    const bool known = !meeting.head.empty();
    for (const Span line : known ? meeting.head : doc.lines)
        if (!front.contains(line) && (known || line.begin < first_item))
            add_line(read, {line.begin, known ? line.end : std::min(line.end, first_item)}, limit);
    add_run_in_heading(read, doc, std::max(read.head.empty() ? begin : read.head.back().end, front.end), first_title(meeting, size));
    const std::uint32_t title = first_title(meeting, size);
    read.opening = {std::min(begin, title), std::min(title, begin + (title < size ? 2 * kMostHeadBytes : kMostHeadBytes / 2))};
    read.title = title_of(doc, front);
    const auto dated = [&](Span line) { return has_own_date(doc.text, line); };
    if (dated(read.title) && std::none_of(read.head.begin(), read.head.end(), dated)) read.head.insert(read.head.begin(), read.title);
    read.all = {std::min(begin, first_item), std::max(last, begin)};
    if (meeting.items.empty()) read.all = {begin, size};
    return read;
}

Meeting with_facts(const Document& doc, Meeting meeting, const Given& given) { return with_facts(doc, std::move(meeting), given, CouncilsOfText(doc.text)); }

Meeting with_facts(const Document& doc, Meeting meeting, const Given& given, const CouncilsOfText& councils) {
    const MeetingText text = meeting_text(doc, meeting);
    meeting.date = find_date(text);
    const Hours hours = find_hours(text, meeting.date);
    meeting.start = hours.start;
    meeting.end = hours.end;
    meeting.venue = find_venue(text, meeting.date);
    meeting.committee = or_given(find_committee(text), given.committee);
    meeting.council = or_given(find_council(text, meeting.venue, councils), given.council);
    meeting.chair = find_chair(text);
    return meeting;
}

}  // namespace minutes
