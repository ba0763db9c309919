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

constexpr std::size_t kLongestName = 130;  ///< bytes

Span span_of(std::string_view text, std::string_view part) {
    const auto begin = static_cast<std::uint32_t>(part.data() - text.data());
    return {begin, begin + static_cast<std::uint32_t>(part.size())};
}

Span shifted(Span span, std::uint32_t by) { return {span.begin + by, span.end + by}; }

/// Marks of markup and lists around a name.
std::string_view without_marks(std::string_view name) {
    constexpr std::string_view kMarks = "#*_|>,;:-";
    while (true) {
        const std::string_view before = name;
        name = trim(name);
        while (!name.empty() && kMarks.find(name.front()) != std::string_view::npos) name.remove_prefix(1);
        while (!name.empty() && (kMarks.find(name.back()) != std::string_view::npos || name.back() == '.')) name.remove_suffix(1);
        for (const std::string_view mark : {"\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\xA2", "\xC2\xB7"}) {  // dashes, bullets
            if (name.starts_with(mark)) name.remove_prefix(mark.size());
            if (name.ends_with(mark)) name.remove_suffix(mark.size());
        }
        if (name == before) return name;
    }
}

/// Bytes of `text` that `phrase` covers at its start, blanks of either standing for any space; 0 if it does not.
std::size_t leading(std::string_view text, std::string_view phrase) {
    const bool whole = is_letter(phrase.back());
    if (find_word(text.substr(0, phrase.size() + 8), phrase) == 0 && whole) {
        std::size_t at = 0;
        for (const char c : phrase) at = c == ' ' ? skip_space(text, at) : at + 1;
        return at;
    }
    return !whole && continues_with(text, 0, phrase) ? phrase.size() : 0;
}

std::string_view without_lead(std::string_view name) {
    for (bool again = true; again;) {
        again = false;
        name = without_marks(name);
        for (const std::string_view phrase : head_words(HeadWord::lead)) {
            const std::size_t length = leading(name, phrase);
            if (length == 0 || length == name.size()) continue;
            name.remove_prefix(length);
            again = true;
            break;
        }
    }
    return name;
}

/// "(2005-2015)" behind a name: the years in which the body sat.
std::string_view without_years(std::string_view name) {
    if (name.size() < 12 || !name.ends_with(')')) return name;
    const std::size_t open = name.rfind('(');
    if (open == std::string_view::npos || open == 0) return name;
    const std::string_view inside = name.substr(open + 1, name.size() - open - 2);
    const auto digits = std::count_if(inside.begin(), inside.end(), [](char c) { return is_digit(c); });
    const bool years = digits == 8 && inside.size() <= 13 && std::none_of(inside.begin(), inside.end(), [](char c) { return is_letter(c); });
    return years ? trim(name.substr(0, open)) : name;
}

std::string_view without_tail(std::string_view name) {
    for (bool again = true; again;) {
        again = false;
        name = without_years(without_marks(name));
        for (const std::string_view phrase : head_words(HeadWord::tail)) {
            if (name.size() <= phrase.size() || !continues_with(name, name.size() - phrase.size(), phrase)) continue;
            const std::size_t at = name.size() - phrase.size();
            if (is_letter(phrase.front()) && (is_letter(name[at - 1]) || is_digit(name[at - 1]))) continue;
            name = name.substr(0, at);
            again = true;
            break;
        }
    }
    return name;
}

/// Without the council before it ("Eastmoor City Council Minutes Audit Committee"); empty where nothing else is left.
std::string_view without_council(std::string_view name) {
    const auto councils = find_printed_councils(name);
    if (councils.empty() || councils.front().at.begin != 0) return name;
    std::string_view rest = name.substr(councils.front().at.end);
    for (const std::string_view possessive : {"'s", "\xE2\x80\x99s", "\xE2\x80\x99", "'"})
        if (rest.starts_with(possessive)) rest.remove_prefix(possessive.size());
    return without_lead(rest);
}

std::string_view last_words(std::string_view name, std::string_view phrase) {
    return name.size() >= phrase.size() ? name.substr(name.size() - phrase.size()) : std::string_view();
}

/// Whether a name ends as bodies' names end, or holds such a word before brackets or a subtitle ("Committee (North)").
bool names_a_body(std::string_view name) { return has_head_word(HeadWord::body, name); }

