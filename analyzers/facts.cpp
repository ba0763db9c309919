#include "analyzers/facts.hpp"

#include "analyzers/fact_rules.hpp"
#include "analyzers/scan.hpp"

#include <algorithm>

namespace minutes {
namespace {

using namespace scan;

constexpr std::size_t kMostHeadLines = 40;
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

/// Lines of the head, cut so that a page without line ends does not become one.
void add_line(MeetingText& meeting, Span line, std::uint32_t limit) {
    line.end = std::min(line.end, std::max(line.begin, limit));
    while (line.end > line.begin && (static_cast<unsigned char>(byte_at(meeting.text, line.end)) & 0xC0) == 0x80) --line.end;
    const Span content = trimmed(meeting.text, line);
    if (!content.empty() && meeting.head.size() < kMostHeadLines) meeting.head.push_back(content);
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
    MeetingText read{doc.text, {}, {0, size}, true};
    const std::uint32_t begin = meeting.head.empty() ? 0 : meeting.head.front().begin;
    if (meeting.head.empty()) {
        for (const Span line : doc.lines)
            if (line.begin < first_item) add_line(read, {line.begin, std::min(line.end, first_item)}, kMostHeadBytes);
    } else {
        for (const Span line : meeting.head) add_line(read, line, begin + kMostHeadBytes);
    }
    read.all = {std::min(begin, first_item), std::max(last, begin)};
    if (meeting.items.empty()) read.all = {begin, size};
    return read;
}

Meeting with_facts(const Document& doc, Meeting meeting, const Given& given) {
    const MeetingText text = meeting_text(doc, meeting);
    meeting.date = find_date(text);
    const Hours hours = find_hours(text, meeting.date);
    meeting.start = hours.start;
    meeting.end = hours.end;
    meeting.venue = find_venue(text, meeting.date);
    meeting.committee = or_given(find_committee(text, meeting.date), given.committee);
    meeting.council = or_given(find_council(text, meeting.venue), given.council);
    meeting.chair = find_chair(text);
    return meeting;
}

}  // namespace minutes
