#include "analyzers/facts/dates.hpp"
#include "analyzers/facts/fact_rules.hpp"
#include "analyzers/facts/head_words.hpp"
#include "analyzers/facts/scan.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace minutes {
namespace {

using namespace scan;

constexpr std::uint32_t kLongLine = 300;  ///< bytes; in a longer line only what stands near a date speaks of it
constexpr std::uint32_t kNear = 120;      ///< bytes

/// Why a date of the head is taken for the meeting's; the greater wins.
enum class Standing { bare, with_weekday, beside_committee, held, labelled };

struct Candidate {
    Date date;
    Standing standing = Standing::bare;
};

/// The part of `line` that speaks of the date at `date`: all of a line, but of a page on one line only what is near.
Span context_of(Span line, Span date) {
    if (line.size() <= kLongLine) return line;
    const std::uint32_t begin = date.begin > line.begin + kNear ? date.begin - kNear : line.begin;
    return {begin, std::min(line.end, date.end + kNear)};
}

std::string without_asides(std::string_view text) {
    std::string kept(text);
    for (const std::string_view aside : head_words(HeadWord::aside)) {
        const std::size_t at = find_word(kept, aside);
        if (at != std::string::npos) kept.erase(at, aside.size());
    }
    return kept;
}

bool is_labelled(std::string_view before) {
    constexpr std::array<std::string_view, 8> kLabels = {"meeting:", "made at meeting:", "decided at meeting:", "date:", "date of meeting:", "meeting date:", "date and time:",
                                                         "date & time:"};
    const std::string folded = fold(one_line(before));
    const std::string_view label = trim(folded);
    return std::any_of(kLabels.begin(), kLabels.end(), [&](std::string_view want) {
        return label == want || (label.starts_with(want) && find_dates(label).empty() && label.size() < want.size() + 4);
    });
}

/// "Minutes of the meeting ... held ... on": what stands between such words and the date, over line ends.
bool follows_held(std::string_view text, Span head, Span date) {
    const std::uint32_t begin = date.begin > head.begin + 2 * kLongLine ? date.begin - 2 * kLongLine : head.begin;
    const std::string before = fold(one_line(slice(text, {begin, date.begin})));
    const std::size_t held = std::max({before.rfind(" held") + 1, before.rfind(" meeting on") + 1, before.rfind(" met on") + 1});
    if (held == 0) return false;
    const std::string_view between = std::string_view(before).substr(held);
    if (between.find(". ") != std::string_view::npos || !find_dates(between).empty()) return false;
    const std::string_view sentence = std::string_view(before).substr(0, held);
    return sentence.find("meeting") != std::string_view::npos || sentence.find("minutes") != std::string_view::npos;
}

Standing standing_of(const MeetingText& meeting, Span line, const Date& date) {
    const std::string_view before = slice(meeting.text, {line.begin, date.at.begin});
    if (is_labelled(before)) return Standing::labelled;
    if (follows_held(meeting.text, {meeting.head.front().begin, line.end}, date.at)) return Standing::held;
    if (has_head_word(HeadWord::body, before)) return Standing::beside_committee;
    return date.weekday >= 0 ? Standing::with_weekday : Standing::bare;
}

std::vector<Candidate> candidates(const MeetingText& meeting) {
    std::vector<Candidate> found;
    for (const Span line : meeting.head)
        for (Date date : find_dates(slice(meeting.text, line))) {
            date.at = {date.at.begin + line.begin, date.at.end + line.begin};
            if (!has_false_date(meeting.text, line, date.at)) found.push_back({date, standing_of(meeting, line, date)});
        }
    return found;
}

/// The same day of the same month with its year, among the candidates.
std::optional<Date> completed_by(const std::vector<Candidate>& all, const Date& date) {
    for (const Candidate& other : all)
        if (other.date.year != 0 && other.date.month == date.month && other.date.day == date.day) return other.date;
    return std::nullopt;
}

/// The day on which the page says it was put up: "9:05 am, Friday, 17th November 2023 - 6 months ago",
/// or says its front matter.
std::optional<Date> published(const MeetingText& meeting) {
    for (const Date& date : find_dates(slice(meeting.text, meeting.put_up)))
        if (date.year != 0) return date;
    for (const Span line : meeting.head) {
        const std::string_view content = slice(meeting.text, line);
        if (!content.ends_with(" ago") && find_word(content, "published") == std::string_view::npos &&
            find_word(content, "posted") == std::string_view::npos) continue;
        for (const Date& date : find_dates(content))
            if (date.year != 0) return date;
    }
    return std::nullopt;
}

/// The day of the meeting whose minutes this one received: the first date after "minutes ... held" that is in a
/// sentence of approval.
std::optional<Date> previous_meeting(const MeetingText& meeting) {
    const std::string_view text = slice(meeting.text, meeting.all);
    for (std::size_t at = find_word(text, "minutes"); at != std::string_view::npos; at = find_word(text, "minutes", at + 1)) {
        const std::string_view sentence = text.substr(at, std::min(text.find('\n', at), at + kLongLine) - at);
        if (find_word(sentence, "held") == std::string_view::npos) continue;
        if (find_word(sentence, "agreed") == std::string_view::npos && find_word(sentence, "record") == std::string_view::npos &&
            find_word(sentence, "approved") == std::string_view::npos && find_word(sentence, "confirmed") == std::string_view::npos) continue;
        for (const Date& date : find_dates(sentence))
            if (date.year != 0) return date;
    }
    return std::nullopt;
}

/// The one year that lines of the head print by itself: "Minutes of the Annual Meeting 2019"; 0 if there is none or more.
int year_of_head(const MeetingText& meeting) {
    int year = 0;
    for (const Span line : meeting.head) {
        const std::string_view content = slice(meeting.text, line);
        if (content.size() > kLongLine || (find_word(content, "minutes") == std::string_view::npos && find_word(content, "meeting") == std::string_view::npos)) continue;
        for (std::size_t at = content.find("20"); at != std::string_view::npos; at = content.find("20", at + 1)) {
            const bool four = is_digit(byte_at(content, at + 2)) && is_digit(byte_at(content, at + 3)) && !is_digit(byte_at(content, at + 4));
            const char before = at == 0 ? ' ' : content[at - 1], after = byte_at(content, at + 4);
            if (!four || (before != ' ' && before != '(') || after == '/' || after == '-') continue;
            const int printed = 2000 + (content[at + 2] - '0') * 10 + (content[at + 3] - '0');
            if (year != 0 && printed != year) return 0;
            year = printed;
        }
    }
    return year;
}

bool weekday_fits(const Date& date) { return date.weekday < 0 || weekday_of(date.year, date.month, date.day) == date.weekday; }

/// The year that publication and previous minutes leave open; none where they contradict each other or the weekday.
std::optional<Date> inferred_year(const MeetingText& meeting, const Date& date) {
    const auto put_up = published(meeting), previous = previous_meeting(meeting);
    const auto before = put_up ? in_year_before(date, *put_up) : std::nullopt;
    const auto after = previous ? in_year_after(date, *previous) : std::nullopt;
    if (before && after && before->year != after->year) return std::nullopt;
    auto both = before ? before : after;
    if (const int year = both ? 0 : year_of_head(meeting); year != 0) {
        both = date;
        both->year = year;
        if (!exists(year, date.month, date.day)) return std::nullopt;
    }
    return both && weekday_fits(*both) ? both : std::nullopt;
}

}  // namespace

