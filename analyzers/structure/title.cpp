#include "analyzers/structure/title.hpp"

#include "analyzers/structure/phrases.hpp"
#include "analyzers/structure/plain_text.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace minutes {
namespace {

constexpr std::size_t kMaxTitleBytes = 260, kMaxTitleWords = 36;

// Capitalised words that open a sentence after a title; they do not open one after a word such as "of".
constexpr std::array<std::string_view, 25> kOpeners = {
    "The ", "There ", "No ", "It ", "Members ", "Councillor ", "Councillors ", "Cllr ", "Cllrs ", "A ", "An ", "Mr ", "Mrs ", "Ms ",
    "Following ", "Having ", "RESOLVED", "Resolved", "None", "Apologies ", "To ", "Consideration was ", "In ", "That ", "Alderman "};
constexpr std::array<std::string_view, 19> kLinkingWords = {"of", "and", "for", "in", "on", "to", "with", "by", "at", "from", "under",
                                                             "the", "or", "a", "an", "about", "into", "-", "&"};

Span whole(std::string_view line) { return {0, static_cast<std::uint32_t>(line.size())}; }

TitleSplit split_at(std::string_view line, std::size_t title_end, std::size_t rest_begin) {
    const Span title = trimmed(line, {0, static_cast<std::uint32_t>(title_end)});
    return {title, trimmed(line, {static_cast<std::uint32_t>(rest_begin), static_cast<std::uint32_t>(line.size())})};
}

/// "TITLE IN CAPITALS - Text", or nullopt if the line is not made so.
std::optional<TitleSplit> split_capitals(std::string_view line) {
    for (const std::string_view dash : {" \u2013 ", " - ", ": ", " \u2014 ", ". "}) {
        for (std::size_t at = line.find(dash); at != std::string_view::npos && at <= kMaxTitleBytes; at = line.find(dash, at + 1)) {
            if (!is_capitals(line.substr(0, at))) break;
            const std::size_t rest = at + dash.size();
            if (rest + 1 < line.size() && !is_capitals(line.substr(rest, 40)) && count_words(line.substr(rest, 80)) > 2)
                return split_at(line, at, rest);
        }
    }
    return std::nullopt;
}

bool is_capital_word(std::string_view word) {
    return word.size() >= 2 && is_capitals(word) && std::none_of(word.begin(), word.end(), is_digit);
}

bool is_sentence(std::string_view text) {
    return ends_sentence(text) && count_words(text) >= 2 && (count_words(text) <= 3 || has_phrase(PhraseClass::verb, plain_form(text.substr(0, 1200))));
}

bool opens_sentence(std::string_view text) {
    const Span content = trimmed(text, whole(text));
    if (content.empty() || !is_capital(text[content.begin]) || !is_sentence(text)) return false;
    const std::string plain = plain_form(slice(text, content).substr(0, 1200));
    return has_phrase(PhraseClass::verb, plain) || has_phrase(PhraseClass::procedural, plain);
}

std::size_t known_title(std::string_view line) {
    const std::string plain = plain_form(line.substr(0, kMaxTitleBytes));
    std::size_t size = 0;
    for (const PhraseClass titles : {PhraseClass::title_procedural, PhraseClass::title_attendance, PhraseClass::title_known})
        size = std::max(size, opening_size(titles, plain));
    return size == 0 ? 0 : raw_size(line, size);
}

/// "TITLE IN CAPITALS Text": where the first word that is not in capitals begins a sentence; 0 if nowhere.
std::size_t capitals_border(std::string_view line, bool goes_on) {
    std::size_t at = 0, words = 0;
    while (at < line.size() && at <= kMaxTitleBytes) {
        const std::size_t end = std::min(line.find(' ', at), line.size());
        const std::string_view word = line.substr(at, end - at);
        if (word.empty() || is_capitals(word) || (word.size() == 1 && is_capital(word[0])) || std::none_of(word.begin(), word.end(), is_letter)) {
            words += is_capital_word(word);
            at = end + 1;
            continue;
        }
        const std::string_view rest = line.substr(at);
        const std::size_t known = at == 0 ? 0 : known_title(line.substr(0, at));
        const bool whole_known = known != 0 && known + 1 >= at;
        const bool text = is_capital(rest.front()) && count_words(rest) >= 4 && (goes_on || whole_known || is_sentence(rest));
        if ((words < 2 && !whole_known) || !text) return 0;
        // "... FROM A Hay said": a lone letter belongs to what follows it.
        while (at >= 2 && line[at - 1] == ' ' && (at == 2 || line[at - 3] == ' ')) at -= 2;
        return at;
    }
    return 0;
}

std::string_view last_word(std::string_view text) {
    const std::size_t at = text.find_last_of(' ');
    return at == std::string_view::npos ? text : text.substr(at + 1);
}

/// Where a capitalised opener begins a sentence after at least one word of title; 0 if nowhere.
std::size_t sentence_border(std::string_view line, bool goes_on) {
    const std::size_t limit = std::min(line.size(), kMaxTitleBytes);
    for (std::size_t at = 1; at < limit; ++at) {
        if (line[at - 1] != ' ') continue;
        for (const std::string_view opener : kOpeners) {
            if (line.substr(at, opener.size()) != opener) continue;
            const std::string_view before = line.substr(0, at - 1);
            const bool linked = std::find(kLinkingWords.begin(), kLinkingWords.end(), plain_form(last_word(before))) != kLinkingWords.end();
            const char mark = last_mark(before);
            if (linked || mark == ',' || mark == '-') continue;
            if (opener == "To " ? has_phrase(PhraseClass::agenda_note, plain_form(line.substr(at, 200))) : (goes_on && count_words(line.substr(at)) > 2) || is_sentence(line.substr(at))) return at;
        }
    }
    return 0;
}

/// "Apologies: None.", "Highways: The Clerk said ...": where the text behind the title's colon begins; 0 if nowhere.
std::size_t colon_border(std::string_view line) {
    const std::size_t at = line.find(": ");
    if (at == std::string_view::npos || at > 60 || count_words(line.substr(0, at)) > 6 || !is_capital(line[0])) return 0;
    const std::string plain = plain_form(line.substr(0, at));
    if (has_phrase(PhraseClass::verb, plain) || has_phrase(PhraseClass::not_title, plain)) return 0;
    // "Apologies: None.", but "Parking Scheme: Mill Road." is one title with its full stop.
    const bool brief = ends_sentence(line) && count_words(line.substr(at + 2)) <= 3 && known_title(line.substr(0, at)) != 0;
    // "Apologies: Cllr Hay (ill)", but "Minutes of the last meeting: 30 March 2021" names the meeting.
    const std::size_t known = known_title(line.substr(0, at));
    const bool list = known != 0 && known >= at && is_capital(line[std::min(at + 2, line.size() - 1)]);
    return list || brief || opens_sentence(line.substr(at + 2)) ? at + 1 : 0;
}

/// "Relevant Authorities Regulations 2012" behind a full stop goes on with the title: it has no verb and no end.
bool reads_as_text(std::string_view rest, bool goes_on) {
    return goes_on || ends_sentence(rest) || has_phrase(PhraseClass::verb, plain_form(rest.substr(0, 1200)));
}

/// "Election of Chairman. A proposal was made ...": where the title's full stop ends, 0 if nowhere.
std::size_t stop_border(std::string_view line, bool goes_on) {
    for (std::size_t at = line.find(". "); at != std::string_view::npos && at <= 140; at = line.find(". ", at + 1)) {
        const std::string_view title = line.substr(0, at);
        if (last_word(title).size() < 4 || at + 2 >= line.size() || !(is_capital(line[at + 2]) || is_digit(line[at + 2]))) continue;
        const std::string plain = plain_form(title);
        if (count_words(title) > 16 || has_phrase(PhraseClass::verb, plain) || has_phrase(PhraseClass::not_title, plain)) return 0;
        return reads_as_text(line.substr(at + 2), goes_on) ? at + 1 : 0;
    }
    return 0;
}

/// "Declarations of Interest The Chairman invited members ...": where a sentence opens right behind a known title, whatever
/// its verb; 0 if nowhere.
std::size_t run_in_border(std::string_view line, bool goes_on) {
    const std::size_t at = known_title(line);
    if (at == 0 || at >= line.size()) return 0;
    const std::string_view rest = slice(line, trimmed(line, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(line.size())}));
    const bool opener = std::any_of(kOpeners.begin(), kOpeners.end(), [&](std::string_view word) { return word != "To " && rest.starts_with(word); });
    if (!opener) return 0;
    const bool nothing = (rest.starts_with("None") || rest.starts_with("No ")) && count_words(rest) <= 4;
    return nothing || (count_words(rest) >= 3 && (goes_on || ends_sentence(rest))) ? at : 0;
}

