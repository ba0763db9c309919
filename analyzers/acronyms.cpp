#include "analyzers/acronyms.hpp"

#include "analyzers/acronym_alignment.hpp"
#include "analyzers/words/word_form.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace minutes {
namespace {

/// A long form is at most so many bytes and words: the window in which one is looked for.
constexpr std::uint32_t kMaxBytes = 160;
constexpr std::size_t kMaxWords = 16;

constexpr std::uint32_t u32(std::size_t n) { return static_cast<std::uint32_t>(n); }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_ascii_word(char c) { return is_upper(c) || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }
constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

/// Bytes of the punctuation of several bytes that ends at `end` or begins at `begin`: dashes, curly double quotes, bullets,
/// no-break spaces; 0 for anything else. All but the last are E2 80 xx.
std::uint32_t wide_mark(std::string_view text, std::uint32_t begin) {
    if (text.substr(begin, 2) == "\u00A0") return 2;
    return text.substr(begin, 2) == "\xE2\x80" && apostrophe_at(text, begin) == 0 && begin + 3 <= text.size() ? 3 : 0;
}
std::uint32_t wide_mark_before(std::string_view text, std::uint32_t end) {
    if (end >= 2 && wide_mark(text, end - 2) == 2) return 2;
    return end >= 3 && wide_mark(text, end - 3) == 3 ? 3 : 0;
}

bool is_dash(std::string_view mark) { return mark == "-" || mark == "\u2013" || mark == "\u2014"; }
bool is_quote(std::string_view mark) { return mark == "\"" || mark == "\u201C" || mark == "\u201D" || mark == "'" || mark == "\u2018" || mark == "\u2019"; }

/// Whether a word goes on through the byte at `at`: letters, digits, apostrophes and any character of a foreign script.
bool in_word(std::string_view text, std::uint32_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    return is_ascii_word(text[at]) || byte == '\'' || byte >= 0x80;
}

/// The mark of one character at `at`, or before `end`; "" at either end of the text.
std::string_view mark_at(std::string_view text, std::uint32_t at) {
    if (at >= text.size()) return {};
    const std::uint32_t apostrophe = u32(apostrophe_at(text, at));
    return text.substr(at, std::max({wide_mark(text, at), apostrophe, 1u}));
}
std::string_view mark_before(std::string_view text, std::uint32_t end) {
    if (end == 0) return {};
    for (std::uint32_t bytes = 3; bytes > 1; --bytes)
        if (end >= bytes && (wide_mark(text, end - bytes) == bytes || apostrophe_at(text, end - bytes) == bytes)) return text.substr(end - bytes, bytes);
    return text.substr(end - 1, 1);
}

std::uint32_t skip_blanks(std::string_view text, std::uint32_t at) {
    while (at < text.size() && is_blank(text[at])) ++at;
    return at;
}
std::uint32_t skip_blanks_back(std::string_view text, std::uint32_t end) {
    while (end > 0 && is_blank(text[end - 1])) --end;
    return end;
}

// --- The words around an acronym ---

/// What stands between two words of one long form: a space, a hyphen, a comma, a slash, "&"; not the end of a sentence, a
/// bracket, a dash between spaces or an empty line. `none`: nothing at all joins too.
bool joins_words(std::string_view gap, bool none) {
    std::size_t newlines = 0;
    for (const char c : gap) {
        if (c == '\n' && ++newlines > 1) return false;
        if (!is_blank(c) && c != ',' && c != '-' && c != '/' && c != '&' && c != '\xC2' && c != '\xA0') return false;
    }
    return (none || !gap.empty()) && gap.find(" - ") == std::string_view::npos && gap.find('\t') == std::string_view::npos;
}

/// The last words before `end`, in reading order, back to where a sentence, a bracket or the window begins.
std::vector<LongFormWord> words_before(std::string_view text, std::uint32_t end) {
    std::vector<LongFormWord> words;
    const std::uint32_t from = end - std::min(end, kMaxBytes);
    std::uint32_t last = end;
    for (std::uint32_t at = end; words.size() < kMaxWords;) {
        while (at > from && !(in_word(text, at - 1) && wide_mark_before(text, at) == 0)) at -= std::max(1u, wide_mark_before(text, at));
        if (at <= from || !joins_words(text.substr(at, last - at), words.empty())) break;
        const std::uint32_t word_end = at;
        while (at > from && in_word(text, at - 1) && wide_mark_before(text, at) == 0) --at;
        if (at == from && from > 0) break;  // the window cuts this word
        words.push_back(long_form_word(text, {at, word_end}));
        last = at;
    }
    std::reverse(words.begin(), words.end());
    return words;
}

/// The words of text[at, end) from its first on, as far as they belong together.
std::vector<LongFormWord> words_from(std::string_view text, std::uint32_t at, std::uint32_t end) {
    std::vector<LongFormWord> words;
    end = std::min(end, at + kMaxBytes);
    std::uint32_t last = at;
    while (words.size() < kMaxWords) {
        while (at < end && (wide_mark(text, at) > 0 || !in_word(text, at))) at += std::max(1u, wide_mark(text, at));
        if (at >= end || (!words.empty() && !joins_words(text.substr(last, at - last), false))) break;
        const std::uint32_t begin = at;
        while (at < end && wide_mark(text, at) == 0 && in_word(text, at)) ++at;
        words.push_back(long_form_word(text, {begin, at}));
        last = at;
    }
    return words;
}

/// The first words of `words`, without "the", for which the letters stand; as many as fit, none if none do.
std::optional<Span> leading_long_form(std::string_view letters, std::vector<LongFormWord> words, bool strict) {
    if (!words.empty() && words.front().form == "the") words.erase(words.begin());
    for (; words.size() > 1; words.pop_back()) {
        if (words.back().linking || aligned_words(letters, words, strict) != words.size()) continue;
        return Span{words.front().at.begin, words.back().at.end};
    }
    return std::nullopt;
}

std::optional<Span> trailing_long_form(std::string_view letters, const std::vector<LongFormWord>& words, bool strict) {
    const std::size_t count = aligned_words(letters, words, strict);
    if (count == 0) return std::nullopt;
    return Span{words[words.size() - count].at.begin, words.back().at.end};
}

// --- One acronym and what stands beside it ---

/// Reads the surroundings of one word that looks like an acronym.
class Neighbourhood {
  public:
    Neighbourhood(std::string_view text, Span at, const AcronymLetters& acronym) : text_(text), at_(at), letters_(acronym.letters) {}