bool has_false_date(std::string_view text, Span line, Span date) {
    const Span context = context_of(line, date);
    return has_head_word(HeadWord::not_the_date, without_asides(slice(text, {context.begin, date.begin}))) ||
           has_head_word(HeadWord::not_the_date_after, slice(text, {date.end, context.end}));
}

Fact find_date(const MeetingText& meeting) {
    const std::vector<Candidate> all = candidates(meeting);
    const auto less = [](const Candidate& a, const Candidate& b) { return a.standing < b.standing; };
    const auto best = std::max_element(all.begin(), all.end(), less);
    if (best == all.end()) return {};
    if (best->date.year != 0) return {iso(best->date), Evidence::stated, best->date.at};
    if (const auto other = completed_by(all, best->date)) return {iso(*other), Evidence::stated, other->at};
    const auto inferred = inferred_year(meeting, best->date);
    return inferred ? Fact{iso(*inferred), Evidence::inferred, best->date.at} : Fact{};
}

std::vector<Span> mentions_of(const MeetingText& meeting, const Fact& date) {
    if (date.at.empty()) return {};
    std::vector<Span> mentions{date.at};
    for (const Candidate& other : candidates(meeting)) {
        const std::string day = iso(other.date);
        const bool same = std::string_view(day).substr(4) == std::string_view(date.value).substr(4) &&
                          (other.date.year == 0 || day == date.value);
        if (same && other.date.at != date.at) mentions.push_back(other.date.at);
    }
    return mentions;
}

}  // namespace minutes