/// "Councillor's report", "Councillors' questions": no sentence about a councillor.
bool is_report_title(std::string_view plain) {
    return plain.starts_with("councillor") && count_words(plain) <= 4 &&
           (plain.ends_with("report") || plain.ends_with("reports") || plain.ends_with("questions") || plain.ends_with("items") || plain.ends_with("updates"));
}

}  // namespace

bool reads_as_task_title(std::string_view line, std::string_view plain) {
    if (plain.size() < 3 || line.size() > kMaxTitleBytes || count_words(line) > kMaxTitleWords) return false;
    if (starts_small(line)) return false;
    const char last = last_mark(line);
    if (last == ';' || last == ',') return false;
    if (last == ':' && count_words(line) > 14) return false;
    if (ends_sentence(line) && count_words(line) > 16 && !is_capitals(line)) return false;
    return (!has_phrase(PhraseClass::not_title, plain) || is_report_title(plain)) && (is_capitals(line) || !has_phrase(PhraseClass::verb, plain));
}

bool reads_as_weak_title(std::string_view line, std::string_view plain) {
    const char last = last_mark(line);
    return plain.size() >= 3 && line.size() <= 120 && count_words(line) <= 14 && !starts_small(line) && (is_letter(last) || is_digit(last)) &&
           !has_phrase(PhraseClass::not_title, plain);
}

