#include "analyzers/structure/title.hpp"

#include "analyzers/structure/known_titles.hpp"
#include "analyzers/structure/phrases.hpp"
#include "analyzers/structure/plain_text.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace minutes {
namespace {

constexpr std::size_t kMaxTitleBytes = 260;

// Capitalised words that open a sentence after a title; they do not open one after a word such as "of".
constexpr std::array<std::string_view, 35> kOpeners = {
    "The ", "There ", "No ", "It ", "Members ", "Councillor ", "Councillors ", "Cllr ", "Cllrs ", "A ", "An ", "Mr ", "Mrs ", "Ms ",
    "Following ", "Having ", "RESOLVED", "Resolved", "None", "Apologies ", "To ", "Consideration was ", "In ", "That ", "Alderman ",
    "This ", "These ", "They ", "Cllr. ", "Mr. ", "Mrs. ", "Nothing ", "Concerns ", "Proposed by ", "Proposed by: "};
// What tells, within a few words of its capital, that a sentence began there: "Mill Road speed limit Concerns have been raised".
constexpr std::array<std::string_view, 14> kFiniteVerbs = {"was", "were", "is", "are", "has", "have", "had", "will", "would",
                                                          "reported", "advised", "informed", "proposed", "explained"};
constexpr std::array<std::string_view, 19> kLinkingWords = {"of", "and", "for", "in", "on", "to", "with", "by", "at", "from", "under",
                                                             "the", "or", "a", "an", "about", "into", "-", "&"};

Span whole(std::string_view line) { return {0, static_cast<std::uint32_t>(line.size())}; }

TitleSplit split_at(std::string_view line, std::size_t title_end, std::size_t rest_begin) {
    const Span title = trimmed(line, {0, static_cast<std::uint32_t>(title_end)});
    return {title, trimmed(line, {static_cast<std::uint32_t>(rest_begin), static_cast<std::uint32_t>(line.size())})};
}

/// The title without the dash that parts it from its text.
TitleSplit split_behind_dash(std::string_view line, std::size_t text) {
    std::size_t end = text;
    while (end > 0 && (line[end - 1] == ' ' || line[end - 1] == '-' || static_cast<unsigned char>(line[end - 1]) >= 0x80)) --end;
    return split_at(line, end, text);
}

/// "TITLE IN CAPITALS - Text", or nullopt if the line is not made so.
std::optional<TitleSplit> split_capitals(std::string_view line) {
    for (const std::string_view dash : {" \u2013 ", " - ", ": ", " \u2014 ", ". "}) {
        for (std::size_t at = line.find(dash); at != std::string_view::npos && at <= kMaxTitleBytes; at = line.find(dash, at + 1)) {
            if (!is_capitals(line.substr(0, at))) break;
            const std::size_t rest = at + dash.size();
            for (const std::string_view marker : {" RESOLVED", " AGREED", " DECISION"})   // "LAST MINUTES RESOLVED: The minutes ..."
                if (line.substr(0, at).ends_with(marker) && count_words(line.substr(0, at)) > 1) return split_at(line, at - marker.size(), at - marker.size() + 1);
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

/// The same of its first sentence, where more follows: "There were none. 1 Draft".
bool holds_sentence(std::string_view text) {
    if (is_sentence(text)) return true;
    const std::size_t stop = text.substr(0, 400).find(". ");
    return stop != std::string_view::npos && stop > 8 && is_sentence(text.substr(0, stop + 1));
}

/// Many words with a verb: text, though its last full stop was cut off.
bool is_paragraph(std::string_view text) { return count_words(text) >= 14 && has_phrase(PhraseClass::verb, plain_form(text.substr(0, 1200))); }

bool opens_sentence(std::string_view text) {
    const Span content = trimmed(text, whole(text));
    if (content.empty() || !is_capital(text[content.begin]) || !holds_sentence(text)) return false;
    const std::string plain = plain_form(slice(text, content).substr(0, 1200));
    return has_phrase(PhraseClass::verb, plain) || has_phrase(PhraseClass::procedural, plain);
}

/// "a. County Council", "(i) Newsletters": a list opens here.
bool opens_list(std::string_view rest) {
    const std::size_t open = rest.starts_with('(') ? 1 : 0;
    const std::string_view mark = rest.substr(open);
    for (const std::string_view first : {"a", "i", "1"})
        if (mark.starts_with(first) && mark.size() > 4 && (mark[1] == ')' || (open == 0 && mark[1] == '.')) && mark[2] == ' ') return true;
    return rest.starts_with("\u2022 ");
}

/// "and DISPENSATIONS (for items on the agenda) ...": a small linking word before one in capitals.
bool is_linked_capitals(std::string_view rest) {
    const std::size_t end = rest.find(' ');
    if (end == std::string_view::npos || std::find(kLinkingWords.begin(), kLinkingWords.end(), rest.substr(0, end)) == kLinkingWords.end()) return false;
    const std::string_view next = rest.substr(end + 1, rest.find(' ', end + 1) - end - 1);
    return is_capital_word(next) && next.size() > 3;
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
        if (words >= 2 && is_linked_capitals(rest)) {   // "INTERESTS and DISPENSATIONS"
            at = end + 1;
            continue;
        }
        const std::size_t known = at == 0 ? 0 : known_title_size(line.substr(0, at));
        const bool whole_known = known != 0 && known + 1 >= at;
        const bool text = is_capital(rest.front()) && count_words(rest) >= 4 && (goes_on || whole_known || is_sentence(rest));
        // "TO APPROVE THE MINUTES OF THE LAST MEETING held on 3rd July The minutes were ...", "LOCAL REPORTS a. County Council"
        if (words >= 2 && opens_list(rest)) return at;
        const bool tail = words >= 3 && is_small(rest.front()) && count_words(rest) >= 4 && (goes_on || has_phrase(PhraseClass::verb, plain_form(rest.substr(0, 1200))));
        if (tail) return at;
        if (words >= 2 && rest.front() == '(') {
            const std::size_t close = line.find(") ", at);
            if (close != std::string_view::npos && close < at + 60 && close + 2 < line.size() && is_capital(line[close + 2])) return close + 2;
        }
        if ((words < 2 && !whole_known) || !text) return 0;
        // "... FROM A Hay said": a lone letter belongs to what follows it.
        while (at >= 2 && line[at - 1] == ' ' && (at == 2 || line[at - 3] == ' ')) at -= 2;
        return at;
    }
    return 0;
}

/// "**Attendance**: as above", "**Roads** The Clerk said ...": text behind a title in bold type; nullopt if it is not made so.
std::optional<TitleSplit> split_bold(std::string_view line) {
    const std::size_t open = line.starts_with("**") ? 2 : 0;   // the marks before it may have gone with its number
    const std::size_t close = line.find("**", open);
    if (close == std::string_view::npos || close < open + 3 || close > kMaxTitleBytes || close + 2 >= line.size()) return std::nullopt;
    std::size_t text = close + 2;
    while (text < line.size() && (line[text] == ':' || line[text] == '.' || line[text] == ' ')) ++text;
    if (text == close + 2 || count_words(line.substr(text)) < 2 || line.find("**", text) != std::string_view::npos) return std::nullopt;
    return split_at(line, close + 2, text);
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
            if (opener == "To " ? has_phrase(PhraseClass::agenda_note, plain_form(line.substr(at, 200))) : (goes_on && count_words(line.substr(at)) > 2) || holds_sentence(line.substr(at)) || is_paragraph(line.substr(at))) return at;
        }
    }
    return 0;
}

/// "Apologies: None.", "Highways: The Clerk said ...": where the text behind the title's colon begins; 0 if nowhere.
std::size_t colon_border(std::string_view line) {
    const std::size_t at = std::min(line.find(": "), line.find(":- "));
    if (at == std::string_view::npos || at > 60 || count_words(line.substr(0, at)) > 6 || !is_capital(line[0])) return 0;
    const std::string plain = plain_form(line.substr(0, at));
    const std::size_t known = known_title_size(line.substr(0, at));
    if (known < at && (has_phrase(PhraseClass::verb, plain) || has_phrase(PhraseClass::not_title, plain))) return 0;
    const std::size_t text = line.find_first_not_of(" -", at + 1);
    // "Apologies: None.", but "Parking Scheme: Mill Road." is one title with its full stop.
    const bool brief = ends_sentence(line) && count_words(line.substr(at + 2)) <= 3 && known != 0;
    // "Apologies: Cllr Hay (ill)", but "Minutes of the last meeting: 30 March 2021" names the meeting.
    const bool list = known != 0 && known >= at && text != std::string_view::npos && is_capital(line[text]);
    const bool nothing = text != std::string_view::npos && (plain_form(line.substr(text)) == "none" || plain_form(line.substr(text)) == "nil");
    const bool opener = text != std::string_view::npos && ends_sentence(line) && count_words(line.substr(text)) >= 6 && (line.substr(text).starts_with("The ") || line.substr(text).starts_with("There "));
    return list || brief || nothing || opener || opens_sentence(line.substr(at + 2)) ? at + 1 : 0;
}

/// "Apologies \u2013 Cllrs Hay and Ford", "Parking Review - The Clerk said ...": where the dash behind the title ends; 0 if nowhere.
std::size_t dash_border(std::string_view line) {
    for (const std::string_view dash : {" \u2013 ", "\u2013 ", " - ", " -", "- ", " \u2014 "}) {
        const std::size_t at = line.find(dash);
        if (at == std::string_view::npos || at == 0 || at > 120 || count_words(line.substr(0, at)) > 16) continue;
        const std::size_t text = at + dash.size();
        if (text >= line.size() || !is_capital(line[text])) continue;
        const std::string plain = plain_form(line.substr(0, at));
        if (opening_size(PhraseClass::title_procedural, plain) == plain.size()) return text;   // "Planning - Mill Road" names what is planned
        const bool task = opening_size(PhraseClass::agenda_note, plain) != 0;
        if (has_phrase(PhraseClass::verb, plain) || has_phrase(PhraseClass::not_title, plain)) continue;
        const std::string after = plain_form(line.substr(text, 1200));
        const bool told = count_words(after) >= 4 && (has_phrase(PhraseClass::verb, after) || has_phrase(PhraseClass::decision, after));
        if (told && (task || has_phrase(PhraseClass::decision, after) || opens_sentence(line.substr(text)))) return text;
    }
    return 0;
}

/// "Apologies Ann Hay, Bo Ford", "Declarations of Interest Cllr Hay - the barn": where names begin right behind a known title;
/// 0 if they do not.
std::size_t names_border(std::string_view line) {
    const std::size_t at = known_title_size(line);
    if (at == 0 || at + 1 >= line.size() || line[at] != ' ' || !is_capital(line[at + 1])) return 0;
    const std::string_view rest = line.substr(at + 1);
    for (const std::string_view councillor : {"Cllr ", "Cllr. ", "Cllrs ", "Cllrs. ", "Councillor ", "Councillors "})
        if (rest.starts_with(councillor) && count_words(rest) >= 2) return at + 1;
    const bool apologies = plain_form(line.substr(0, at)).starts_with("apolog");
    return apologies && rest.substr(0, 50).find(',') != std::string_view::npos ? at + 1 : 0;
}

/// "Grass Cutting, It was agreed that ...": where a sentence opens behind a title and a comma; 0 if nowhere.
std::size_t comma_border(std::string_view line) {
    const std::size_t at = line.find(", ");
    if (at == std::string_view::npos || at > 60 || count_words(line.substr(0, at)) > 5) return 0;
    const std::string_view rest = line.substr(at + 2);
    const bool opens = rest.starts_with("It was ") || rest.starts_with("The ") || rest.starts_with("There ");
    const std::string plain = plain_form(line.substr(0, at));
    return opens && is_sentence(rest) && !has_phrase(PhraseClass::verb, plain) && !has_phrase(PhraseClass::not_title, plain) ? at + 1 : 0;
}

/// "Reports (with updates) 4.1 Chairman's Report ...", "Reports \u2022 The barn ...": where numbered paragraphs or bullets begin on the
/// title's line; 0 if nowhere.
std::size_t paragraphs_border(std::string_view line) {
    const std::size_t limit = std::min<std::size_t>(line.size(), 140);
    if (const std::size_t bullet = line.substr(0, limit).find(" \u2022 "); bullet != std::string_view::npos && bullet > 2) return bullet + 1;
    for (std::size_t at = line.find(".1 "); at < limit; at = line.find(".1 ", at + 1)) {
        std::size_t begin = at;
        while (begin > 0 && is_digit(line[begin - 1])) --begin;
        const bool framed = begin < at && at - begin <= 2 && begin > 3 && line[begin - 1] == ' ' && at + 3 < line.size() && is_capital(line[at + 3]);
        if (framed) return begin;
    }
    return 0;
}

/// "Mill Road speed limit Concerns have been raised ...": where, behind a small word that links nothing, a capital opens a
/// sentence; 0 if nowhere. The last resort for lines that hold a whole paragraph.
std::size_t verb_border(std::string_view line) {
    const std::size_t limit = std::min<std::size_t>(line.size(), 120);
    for (std::size_t at = line.find(' '); at < limit; at = line.find(' ', at + 1)) {
        const std::string_view before = last_word(line.substr(0, at)), rest = line.substr(at + 1);
        if (before.size() < 3 || !is_small(before.front()) || !is_letter(before.back()) || rest.size() < 25 || !is_capital(rest.front())) continue;
        if (std::find(kLinkingWords.begin(), kLinkingWords.end(), before) != kLinkingWords.end()) continue;
        const std::string near = plain_form(rest.substr(0, 60));
        std::size_t begin = near.find(' ');
        for (int words = 0; words < 4 && begin != std::string::npos; ++words) {
            const std::size_t end = near.find(' ', begin + 1);
            if (end == std::string::npos) break;
            if (std::find(kFiniteVerbs.begin(), kFiniteVerbs.end(), std::string_view(near).substr(begin + 1, end - begin - 1)) != kFiniteVerbs.end()) return at + 1;
            begin = end;
        }
    }
    return 0;
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
    const std::size_t at = known_title_size(line);
    if (at == 0 || at >= line.size()) return 0;
    const std::string_view rest = slice(line, trimmed(line, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(line.size())}));
    if (opens_list(rest)) return at;
    const bool opener = std::any_of(kOpeners.begin(), kOpeners.end(), [&](std::string_view word) { return word != "To " && rest.starts_with(word); });
    if (!opener) return 0;
    const bool nothing = (rest.starts_with("None") || rest.starts_with("No ")) && count_words(rest) <= 4;
    return nothing || (count_words(rest) >= 3 && (goes_on || ends_sentence(rest))) ? at : 0;
}

}  // namespace

