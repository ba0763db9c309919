#include "analyzers/structure/bare_title.hpp"

#include "analyzers/structure/item_number.hpp"
#include "analyzers/structure/known_titles.hpp"
#include "analyzers/structure/paragraph_marker.hpp"
#include "analyzers/structure/passage_kind.hpp"
#include "analyzers/structure/phrases.hpp"
#include "analyzers/structure/plain_text.hpp"
#include "analyzers/structure/title.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace minutes {
namespace {

bool has_known_title(std::string_view plain) {
    return plain.size() < 80 && (has_phrase(PhraseClass::title_procedural, plain) || has_phrase(PhraseClass::title_attendance, plain) ||
                                 has_phrase(PhraseClass::title_known, plain));
}

/// The label that line `i` holds and nothing else; nullopt if it holds none or there is no such line.
std::optional<LabelKind> whole_label(const Lines& lines, std::size_t i) {
    if (i >= lines.list.size()) return std::nullopt;
    const auto label = label_of(lines.list[i].plain);
    return label && label->whole ? std::optional(label->kind) : std::nullopt;
}

bool opens_items(const Lines& lines, std::size_t i) { return whole_label(lines, i) == LabelKind::items_begin; }

/// "There were no questions.", "None.": what is said below a title and nowhere else.
bool says_nothing_happened(std::string_view plain) {
    constexpr std::array<std::string_view, 5> kOpenings = {"there were no ", "there was no ", "there were none", "there was none", "none"};
    return plain.size() < 300 && std::any_of(kOpenings.begin(), kOpenings.end(), [&](std::string_view opening) { return plain.starts_with(opening); });
}

/// Where all labels were lost: a line set apart between a finished sentence and the next, which nothing ends.
bool stands_between_sentences(std::string_view text, const Lines& lines, std::size_t i) {
    if (i == 0 || i + 1 >= lines.list.size()) return false;
    const Line &above = lines.list[i - 1], &line = lines.list[i], &below = lines.list[i + 1];
    const std::string_view content = slice(text, line.at), next = slice(text, below.at);
    if (line.gap < 2 || below.gap < 1 || ends_sentence(content) || parse_marker(content) || last_mark(content) == ':' || last_mark(content) == '-') return false;
    if (!ends_sentence(slice(text, above.at)) && !above.truncated && !opens_items(lines, i - 1)) return false;
    if (parse_marker(slice(text, above.at)) || parse_marker(next)) return false;   // a word between the points of a list
    if (says_nothing_happened(below.plain)) return true;
    const bool told = ends_sentence(next) && count_words(next) >= 12;
    const bool ordered = below.plain.starts_with("that ") || opens_decision(below.plain_text());
    return told && count_words(content) <= (ordered ? 24 : 14) && is_title_line(text, line);
}

/// A known title at the very begin of a page that lost even its "No. Item".
bool is_known_title_above_text(std::string_view text, const Lines& lines, std::size_t i) {
    const Line& line = lines.list[i];
    return line.gap >= 1 && has_known_title(line.plain) && !ends_sentence(slice(text, line.at)) && i + 1 < lines.list.size() && lines.list[i + 1].gap >= 2;
}

bool is_strong_title(std::string_view text, const Lines& lines, std::size_t i, const Layout& layout, bool numbered) {
    const Line& line = lines.list[i];
    const bool first = i > 0 && opens_items(lines, i - 1) && !is_digit(line.plain[0]) && !lines.list[i - 1].plain.starts_with("note ");   // "5pm" in the column of notes
    const auto next = whole_label(lines, i + 1);
    const bool note = i > 0 && lines.list[i - 1].has_link && line.gap == 0 && !line.row_start;   // the rest of a title's row
    const bool labelled = (next == LabelKind::minutes || next == LabelKind::documents) && !ends_sentence(slice(text, line.at)) && last_mark(slice(text, line.at)) != ':' &&
                          !note && !parse_marker(slice(text, line.at));
    if (numbered) return first || (line.has_link && line.gap > 0 && next == LabelKind::minutes);
    const bool noted = i + 1 < lines.list.size() && (has_phrase(PhraseClass::agenda_note, lines.list[i + 1].plain_text()) || lines.list[i + 1].plain.starts_with("report of the "));
    if (layout.double_spaced && line.gap >= 2 && (noted || has_known_title(line.plain))) return true;
    if (layout.double_spaced && (stands_between_sentences(text, lines, i) || is_known_title_above_text(text, lines, i))) return true;
    const bool told = i > 0 && lines.list[i - 1].gap >= 2 && ends_sentence(slice(text, lines.list[i - 1].at));   // title, note; text, title, note
    if (layout.double_spaced && line.gap == 1 && told && noted && lines.list[i + 1].gap == 1 && !ends_sentence(slice(text, line.at))) return true;
    const auto above = i > 0 ? label_of(lines.list[i - 1].plain) : std::nullopt;
    const bool listed = above && above->kind == LabelKind::documents && line.gap < 2;
    return (line.has_link && !listed) || first || labelled || line.row_start ||
           (layout.double_spaced && line.gap >= 3 && (!ends_sentence(slice(text, line.at)) || count_words(line.plain) <= 4));
}

/// How a line without a number is set off as a title: by bold type, capitals or known words; by its colon; only by
/// standing alone above a sentence; or not at all.
enum class SetOff { none, alone, colon, marked };

/// "Flying of the Flag" between blank lines, above a paragraph that ends a sentence: every word but the small ones with a capital.
bool stands_like_title(std::string_view text, const Line& line, const Line& next) {
    const std::string_view content = slice(text, line.at), told = slice(text, next.at);
    constexpr std::array<std::string_view, 12> kSmallWords = {"of", "and", "for", "in", "on", "to", "with", "by", "at", "from", "the", "a"};
    if (line.gap == 0 || next.gap == 0 || !ends_sentence(told) || count_words(told) < 8 || !is_letter(last_mark(content)) || !is_capital(content[0])) return false;
    std::size_t words = 0;
    for (std::size_t at = 0; at < content.size(); ++words) {
        const std::size_t end = std::min(content.find(' ', at), content.size());
        const std::string_view word = content.substr(at, end - at);
        if (!word.empty() && !is_capital(word[0]) && std::find(kSmallWords.begin(), kSmallWords.end(), word) == kSmallWords.end()) return false;
        at = end + 1;
    }
    return words <= 10 && content.find_first_of("0123456789,;()") == std::string_view::npos;
}

/// In a text without blank lines: a known title, or a title above what its agenda says of it.
SetOff set_off_in_dense_text(std::string_view text, const Lines& lines, std::size_t i) {
    const Line& line = lines.list[i];
    const std::string_view content = slice(text, line.at);
    if (line.plain.size() > 100 || label_of(line.plain) || count_words(content) > 12 || ends_sentence(content) || parse_marker(content) || !is_title_line(text, line)) return SetOff::none;
    const bool noted = i + 1 < lines.list.size() && has_phrase(PhraseClass::agenda_note, lines.list[i + 1].plain_text());
    return has_known_title(line.plain) || noted ? SetOff::marked : SetOff::none;
}

SetOff set_off_as(std::string_view text, const Lines& lines, std::size_t i, bool bold_only) {
    const Line& line = lines.list[i];
    const std::string_view content = slice(text, line.at);
    if (!bold_only && !label_of(line.plain) && is_known_title(line.plain) && !starts_small(content) && (line.gap > 0 || last_mark(content) == ':')) return SetOff::marked;
    if (line.gap == 0 || line.plain.size() > 100 || label_of(line.plain) || count_words(content) > 12 || !is_title_line(text, line)) return SetOff::none;
    if (line.bold && !(bold_only && parse_item_number(content))) return SetOff::marked;
    if (bold_only || parse_marker(content) || ends_sentence(content) || has_phrase(PhraseClass::lead_in, line.plain_text())) return SetOff::none;
    const std::size_t colon = line.plain.find(": ");   // "Planning: none" is a title and its text
    if (colon != std::string::npos && is_known_title(std::string_view(line.plain).substr(0, colon))) return SetOff::none;
    if (has_known_title(line.plain) || (is_capitals(content) && line.plain.size() > 5)) return SetOff::marked;
    if (i + 1 < lines.list.size() && stands_like_title(text, line, lines.list[i + 1])) return SetOff::alone;
    if (count_words(content) > 8 || i + 1 >= lines.list.size()) return SetOff::none;
    if (last_mark(content) == ':') return SetOff::colon;
    const Line& next = lines.list[i + 1];
    const bool above_sentence = next.gap > 0 && next.plain.size() > 60 && has_phrase(PhraseClass::verb, next.plain_text());
    return above_sentence && is_letter(last_mark(content)) && count_words(content) <= 6 ? SetOff::alone : SetOff::none;
}

/// "Apologies" between blank lines, above a sentence about them: a title among others, not the label of a list.
bool is_alone_apologies(std::string_view text, const Lines& lines, std::size_t i) {
    const Line& line = lines.list[i];
    if (i + 1 >= lines.list.size() || line.gap == 0 || lines.list[i + 1].gap == 0 || !(line.plain == "apologies" || line.plain == "apology" || line.plain == "apologies for absence")) return false;
    return ends_sentence(slice(text, lines.list[i + 1].at)) && has_phrase(PhraseClass::verb, lines.list[i + 1].plain_text());
}

bool has_alone_apologies(std::string_view text, const Lines& lines, std::size_t body) {
    for (std::size_t i = body; i < lines.list.size(); ++i)
        if (is_alone_apologies(text, lines, i)) return true;
    return false;
}

}  // namespace