bool reads_as_title(std::string_view line, std::string_view plain) {
    return reads_as_task_title(line, plain) && !has_phrase(PhraseClass::agenda_note, plain) && !has_phrase(PhraseClass::vote, plain);
}

TitleSplit split_title(std::string_view line, bool goes_on) {
    if (const std::optional<TitleSplit> split = split_capitals(line)) return *split;
    if (const std::size_t at = run_in_border(line, goes_on); at != 0) return split_at(line, at, at);
    if (const std::size_t at = capitals_border(line, goes_on); at != 0) return split_at(line, at, at);
    if (const std::size_t at = colon_border(line); at != 0) return split_at(line, at, at);
    if (const std::size_t at = stop_border(line, goes_on); at != 0) return split_at(line, at, at);
    if (const std::size_t at = sentence_border(line, goes_on); at != 0) return split_at(line, at, at);
    if (const std::size_t at = known_title(line); at != 0 && at < line.size() && opens_sentence(line.substr(at)))
        return split_at(line, at, at);
    return {whole(line), {static_cast<std::uint32_t>(line.size()), static_cast<std::uint32_t>(line.size())}};
}

TitleSplit split_title_at(std::string_view text, Span at, bool goes_on) {
    const TitleSplit split = split_title(slice(text, at), goes_on);
    return {{split.title.begin + at.begin, split.title.end + at.begin}, {split.rest.begin + at.begin, split.rest.end + at.begin}};
}

}  // namespace minutes