    std::optional<Span> long_form() const {
        if (const auto found = before_bracket()) return found;
        if (const auto found = in_bracket_after()) return found;
        if (const auto found = before_quotes()) return found;
        if (const auto found = before_dashes()) return found;
        return in_row_after();
    }

  private:
    std::string_view text_;
    Span at_;
    std::string_view letters_;

    /// Where the words end that lead in to the acronym: before `the "`, `known as "`, "or".
    std::uint32_t without_lead_in(std::uint32_t end) const {
        for (const std::string_view lead : {"the", "known as", "or"}) {
            end = skip_blanks_back(text_, end);
            if (text_.substr(0, end).ends_with(lead) && (end == lead.size() || !is_ascii_word(text_[end - lead.size() - 1]))) end -= u32(lead.size());
        }
        return skip_blanks_back(text_, end);
    }

    /// The acronym without quotes right around it; empty span if a quote stands on one side alone.
    Span quoted() const {
        const std::string_view left = mark_before(text_, at_.begin), right = mark_at(text_, at_.end);
        const bool opens = is_quote(left), closes = is_quote(right);
        if (!opens || !closes) return {};
        return {at_.begin - u32(left.size()), at_.end + u32(right.size())};
    }

    /// Long Form (ACR), Long Form (the "ACR").
    std::optional<Span> before_bracket() const {
        const Span quotes = quoted();
        const Span inner = quotes.size() > 0 ? quotes : at_;
        const std::uint32_t close = skip_blanks(text_, inner.end), open = without_lead_in(inner.begin);
        if (close >= text_.size() || text_[close] != ')' || open == 0 || text_[open - 1] != '(') return std::nullopt;
        return trailing_long_form(letters_, words_before(text_, open - 1), false);
    }

