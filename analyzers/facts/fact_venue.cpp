#include "analyzers/facts/councils.hpp"
#include "analyzers/facts/dates.hpp"
#include "analyzers/facts/fact_rules.hpp"
#include "analyzers/facts/head_words.hpp"
#include "analyzers/facts/scan.hpp"
#include "analyzers/facts/times.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace minutes {
namespace {

using namespace scan;

constexpr std::uint32_t kOpeningBytes = 1500;
constexpr std::size_t kLongestVenue = 160;  ///< bytes
constexpr std::array<std::string_view, 6> kLabels = {"venue:", "location:", "place:", "meeting venue:", "place of meeting:", "held at:"};

std::string_view without_marks(std::string_view venue) {
    constexpr std::string_view kMarks = "#*_|,;:-. ";
    while (true) {
        const std::string_view before = venue;
        venue = trim(venue);
        while (!venue.empty() && kMarks.find(venue.front()) != std::string_view::npos) venue.remove_prefix(1);
        while (!venue.empty() && kMarks.find(venue.back()) != std::string_view::npos) venue.remove_suffix(1);
        for (const std::string_view dash : {"\xE2\x80\x93", "\xE2\x80\x94"}) {
            if (venue.starts_with(dash)) venue.remove_prefix(3);
            if (venue.ends_with(dash)) venue.remove_suffix(3);
        }
        if (venue == before) return venue;
    }
}

/// Without "View directions" and web addresses.
std::string_view without_links(std::string_view venue) {
    for (const std::string_view address : {"http://", "https://", "www."}) {
        const std::size_t at = fold(venue).find(address);
        if (at != std::string::npos) venue = venue.substr(0, at);
    }
    for (const std::string_view phrase : head_words(HeadWord::no_venue)) {
        venue = without_marks(venue);
        if (venue.size() > phrase.size() && continues_with(venue, venue.size() - phrase.size(), phrase)) venue.remove_suffix(phrase.size());
    }
    return without_marks(venue);
}

Fact stated(std::string_view text, std::string_view venue) {
    const auto begin = static_cast<std::uint32_t>(venue.data() - text.data());
    return {one_line(venue), Evidence::stated, {begin, begin + static_cast<std::uint32_t>(venue.size())}};
}

/// "Venue: X. View directions", also with X on the next line.
std::optional<Fact> labelled(const MeetingText& meeting) {
    for (std::size_t i = 0; i < meeting.head.size(); ++i) {
        std::string_view content = slice(meeting.text, meeting.head[i]);
        while (!content.empty() && (content.front() == '*' || content.front() == '#' || content.front() == ' ')) content.remove_prefix(1);
        for (const std::string_view label : kLabels) {
            if (!continues_with(content, 0, label)) continue;
            std::string_view venue = without_links(content.substr(label.size()));
            if (venue.empty() && i + 1 < meeting.head.size()) venue = without_links(slice(meeting.text, meeting.head[i + 1]));
            if (!venue.empty() && venue.size() <= kLongestVenue && venue.find(':') == std::string_view::npos) return stated(meeting.text, venue);
        }
    }
    return std::nullopt;
}

bool reads_as_place(std::string_view venue) {
    if (venue.empty() || venue.size() > kLongestVenue || venue.find(':') != std::string_view::npos) return false;
    if (!is_upper(venue.front()) && !is_digit(venue.front())) return false;
    return has_head_word(HeadWord::place, venue);
}

/// Where the place in "held in X on Monday", "met at X at 7pm" ends.
std::size_t end_of_place(std::string_view rest) {
    std::size_t end = std::min(rest.size(), rest.find("\n\n"));
    for (const std::string_view word : {"on", "commencing", "at the hour", "starting", "present", "when", "which", "beginning", "with"})
        end = std::min(end, find_word(rest, word));
    for (std::size_t at = find_word(rest, "at"); at < end; at = find_word(rest, "at", at + 1))
        if (is_digit(byte_at(rest, skip_space(rest, at + 2)))) end = at;
    const std::size_t stop = rest.find(". ");
    end = std::min({end, stop, rest.find('('), rest.find(';')});
    const auto dates = find_dates(rest);
    if (!dates.empty()) end = std::min<std::size_t>(end, dates.front().at.begin);
    const auto times = find_times(rest);
    if (!times.empty()) end = std::min<std::size_t>(end, times.front().at.begin);
    return end;
}

std::string_view without_words(std::string_view place) {
    while (true) {
        const std::string_view before = place;
        for (const std::string_view word : {"the", "in", "at"})
            if (has_word(place, 0, word)) place = trim(place.substr(word.size()));
        for (const std::string_view word : {" at", " from", " on", " the"})
            if (place.size() > word.size() && fold(place.substr(place.size() - word.size())) == word) place.remove_suffix(word.size());
        place = without_marks(place);
        if (place == before) return place;
    }
}

/// The place after "in"/"at" in `rest`, which follows "held", "met" or a date.
std::optional<std::string_view> place_in(std::string_view rest) {
    for (const std::string_view word : {"in", "at", "via", "by", "using", "through", "on"}) {
        for (std::size_t at = find_word(rest, word); at != std::string_view::npos && at < kLongestVenue; at = find_word(rest, word, at + 1)) {
            const bool online = word != "in" && word != "at";
            const std::string_view after = rest.substr(skip_space(rest, at + word.size()));
            const std::string_view place = without_words(without_links(after.substr(0, end_of_place(after))));
            if (!reads_as_place(place)) continue;
            if (!online) return place;
            const auto begin = static_cast<std::size_t>(place.data() - rest.data());
            return word == "via" ? rest.substr(at, begin + place.size() - at) : place;
        }
    }
    return std::nullopt;
}

/// "held in the Council Chamber on Monday", "held on Monday at 7pm at the Village Hall", "The panel met at Pine House."
std::optional<Fact> in_sentence(const MeetingText& meeting) {
    for (const Span line : meeting.head) {
        const std::uint32_t head_end = meeting.head.back().end;
        const std::string_view content = slice(meeting.text, {line.begin, std::min(head_end, line.end + 250)});
        for (const std::string_view verb : {"held", "met", "meeting at", "meeting in"}) {
            const std::size_t at = find_word(content, verb);
            if (at == std::string_view::npos || line.begin + at >= line.end) continue;
            const std::size_t from = verb.starts_with("meeting") ? at + 8 : at + verb.size();
            const std::string_view sentence = content.substr(from, std::min<std::size_t>(300, content.find(". ", from)) - from);
            if (const auto place = place_in(sentence)) return stated(meeting.text, *place);
        }
    }
    return std::nullopt;
}

/// "The panel met at Mill House, Eastmoor." soon after the head, among the names of those present.
std::optional<Fact> where_it_met(const MeetingText& meeting) {
    const Span first{meeting.all.begin, std::min(meeting.all.end, meeting.all.begin + kOpeningBytes)};
    const std::string_view text = slice(meeting.text, first);
    for (const std::string_view subject : {"panel met", "committee met", "board met", "council met", "meeting was held", "cabinet met"}) {
        const std::size_t at = find_word(text, subject);
        if (at == std::string_view::npos) continue;
        const std::size_t end = std::min({text.size(), text.find('\n', at), at + 200});
        if (const auto place = place_in(text.substr(at + subject.size(), end - at - subject.size()))) return stated(meeting.text, *place);
    }
    return std::nullopt;
}

/// The rest of a heading that holds the date, without the time: "X Friday, 27 January 2017, County Hall, Worcester - 2.00 pm".
std::optional<Fact> after_date(const MeetingText& meeting, Span line, Span date) {
    const std::string_view rest = slice(meeting.text, {date.end, line.end});
    std::size_t begin = 0;
    std::vector<std::string_view> pieces;
    for (const Time& time : find_times(rest)) {
        pieces.push_back(rest.substr(begin, time.at.begin - begin));
        begin = time.at.end;
    }
    pieces.push_back(rest.substr(begin));
    for (const std::string_view piece : pieces) {
        const std::string_view place = without_words(without_links(piece));
        if (place.size() <= 100 && reads_as_place(place)) return stated(meeting.text, place);
    }
    return std::nullopt;
}

/// The place that a line of the head holds and nothing else.
std::optional<Fact> whole_line(const MeetingText& meeting, Span line) {
    const std::string_view content = slice(meeting.text, line);
    if (content.size() > 100 || content.ends_with('.') || !find_dates(content).empty() || !find_times(content).empty()) return std::nullopt;
    const std::string_view place = without_words(without_links(content));
    for (const std::string_view word : {"minutes", "agenda", "meeting", "committee", "contact", "published"})
        if (find_word(place, word) != std::string_view::npos) return std::nullopt;
    return reads_as_place(place) && find_printed_councils(place).empty() ? std::optional(stated(meeting.text, place)) : std::nullopt;
}

/// A line of its own near the date: "Garden Room, Town Hall, Eastmoor".
std::optional<Fact> near_date(const MeetingText& meeting, std::size_t date_line) {
    const std::size_t last = std::min(date_line + 4, meeting.head.size());
    for (std::size_t i = date_line + 1; i < last; ++i)
        if (auto fact = whole_line(meeting, meeting.head[i])) return fact;
    return date_line > 0 ? whole_line(meeting, meeting.head[date_line - 1]) : std::nullopt;
}

}  // namespace

Fact find_venue(const MeetingText& meeting, const Fact& date) {
    if (const auto fact = labelled(meeting)) return *fact;
    if (const auto fact = in_sentence(meeting)) return *fact;
    for (const Span mention : mentions_of(meeting, date))
        for (std::size_t i = 0; i < meeting.head.size(); ++i) {
            if (!meeting.head[i].contains(mention)) continue;
            if (const auto fact = after_date(meeting, meeting.head[i], mention)) return *fact;
            if (const auto fact = near_date(meeting, i)) return *fact;
        }
    return where_it_met(meeting).value_or(Fact{});
}

}  // namespace minutes