bool ends_with_body(std::string_view name) {
    const auto ends = [&](std::string_view word) {
        const std::string_view tail = last_words(name, word);
        return fold(tail) == word && (tail.size() == name.size() || !is_letter(name[name.size() - tail.size() - 1]));
    };
    const auto& words = head_words(HeadWord::body);
    return std::any_of(words.begin(), words.end(), ends);
}

bool has_sentence(std::string_view name) {
    for (const std::string_view word : {"was", "were", "is", "are", "has", "have", "will", "shall", "be", "present", "apologies", "councillor",
                                        "councillors", "cllr", "mr", "mrs", "ms", "contact", "venue", "chairman", "chair", "email", "item", "held"})
        if (find_word(name, word) != std::string_view::npos) return true;
    return name.find(". ") != std::string_view::npos || name.find("://") != std::string_view::npos || name.find(':') != std::string_view::npos ||
           name.find('@') != std::string_view::npos || name.find('>') != std::string_view::npos || name.find('|') != std::string_view::npos;
}

/// "March meeting of Drayford Parish Council" is the council itself; "Council" and "Parish Council" alone are bodies,
/// and so is "Drayford Community Council Forum".
bool names_a_council(std::string_view name) {
    if (ends_with_body(name) && !fold(name).ends_with("council")) return false;
    for (const std::string_view kind : head_words(HeadWord::kind)) {
        const std::size_t at = find_word(name, std::string(kind) + " council");
        if (at != std::string_view::npos && at > 0) return true;
    }
    const auto councils = find_printed_councils(name);
    return !councils.empty() && councils.back().at.end == name.size();
}

/// "Parks Panel, Eastmoor District Council" is the panel.
std::string_view without_council_behind(std::string_view name) {
    const std::size_t comma = name.rfind(", ");
    if (comma == std::string_view::npos || !ends_with_body(name.substr(0, comma)) || !names_a_council(name.substr(comma + 2))) return name;
    return name.substr(0, comma);
}

/// The name of a body in a stretch of the head that should hold nothing else; nullopt if it does not read as one.
std::optional<std::string_view> body_name(std::string_view stretch, bool needs_body_word) {
    if (fold(trim(stretch)).ends_with(" meetings") && is_head_word(HeadWord::no_body, fold(trim(stretch)))) return std::nullopt;   // a page's "Council meetings"
    std::string_view name = without_tail(without_lead(stretch));
    if (const auto rest = without_tail(without_council(name)); !is_head_word(HeadWord::no_body, fold(rest))) name = rest;
    name = without_council_behind(name);
    if (name.empty() || name.size() > kLongestName || is_digit(name.front()) || has_sentence(name) || names_a_council(name)) return std::nullopt;
    if (!is_upper(name.front()) && static_cast<unsigned char>(name.front()) < 0x80) return std::nullopt;
    if (find_word(name, "room") != std::string_view::npos || find_word(name, "rooms") != std::string_view::npos) return std::nullopt;
    if (is_head_word(HeadWord::no_body, fold(name)) || (needs_body_word && !names_a_body(name))) return std::nullopt;
    return name;
}

std::optional<Fact> stated(std::string_view text, std::optional<std::string_view> name) {
    if (!name) return std::nullopt;
    return Fact{without_capitals(one_line(*name)), Evidence::stated, span_of(text, *name)};
}

/// "Meeting: 21/10/2021 - Health Board (Item 63)", "Made at meeting: 10/12/2019 - Cabinet", "Decision Maker: Cabinet".
std::optional<Fact> of_issue_line(std::string_view text, Span line) {
    const std::string_view content = slice(text, line);
    constexpr std::string_view kMaker = "decision maker:";
    if (continues_with(content, 0, kMaker)) return stated(text, body_name(content.substr(kMaker.size()), true));
    constexpr std::array<std::string_view, 3> kMeetings = {"meeting:", "made at meeting:", "decided at meeting:"};
    if (std::none_of(kMeetings.begin(), kMeetings.end(), [&](std::string_view label) { return continues_with(content, 0, label); })) return std::nullopt;
    const auto dates = find_dates(content);
    if (dates.empty()) return std::nullopt;
    std::string_view rest = content.substr(dates.front().at.end);
    rest = rest.substr(0, std::min(rest.size(), fold(rest).rfind("(item")));
    return stated(text, body_name(rest, false));
}