bool is_title_line(std::string_view text, const Line& line) {
    return !line.plain.empty() && reads_as_title(slice(text, line.at), line.plain);
}

bool is_bare_title(std::string_view text, const Lines& lines, std::size_t i, const Layout& layout, bool numbered) {
    const Line& line = lines.list[i];
    const auto own = label_of(line.plain);   // "Substitute Members" above "There were no substitutes." is a title
    const bool lists_nobody = own && own->kind == LabelKind::attendance && layout.double_spaced && layout.bare_titles && stands_between_sentences(text, lines, i);
    if (line.plain.empty() || (own && !lists_nobody) || line.plain.find(", item ") != std::string::npos) return false;
    if (layout.bare_titles && is_strong_title(text, lines, i, layout, numbered)) {
        const std::string_view title = slice(text, line.row_start ? split_title_at(text, line.at).title : line.at);
        const bool certain = line.has_link || (layout.double_spaced && !line.row_start && stands_between_sentences(text, lines, i));
        return (certain && line.at.size() < 300 && !starts_small(title)) || reads_as_title(title, plain_form(title.substr(0, 400)));
    }
    const auto label = label_of(line.plain + ":");   // "## Officers" above a list of names
    return line.heading_mark && is_title_line(text, line) && !(label && label->kind == LabelKind::attendance);
}