TitleSplit split_title(std::string_view line, bool goes_on) {
    if (const std::optional<TitleSplit> split = split_bold(line)) return *split;
    if (const std::optional<TitleSplit> split = split_capitals(line)) return *split;
    if (const std::size_t at = run_in_border(line, goes_on); at != 0) return split_at(line, at, at);
    if (const std::size_t at = capitals_border(line, goes_on); at != 0) return split_at(line, at, at);
    if (const std::size_t at = paragraphs_border(line); at != 0) {
        const TitleSplit split = split_title(line.substr(0, at), goes_on);
        return split.rest.empty() ? split_at(line, at, at) : TitleSplit{split.title, {split.rest.begin, static_cast<std::uint32_t>(line.size())}};
    }
    if (const std::size_t at = colon_border(line); at != 0) return split_at(line, at, at);
    if (const std::size_t at = names_border(line); at != 0) return split_at(line, at, at);
    if (const std::size_t at = dash_border(line); at != 0) return split_behind_dash(line, at);
    if (const std::size_t at = comma_border(line); at != 0) return split_at(line, at - 1, at);
    if (const std::size_t at = stop_border(line, goes_on); at != 0) return split_at(line, at, at);
    if (const std::size_t at = sentence_border(line, goes_on); at != 0) return split_at(line, at, at);
    if (const std::size_t at = known_title_size(line); at != 0 && at < line.size() && opens_sentence(line.substr(at)))
        return split_at(line, at, at);
    if (const std::size_t at = verb_border(line); at != 0) return split_at(line, at, at);
    return {whole(line), {static_cast<std::uint32_t>(line.size()), static_cast<std::uint32_t>(line.size())}};
}

TitleSplit split_title_at(std::string_view text, Span at, bool goes_on) {
    const TitleSplit split = split_title(slice(text, at), goes_on);
    return {{split.title.begin + at.begin, split.title.end + at.begin}, {split.rest.begin + at.begin, split.rest.end + at.begin}};
}

}  // namespace minutes