/// What ends the name of a body in "Minutes of the meeting of the X held in Y on Z".
std::size_t end_of_subject(std::string_view sentence) {
    std::size_t end = sentence.size();
    for (const std::string_view word : {"held", "will be", "is to be", "which", "that was", "commencing", "took place", "via", "on"}) end = std::min(end, find_word(sentence, word));
    for (const std::string_view word : {"at", "in"}) {  // "at 7pm", "in the Hall"; yet "Children in Care Panel"
        const std::size_t at = find_word(sentence, word);
        if (at != std::string_view::npos && ends_with_body(trim(sentence.substr(0, at)))) end = std::min(end, at);
    }
    for (std::size_t at = sentence.find('\n'); at < end; at = sentence.find('\n', at + 1))  // a name may be wrapped
        if (ends_with_body(trim(sentence.substr(0, at)))) end = at;
    const auto dates = find_dates(sentence);
    if (!dates.empty()) end = std::min<std::size_t>(end, dates.front().at.begin);
    return end;
}

/// "Minutes of a meeting of the X held ...", "MEETING OF X", "Minutes for X 21st September", anywhere in `region`.
std::optional<Fact> of_sentence(std::string_view text, Span region) {
    const std::string_view all = slice(text, region);
    for (const std::string_view opening : {"meeting of", "minutes for", "minutes of", "proceedings of", "notes of"})
        for (std::size_t at = find_word(all, opening); at != std::string_view::npos; at = find_word(all, opening, at + 1)) {
            const std::size_t line_end = std::min(all.find("\n\n", at), all.size());
            const std::string_view sentence = all.substr(at, std::min(line_end - at, 2 * kLongestName));
            std::string_view subject = sentence.substr(0, end_of_subject(sentence));
            const std::size_t inner = find_word(subject, "meeting of");
            if (inner != std::string_view::npos && inner > 0) subject = subject.substr(inner);
            if (const auto name = body_name(subject, true); name && find_word(*name, "meeting") == std::string_view::npos) return stated(text, name);
        }
    return std::nullopt;
}

enum class Heading { by_system, any };

/// "X - Thursday 16 January 2020 10.00 am": so meeting systems print it, and X then needs no body word.
std::optional<Fact> of_heading(std::string_view text, Span line, Heading kind) {
    const std::string_view content = slice(text, line);
    const auto dates = find_dates(content);
    if (dates.empty() || dates.front().at.begin == 0 || has_false_date(text, line, shifted(dates.front().at, line.begin))) return std::nullopt;
    const bool by_system = dates.front().weekday >= 0 && !find_times(content.substr(dates.front().at.end)).empty() &&
                           trim(content.substr(0, dates.front().at.begin)).ends_with('-');
    if (kind == Heading::by_system && !by_system) return std::nullopt;
    return stated(text, body_name(content.substr(0, dates.front().at.begin), !by_system));
}

/// A line of the head that is the name of a body and no more.
std::optional<Fact> of_line(std::string_view text, Span line) {
    const std::string_view content = slice(text, line);
    if (content.size() > kLongestName) return std::nullopt;
    const auto name = body_name(content, true);
    return name && (ends_with_body(*name) || name->ends_with(')')) ? stated(text, name) : std::nullopt;
}

/// "Parish Council" is no committee but the council itself, where the head gives its name.
bool is_council_itself(const MeetingText& meeting, const Fact& committee) {
    const std::string name = fold(committee.value);
    if (!name.ends_with(" council") || !is_head_word(HeadWord::kind, name.substr(0, name.size() - 8))) return false;
    const auto names_one = [&](Span line) { return !find_printed_councils(slice(meeting.text, line)).empty(); };
    return std::any_of(meeting.head.begin(), meeting.head.end(), names_one);
}

Fact printed_committee(const MeetingText& meeting) {
    if (meeting.head.empty()) return {};
    for (const Span line : meeting.head)
        if (const auto fact = of_issue_line(meeting.text, line)) return *fact;
    for (const Span line : meeting.head)
        if (const auto fact = of_heading(meeting.text, line, Heading::by_system)) return *fact;
    if (const auto fact = of_sentence(meeting.text, {meeting.head.front().begin, meeting.head.back().end})) return *fact;
    for (const Span line : meeting.head)
        if (const auto fact = of_heading(meeting.text, line, Heading::any)) return *fact;
    for (const Span line : meeting.head)
        if (const auto fact = of_line(meeting.text, line)) return *fact;
    return {};
}

}  // namespace

Fact find_committee(const MeetingText& meeting) {
    const Fact committee = printed_committee(meeting);
    return is_council_itself(meeting, committee) ? Fact{} : committee;
}

}  // namespace minutes