std::vector<bool> set_off_titles(std::string_view text, const Lines& lines, std::size_t body, bool bold_only, std::size_t run_in, bool dense) {
    std::vector<SetOff> found(lines.list.size(), SetOff::none);
    for (std::size_t i = body; i < lines.list.size(); ++i) found[i] = dense && !bold_only ? set_off_in_dense_text(text, lines, i) : set_off_as(text, lines, i, bold_only);
    const auto marked = std::count(found.begin(), found.end(), SetOff::marked);
    const auto colons = std::count(found.begin(), found.end(), SetOff::colon);
    const auto known_colon = [&](std::size_t i) { return found[i] == SetOff::marked && is_known_title(lines.list[i].plain) && last_mark(slice(text, lines.list[i].at)) == ':'; };
    bool known = false;
    for (std::size_t i = body; i < lines.list.size(); ++i) known = known || known_colon(i);
    const auto alone = std::count(found.begin(), found.end(), SetOff::alone);
    const bool listed = body > 1 || (body < lines.list.size() && label_of(lines.list[body].plain));   // above it stands who was there
    const bool many_alone = !bold_only && listed && alone >= 3 && 2 * alone >= marked && (marked > 0 || has_alone_apologies(text, lines, body));
    if (marked + static_cast<std::ptrdiff_t>(run_in) < 2 && colons < 3 && !known && !many_alone) return {};
    if (marked == 0 && colons < 3 && !many_alone) return {};
    std::vector<bool> titles;
    for (std::size_t i = 0; i < found.size(); ++i) {
        const bool apologies = many_alone && i >= body && is_alone_apologies(text, lines, i);
        titles.push_back(found[i] == SetOff::marked || apologies || (colons >= 3 && found[i] != SetOff::none) || (many_alone && found[i] == SetOff::alone));
    }
    return titles;
}

