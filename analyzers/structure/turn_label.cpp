#include "analyzers/structure/turn_label.hpp"

#include "analyzers/people/person_names.hpp"
#include "analyzers/people/role_titles.hpp"
#include "analyzers/structure/phrases.hpp"
#include "analyzers/structure/plain_text.hpp"
#include "analyzers/tables.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace minutes {

extern const std::string_view k_turn_labels_tsv;

namespace {

constexpr std::size_t kMaxLabel = 120;       // bytes of a speaker with a post
constexpr std::size_t kMaxAlone = 70;        // of a name on a line of its own
constexpr std::size_t kMaxNameWords = 8;

Span span32(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

std::size_t skip_emphasis(std::string_view line, std::size_t at) {
    while (at < line.size() && (line[at] == '*' || line[at] == '_' || line[at] == '#' || space_at(line, at) != 0)) at += std::max<std::size_t>(1, space_at(line, at));
    return at;
}

std::size_t digits_end(std::string_view line, std::size_t at) {
    while (at < line.size() && is_digit(line[at])) ++at;
    return at;
}

/// "0:12", "00:12:31", "00:12:31.500" at `at`; its end, or `at` if none stands there.
std::size_t clock_end(std::string_view line, std::size_t at) {
    std::size_t end = digits_end(line, at), parts = 0;
    if (end == at || end - at > 2) return at;
    while (parts < 2 && end + 2 < line.size() && line[end] == ':' && is_digit(line[end + 1]) && is_digit(line[end + 2])) {
        end += 3;
        ++parts;
    }
    if (parts == 0) return at;
    if (end + 1 < line.size() && (line[end] == '.' || line[end] == ',') && is_digit(line[end + 1])) end = digits_end(line, end + 1);
    return end < line.size() && (is_digit(line[end]) || is_letter(line[end])) ? at : end;
}

/// The same in round or square brackets or bare.
std::size_t stamp_end(std::string_view line, std::size_t at) {
    if (at >= line.size()) return at;
    const char close = line[at] == '[' ? ']' : line[at] == '(' ? ')' : 0;
    const std::size_t end = clock_end(line, at + (close != 0));
    if (end == at + (close != 0)) return at;
    if (close == 0) return end;
    return end < line.size() && line[end] == close ? end + 1 : at;
}

/// Where a time that ends the speaker's words begins; `end` if none does.
std::size_t stamp_begin(std::string_view words, std::size_t begin, std::size_t end) {
    for (std::size_t at = end; at > begin; --at) {
        const bool opens = words[at - 1] == '[' || words[at - 1] == '(' || (is_digit(words[at - 1]) && (at - 1 == begin || space_at(words, at - 2) != 0));
        if (opens && stamp_end(words.substr(0, end), at - 1) == end) return at - 1;
        if (end - at > 16) break;
    }
    return end;
}

/// "Q12 ", "Q12. ": where the words after it begin, or `at`.
std::size_t question_end(std::string_view line, std::size_t at) {
    if (at + 2 >= line.size() || line[at] != 'Q' || !is_digit(line[at + 1])) return at;
    std::size_t end = digits_end(line, at + 1);
    if (end < line.size() && line[end] == '.') ++end;
    const std::size_t words = skip_emphasis(line, end);
    return words > end ? words : at;
}

/// The colon that ends a label: not of a time, not in brackets; npos if none stands near.
std::size_t label_colon(std::string_view line, std::size_t from) {
    int depth = 0;
    for (std::size_t at = from; at < std::min(line.size(), from + kMaxLabel + 20); ++at) {
        const char c = line[at];
        depth += c == '(' || c == '[';
        depth -= (c == ')' || c == ']') && depth > 0;
        if (c == '?' || c == '!' || c == ';' || c == '"') return std::string_view::npos;
        if (c != ':' || depth > 0) continue;
        if (at > from && is_digit(line[at - 1]) && at + 1 < line.size() && is_digit(line[at + 1])) continue;
        return at;
    }
    return std::string_view::npos;
}

/// Whether words look like a name and its post: a capital first, few words, no full stop but those of initials.
bool has_name_shape(std::string_view words) {
    if (words.empty() || words.size() > kMaxLabel || !(is_capital(words[0]) || static_cast<unsigned char>(words[0]) >= 0xC3 || words[0] == '[')) return false;
    const std::string_view name = words.substr(0, words.find_first_of(",("));
    return count_words(name) <= kMaxNameWords && count_words(words) <= 2 * kMaxNameWords;
}

/// "<v Ann Hay>", "<v.loud Ann Hay>" at the line's start: the speaker between, or nothing.
std::optional<TurnLabel> parse_tag(std::string_view line) {
    if (!line.starts_with("<v")) return std::nullopt;
    const std::size_t close = line.find('>'), space = line.find(' ');
    if (close == std::string_view::npos || space > close || close > kMaxLabel) return std::nullopt;
    TurnLabel label;
    label.tag = span32(0, space + 1);
    label.speaker = trimmed(line, span32(space + 1, close));
    label.text = static_cast<std::uint32_t>(close + 1);
    if (label.speaker.empty()) return std::nullopt;
    return label;
}

/// The speaker's words of [begin, end) without emphasis and without a time at their end.
bool take_speaker(TurnLabel& label, std::string_view line, std::size_t begin, std::size_t end) {
    const auto bare = [&](std::size_t stop) {
        while (stop > begin && (line[stop - 1] == '*' || line[stop - 1] == '_' || line[stop - 1] == ' ' || line[stop - 1] == '\t')) --stop;
        return trimmed(line, span32(begin, stop));
    };
    Span words = bare(end);
    if (words.empty()) return false;
    const std::size_t stamp = stamp_begin(line, words.begin, words.end);
    if (stamp < words.end && label.stamp.empty()) {
        label.stamp = {static_cast<std::uint32_t>(stamp), words.end};
        words = bare(stamp);
    }
    label.speaker = words;
    return has_name_shape(slice(line, words));
}

struct LabelRows {
    std::unordered_map<std::string_view, Likeness> rows;
};

Likeness row_of(const std::string& plain) {
    static const LabelRows table = [] {
        LabelRows made;
        for (const TableRow& row : table_rows(k_turn_labels_tsv, 2)) made.rows[row[1]] = row[0] == "anonymous" ? Likeness::anonymous : Likeness::none;
        return made;
    }();
    const auto found = table.rows.find(plain);
    return found == table.rows.end() ? Likeness::weak : found->second;
}

/// "Speaker 12" as "speaker", "[inaudible]" as "inaudible".
std::string without_number(std::string plain) {
    std::erase_if(plain, [](char c) { return c == '[' || c == ']' || c == '(' || c == ')'; });
    while (!plain.empty() && (is_digit(plain.back()) || plain.back() == ' ' || plain.back() == '#')) plain.pop_back();
    return plain;
}

/// "AM", "MSP" behind a name.
bool is_suffix(const Lexeme& lexeme) { return lexeme.upper && lexeme.form.size() <= 4; }

std::size_t behind_suffixes(const Lexemes& lexemes, std::size_t at) {
    while (at < lexemes.size() && is_suffix(lexemes[at])) ++at;
    return at;
}

/// "ANN HAY": capitals that say nothing of initials and letters behind the name.
Lexemes in_small_letters(Lexemes lexemes) {
    if (std::all_of(lexemes.begin(), lexemes.end(), [](const Lexeme& lexeme) { return lexeme.upper || !lexeme.word || lexeme.form.size() == 1; }))
        for (Lexeme& lexeme : lexemes) lexeme.upper = lexeme.upper && lexeme.form.size() < 3;
    return lexemes;
}

bool is_whole_name(const Lexemes& lexemes, std::size_t from) {
    const std::size_t size = lexemes.size();
    if (const auto name = titled_name_at(lexemes, from, size, false); name && behind_suffixes(lexemes, name->at.end) == size) return true;
    if (const auto name = bare_name_at(lexemes, from, size, false); name && behind_suffixes(lexemes, name->at.end) == size) return true;
    return false;
}

/// "Hay, Ann".
bool is_name_turned_round(const Lexemes& lexemes) {
    if (lexemes.size() < 3 || lexemes.size() > 5 || lexemes[1].form != ",") return false;
    Lexemes turned(lexemes.begin() + 2, lexemes.end());
    turned.push_back(lexemes.front());
    return bare_name_at(turned, 0, turned.size(), false).has_value();
}

bool is_witness(std::string_view form) { return is_one_of(form, {"witness", "applicant", "objector", "interviewer"}); }

/// "The Chair", "Director of Roads", "Chair Hay".
bool is_post_or_post_with_name(const Lexemes& lexemes) {
    const std::size_t from = !lexemes.empty() && lexemes.front().form == "the" ? 1 : 0;
    if (from < lexemes.size() && is_witness(lexemes[from].form) && lexemes.size() - from <= 2) return true;
    const auto title = title_at(lexemes, from, lexemes.size(), {});
    if (!title || title->at.begin != from) return false;
    if (title->at.end == lexemes.size() || is_whole_name(lexemes, title->at.end)) return true;
    return title->core.end + 1 == lexemes.size() && lexemes.back().capital;   // "Chair Hay"
}

}  // namespace

std::size_t stamp_size(std::string_view line) { return stamp_end(line, 0); }

bool is_cue_time(std::string_view line) {
    const std::size_t first = clock_end(line, 0);
    return first > 0 && line.substr(first).starts_with(" --> ") && clock_end(line, first + 5) > first + 5;
}

std::optional<TurnLabel> parse_turn_label(std::string_view line, bool set_off) {
    if (line.starts_with("<v")) return parse_tag(line);
    TurnLabel label;
    std::size_t at = skip_emphasis(line, 0);
    if (const std::size_t end = stamp_end(line, at); end > at) {
        label.stamp = span32(at, end);
        at = end;
        while (at < line.size() && (line[at] == '-' || line[at] == ':' || line[at] == ',')) ++at;
        at = skip_emphasis(line, at);
        if (line.substr(at).starts_with("\u2013 ") || line.substr(at).starts_with("- ")) at = skip_emphasis(line, line.find(' ', at));
    }
    if (const std::size_t end = question_end(line, at); end > at) {
        label.question = span32(at, end);
        at = skip_emphasis(line, end);
    }
    if (const std::size_t colon = label_colon(line, at); colon != std::string_view::npos) {
        if (!take_speaker(label, line, at, colon)) return std::nullopt;
        label.text = static_cast<std::uint32_t>(skip_emphasis(line, colon + 1));
        return label;
    }
    if (line.size() > kMaxAlone || !take_speaker(label, line, at, line.size())) return std::nullopt;
    label.text = static_cast<std::uint32_t>(line.size());
    label.style = label.stamp.empty() ? TurnStyle::alone : TurnStyle::stamped;
    const std::string_view name = slice(line, label.speaker);
    if (label.style == TurnStyle::alone && !set_off && !is_capitals(name)) return std::nullopt;
    return ends_sentence(name) ? std::nullopt : std::optional(label);
}

SpeakerWords split_speaker(std::string_view speaker) {
    const std::size_t open = speaker.find_first_of("([");
    if (open != std::string_view::npos && open > 0) {
        const std::size_t close = speaker.find_first_of(")]", open);
        const std::string_view name = slice(speaker, trimmed(speaker, span32(0, open)));
        return {name, speaker.substr(open + 1, close == std::string_view::npos ? std::string_view::npos : close - open - 1)};
    }
    const std::size_t comma = speaker.find(',');
    if (comma == std::string_view::npos) return {speaker, {}};
    const std::string_view name = speaker.substr(0, comma), rest = slice(speaker, trimmed(speaker, span32(comma + 1, speaker.size())));
    if (count_words(name) == 1 && count_words(rest) <= 2 && role_of_title(rest, {}) == Role::unattributed) return {speaker, {}};   // "Hay, Ann"
    return {name, rest};
}

Likeness likeness_of(std::string_view speaker) {
    const SpeakerWords words = split_speaker(speaker);
    const std::string plain = plain_form(words.name);
    const Likeness row = row_of(without_number(plain));
    if (row != Likeness::weak) return row;
    const Lexemes lexemes = in_small_letters(lexemes_of(words.name, span32(0, words.name.size())));
    if (is_whole_name(lexemes, 0) || is_name_turned_round(lexemes) || is_post_or_post_with_name(lexemes)) return Likeness::sure;
    if (label_of(plain + ":") || lexemes.empty()) return Likeness::none;
    if (row_of(std::string(lexemes.front().form)) == Likeness::none) return Likeness::none;   // "Question from Mr Hay"
    const bool capitals = std::all_of(lexemes.begin(), lexemes.end(), [](const Lexeme& lexeme) { return !lexeme.word || lexeme.capital; });
    return capitals && lexemes.size() <= 6 ? Likeness::weak : Likeness::none;
}

}  // namespace minutes