    /// ACR (Long Form).
    std::optional<Span> in_bracket_after() const {
        const std::uint32_t open = skip_blanks(text_, at_.end);
        if (open >= text_.size() || text_[open] != '(') return std::nullopt;
        const std::size_t close = text_.substr(0, std::min<std::size_t>(text_.size(), open + kMaxBytes)).find(')', open);
        if (close == std::string_view::npos) return std::nullopt;
        return leading_long_form(letters_, words_from(text_, open + 1, u32(close)), false);
    }

    /// Long Form, "ACR"; Long Form, the "ACR".
    std::optional<Span> before_quotes() const {
        const Span quotes = quoted();
        const std::uint32_t end = quotes.size() > 0 ? without_lead_in(quotes.begin) : 0;
        if (end == 0 || text_[end - 1] != ',') return std::nullopt;
        return trailing_long_form(letters_, words_before(text_, end - 1), true);
    }

    /// Long Form – ACR – or at the end of a clause.
    std::optional<Span> before_dashes() const {
        const std::uint32_t end = skip_blanks_back(text_, at_.begin), next = skip_blanks(text_, at_.end);
        const std::string_view dash = mark_before(text_, end), after = mark_at(text_, next);
        if (end == at_.begin || !is_dash(dash)) return std::nullopt;
        const bool closed = after.empty() || (is_dash(after) && next > at_.end) || after == "," || after == "." || after == ";";
        if (!closed) return std::nullopt;
        return trailing_long_form(letters_, words_before(text_, end - u32(dash.size())), true);
    }

    /// A row of a glossary: the acronym begins the line, a dash, a colon, a tab or = follows.
    std::optional<Span> in_row_after() const {
        if (const std::uint32_t before = at_.begin; before > 0 && text_[before - 1] != '\n' && text_[before - 1] != '\t') return std::nullopt;
        std::uint32_t at = at_.end;
        while (at < text_.size() && text_[at] == ' ') ++at;
        const std::string_view mark = mark_at(text_, at);
        if (mark != "\t" && mark != ":" && mark != "=" && !is_dash(mark)) return std::nullopt;
        if (mark == "-" && at == at_.end) return std::nullopt;  // a hyphen within a word
        const std::size_t row = text_.substr(0, std::min<std::size_t>(text_.size(), at + kMaxBytes)).find('\n', at);
        return leading_long_form(letters_, words_from(text_, at + u32(mark.size()), row == std::string_view::npos ? u32(text_.size()) : u32(row)), true);
    }
};

/// The end of the word that begins at `begin`: what an acronym may be printed with, its dots and apostrophes included.
std::uint32_t word_end(std::string_view text, std::uint32_t begin) {
    std::uint32_t at = begin;
    for (; at < text.size(); ++at) {
        if (is_ascii_word(text[at])) continue;
        const std::uint32_t apostrophe = u32(apostrophe_at(text, at)), next = at + std::max(apostrophe, 1u);
        const bool joint = text[at] == '.' || text[at] == '&' || apostrophe > 0;
        if (!joint || next >= text.size() || !is_ascii_word(text[next])) break;
        at = next;
    }
    const bool dotted = text.substr(begin, at - begin).find('.') != std::string_view::npos;
    return dotted && at < text.size() && text[at] == '.' ? at + 1 : at;
}

}  // namespace

std::vector<AcronymDefinition> find_acronyms(std::string_view text) {
    std::vector<AcronymDefinition> found;
    for (std::uint32_t at = 0; at < text.size();) {
        if (!is_ascii_word(text[at])) { ++at; continue; }
        const std::uint32_t end = word_end(text, at);
        const bool capital = is_upper(text[at]);
        if (const auto acronym = capital ? read_acronym(text.substr(at, end - at)) : std::nullopt)
            if (const auto words = Neighbourhood(text, {at, end}, *acronym).long_form()) found.push_back({acronym->printed, {at, end}, *words});
        at = end;
    }
    return found;
}

}  // namespace minutes