/// "Mill Lane: No progress was made.": a line of its own below a sentence, which may open with a title unknown to us.
bool may_run_in(std::string_view text, const Lines& lines, std::size_t i, std::string_view told) {
    const std::string_view content = slice(text, lines.list[i].at);
    const std::string_view above = i > 0 ? slice(text, lines.list[i - 1].at) : std::string_view();
    return i > 0 && lines.list[i].gap == 0 && (ends_sentence(above) || last_mark(above) == ':') && ends_sentence(content) && !starts_small(told) && count_words(told) >= 5;
}

std::vector<ItemHeading> run_in_headings(std::string_view text, const Lines& lines, std::size_t body, bool known_only) {
    constexpr std::size_t kManyRunIn = 5;
    std::vector<ItemHeading> headings, doubtful;
    bool known = false;
    for (std::size_t i = body; i < lines.list.size(); ++i) {
        const Line& line = lines.list[i];
        const std::string_view content = slice(text, line.at);
        const std::size_t colon = content.substr(0, 80).find(": ");
        if (colon == std::string_view::npos || colon + 2 >= content.size()) continue;
        const std::string title = plain_form(content.substr(0, colon));
        // Right below a sentence, or before a small letter, only a known title is one.
        const auto above = i > 0 ? label_of(lines.list[i - 1].plain) : std::nullopt;
        const bool below_list = above && above->kind == LabelKind::attendance && is_known_title(title);
        const bool below = line.gap == 0 && !below_list && (i == 0 || !(ends_sentence(slice(text, lines.list[i - 1].at)) || last_mark(slice(text, lines.list[i - 1].at)) == ':'));
        const bool doubt = (line.gap == 0 || starts_small(content.substr(colon + 2))) && !is_known_title(title);
        if (below || (doubt && (known_only || !may_run_in(text, lines, i, content.substr(colon + 2))))) continue;
        if (!reads_as_title(content.substr(0, colon), title) || count_words(title) > 8 || parse_marker(content) || title.find_first_of(".,(") != std::string::npos)
            continue;
        const auto label = label_of(line.plain);
        const bool minutes = title == "minutes" || title == "decision";   // here a title: text follows on its line
        if ((label && !minutes) || (known_only && !is_known_title(title))) continue;
        known = known || minutes || has_known_title(title);
        const auto border = static_cast<std::uint32_t>(colon) + line.at.begin;
        (doubt ? doubtful : headings).push_back({i, i, {}, {}, {line.at.begin, border}, trimmed(text, {border + 1, line.at.end})});
    }
    if (known && !headings.empty() && headings.size() + doubtful.size() >= kManyRunIn) {
        headings.insert(headings.end(), doubtful.begin(), doubtful.end());
        std::sort(headings.begin(), headings.end(), [](const ItemHeading& a, const ItemHeading& b) { return a.line < b.line; });
    }
    const bool all_known = std::all_of(headings.begin(), headings.end(), [&](const ItemHeading& h) { return is_known_title(plain_form(slice(text, h.title_at))); });
    return known_only || (known && headings.size() >= (all_known ? 2 : 3)) ? headings : std::vector<ItemHeading>{};
}

ItemHeading bare_heading(std::string_view text, const Line& line, std::size_t index) {
    const TitleSplit split = line.row_start ? split_title_at(text, line.at) : TitleSplit{line.at, {line.at.end, line.at.end}};
    return {index, index, {}, {}, split.title, split.rest};
}

}  // namespace minutes
