#include "analyzers/tokens.hpp"

#include "analyzers/words/tokens_icu.hpp"
#include "analyzers/words/word_form.hpp"
#include "analyzers/words/word_split.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

namespace minutes {
namespace {

/// A run of more bytes than this without white space is cut: no language is written so, and ICU's memory stays bounded.
constexpr std::size_t kMaxRunBytes = 1 << 20;

/// A whole of more words than this is no reference but hostile text or a list.
constexpr std::size_t kMaxWholeWords = 16;

constexpr char32_t kWideApostrophe = 0xFF07;

constexpr std::uint32_t u32(std::size_t n) { return static_cast<std::uint32_t>(n); }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_letter(char c) { return is_upper(c) || is_lower(c); }
constexpr bool is_space(char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F; }
constexpr bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// A text without characters that readers do not see (soft hyphens, zero widths), apostrophes all alike, and the way back.
struct Cleaned {
    struct Shift { std::uint32_t from, by; };  ///< from this byte of `text` on, the original byte is `by` further
    std::string text;
    std::vector<Shift> shifts;                 ///< ascending
};

Cleaned clean(std::string_view text) {
    Cleaned cleaned;
    cleaned.text.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const auto [point, next] = decode(text, i);
        const bool hidden = u_hasBinaryProperty(static_cast<UChar32>(point), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
        if (apostrophe_at(text, i) > 0 || point == kWideApostrophe) cleaned.text += '\'';
        else if (point == '@') cleaned.text += ' ';  // a letter to some versions of ICU, to others not
        else if (!hidden) cleaned.text += text.substr(i, next - i);
        i = next;
        const std::uint32_t by = u32(next - cleaned.text.size());
        if (by != (cleaned.shifts.empty() ? 0 : cleaned.shifts.back().by)) cleaned.shifts.push_back({u32(cleaned.text.size()), by});
    }
    return cleaned;
}

/// Where byte `at` of a cleaned text stood.
std::uint32_t original(const Cleaned& cleaned, std::uint32_t at) {
    const auto after = std::upper_bound(cleaned.shifts.begin(), cleaned.shifts.end(), at,
                                        [](std::uint32_t byte, const Cleaned::Shift& shift) { return byte < shift.from; });
    return at + (after == cleaned.shifts.begin() ? 0 : std::prev(after)->by);
}

/// What stands between two neighbouring words of one reference: / . & - or 0.
char joiner(std::string_view text, Span left, Span right) {
    if (right.begin - left.end > 3 || left.end == right.begin || is_space(text[left.end])) return 0;
    const std::string_view gap = slice(text, {left.end, right.begin});
    if (gap == "/" || gap == "&" || gap == "-") return gap.front();
    if (gap == "\u2010" || gap == "\u2011") return '-';
    if (gap != ".") return 0;
    // "22/00345/FUL.The" is the end of a sentence, not of a reference.
    const bool sentence = is_upper(text[right.begin]) && right.size() > 1 && is_lower(text[right.begin + 1]);
    return !sentence && (is_digit(text[left.end - 1]) || is_digit(text[right.begin])) ? '.' : '\0';
}

bool is_single_letter(std::string_view word) {
    if (word.size() == 1) return is_letter(word.front());
    const auto [point, next] = decode(word, 0);
    return next == word.size() && u_isalpha(static_cast<UChar32>(point));
}

/// "S's" at the end of "D.C.S's".
bool is_possessive_letter(std::string_view word) {
    return word.size() >= 3 && is_letter(word.front()) && apostrophe_at(word, 1) == word.size() - 2 &&
           (word.back() == 's' || word.back() == 'S');
}

/// How many words from `first` on are single letters with dots between them ("D.C.S."); 1 if it is none.
std::size_t dotted_letters(std::string_view text, const std::vector<Span>& words, std::size_t first) {
    std::size_t count = 1;
    if (words[first].end >= text.size() || text[words[first].end] != '.') return count;
    while (first + count < words.size() && slice(text, {words[first + count - 1].end, words[first + count].begin}) == "." &&
           is_single_letter(slice(text, words[first + count - 1]))) {
        const std::string_view next = slice(text, words[first + count]);
        if (!is_single_letter(next) && !is_possessive_letter(next)) break;
        ++count;
    }
    return count;
}

/// Shortens the last form, which begins at `form`, to what a form may have.
void cut_form(std::string& forms, std::size_t form) {
    if (forms.size() - form <= kMaxFormBytes) return;
    std::size_t end = form + kMaxFormBytes;
    while (is_continuation(forms[end])) --end;
    forms.resize(end);
}

/// Adds the tokens of one stretch of text that begins and ends at white space.
class Stretch {
  public:
    /// `cleaned` is null when `text` is the original. `words` are spans of `text`.
    Stretch(Tokens& out, std::string_view text, const Cleaned* cleaned, std::uint32_t origin)
        : out_(out), text_(text), cleaned_(cleaned), origin_(origin) {}

    void add(std::vector<Span>& words) {
        const std::size_t first = out_.list.size();
        if (first == 0) out_.list.reserve(words.size() + words.size() / 8);  // room for wholes
        add_words(words);
        const std::size_t wholes = out_.list.size();
        for (std::size_t i = 0; i < words.size(); ++i) add_sum(words[i], out_.list[first + i]);
        for (std::size_t i = 0; i < words.size();) i = add_references(words, i, first);
        const auto at = [&](std::size_t index) { return out_.list.begin() + static_cast<std::ptrdiff_t>(index); };
        const auto earlier = [](const Token& a, const Token& b) {
            return a.position != b.position ? a.position < b.position : a.width < b.width;
        };
        std::stable_sort(at(wholes), out_.list.end(), earlier);
        std::inplace_merge(at(first), at(wholes), out_.list.end(),
                           [](const Token& a, const Token& b) { return a.position < b.position; });
    }

  private:
    Tokens& out_;
    std::string_view text_;
    const Cleaned* cleaned_;
    std::uint32_t origin_;

    Span in_original(Span span) const {
        if (cleaned_ == nullptr) return {origin_ + span.begin, origin_ + span.end};
        return {origin_ + original(*cleaned_, span.begin), origin_ + original(*cleaned_, span.end - 1) + 1};
    }

    void push(Span at, std::uint32_t form, std::uint32_t position, std::size_t width, bool whole) {
        out_.list.push_back({in_original(at), {form, u32(out_.forms.size())}, position, u32(width), whole});
    }

    /// Adds a token a word and leaves in `words` the spans of just these, dotted letters joined.
    void add_words(std::vector<Span>& words) {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < words.size();) {
            const std::size_t letters = dotted_letters(text_, words, i);
            const std::uint32_t form = u32(out_.forms.size());
            Span at{words[i].begin, words[i + letters - 1].end};
            for (std::size_t k = i; k < i + letters; ++k) append_form(out_.forms, slice(text_, words[k]));
            if (letters > 1 && at.end < text_.size() && text_[at.end] == '.') ++at.end;
            i += letters;
            if (form == out_.forms.size()) continue;
            cut_form(out_.forms, form);
            push(at, form, out_.words++, 1, false);
            words[kept++] = at;
        }
        words.resize(kept);
    }

    /// "£7.1m", "12.5%": the word with its symbols.
    void add_sum(Span word, const Token token) {
        if (!is_digit(text_[word.begin])) return;
        const std::string_view before = text_.substr(0, word.begin);
        std::string_view symbol;
        for (const std::string_view known : {"\u00A3", "$", "\u20AC"})
            if (before.ends_with(known)) symbol = known;
        const bool percent = word.end < text_.size() && text_[word.end] == '%';
        if (symbol.empty() && !percent) return;
        const std::uint32_t form = u32(out_.forms.size());
        out_.forms += std::string(symbol) + std::string(slice(out_.forms, token.form)) + (percent ? "%" : "");
        push({word.begin - u32(symbol.size()), word.end + (percent ? 1 : 0)}, form, token.position, 1, true);
    }

    /// Adds the wholes of the run of joined words that starts with words[i]; returns where the next run may start.
    std::size_t add_references(const std::vector<Span>& words, std::size_t i, std::size_t first) {
        if (words[i].end >= text_.size() || is_space(text_[words[i].end])) return i + 1;
        std::string joiners;  // between the run's words
        while (i + joiners.size() + 1 < words.size()) {
            const std::size_t last = i + joiners.size();
            const char c = joiner(text_, words[last], words[last + 1]);
            if (c == 0) break;
            joiners += c;
        }
        std::size_t part = 0;
        for (std::size_t k = 0; k <= joiners.size(); ++k) {
            if (k < joiners.size() && joiners[k] != '-') continue;
            add_reference(std::string_view(joiners).substr(part, k - part), first + i + part);
            part = k + 1;
        }
        // "2019/20-2021/22" is two references and, as printed, one.
        if (joiners.find('-') != std::string::npos) add_reference(joiners, first + i);
        return i + joiners.size() + 1;
    }

    void add_reference(std::string_view joiners, std::size_t token) {
        if (joiners.empty() || joiners.size() >= kMaxWholeWords) return;
        const std::uint32_t form = u32(out_.forms.size());
        std::string whole;
        for (std::size_t k = 0; k <= joiners.size(); ++k) {
            whole += slice(out_.forms, out_.list[token + k].form);
            if (k < joiners.size()) whole += joiners[k];
        }
        const bool digit = std::any_of(whole.begin(), whole.end(), is_digit);
        const bool letters = joiners.find_first_not_of('&') == std::string_view::npos;
        const bool numbered = joiners.find_first_of("/.") != std::string_view::npos;
        if (whole.size() > kMaxFormBytes || !(digit ? numbered : letters)) return;
        const Token &begin = out_.list[token], &end = out_.list[token + joiners.size()];
        out_.forms += whole;
        out_.list.push_back({{begin.at.begin, end.at.end}, {form, u32(out_.forms.size())}, begin.position, u32(joiners.size() + 1), true});
    }
};

void add_simple(Tokens& out, std::string_view text, std::size_t from, std::size_t to) {
    std::vector<Span> words;
    words.reserve((to - from) / 5);  // English has six bytes a word
    split_simple(text, from, to, words);
    Stretch(out, text.substr(0, to), nullptr, 0).add(words);
}

void add_by_icu(Tokens& out, std::string_view text, std::uint32_t origin) {
    const Cleaned cleaned = clean(text);
    std::vector<Span> words;
    split_by_icu(cleaned.text, words);
    Stretch(out, cleaned.text, &cleaned, origin).add(words);
}

/// The run without ASCII white space around `at`: no word crosses white space, so it can be read on its own.
Span run_around(std::string_view text, std::size_t from, std::size_t at) {
    std::size_t begin = at, end = at;
    while (begin > from && !is_space(text[begin - 1]) && at - begin < kMaxRunBytes) --begin;
    while (end < text.size() && !is_space(text[end]) && end - begin < kMaxRunBytes) ++end;
    while (end < text.size() && is_continuation(text[end])) ++end;
    return {u32(begin), u32(end)};
}

}  // namespace

Tokens tokenise(std::string_view text) {
    Tokens tokens;
    tokens.forms.reserve(text.size());
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t complex = find_complex(text, from);
        if (complex == text.size()) {
            add_simple(tokens, text, from, text.size());
            break;
        }
        const Span run = run_around(text, from, complex);
        add_simple(tokens, text, from, run.begin);
        add_by_icu(tokens, slice(text, run), run.begin);
        from = run.end;
    }
    return tokens;
}

namespace {

/// What a byte folds to where it is an ASCII letter or digit, else 0.
constexpr std::array<char, 256> kFolds = [] {
    std::array<char, 256> folds{};
    for (std::size_t i = 0; i < 0x80; ++i) {
        const char c = static_cast<char>(i);
        if (is_digit(c) || is_lower(c)) folds[i] = c;
        if (is_upper(c)) folds[i] = static_cast<char>(c + ('a' - 'A'));
    }
    return folds;
}();

/// White space and marks behind which no word goes on.
constexpr std::array<bool, 256> kEndsWord = [] {
    std::array<bool, 256> ends{};
    for (const char c : {' ', '\n', '\t', '(', ')', '[', ']', ':', ';', '!', '?', '"', '/'}) ends[static_cast<unsigned char>(c)] = true;
    return ends;
}();

/// Appends the words of text[from, to) up to the first that is more than a run of ASCII letters and digits with white space
/// or a plain mark behind it; where that begins, or `to`.
std::size_t append_plain_words(std::string& folded, std::string_view text, std::size_t from, std::size_t to) {
    while (true) {
        while (from < to && static_cast<unsigned char>(text[from]) < 0x80 && kFolds[static_cast<unsigned char>(text[from])] == 0) ++from;
        if (from == to) return to;
        std::size_t end = from;
        while (end < to && kFolds[static_cast<unsigned char>(text[end])] != 0) ++end;
        if (end == from) return from;   // not ASCII
        const char next = end < to ? text[end] : ' ', behind = end + 1 < to ? text[end + 1] : ' ';
        const bool ends = kEndsWord[static_cast<unsigned char>(next)] || ((next == '.' || next == ',') && is_space(behind) && end - from > 1);
        if (!ends || end - from > kMaxFormBytes) return from;
        const std::size_t at = folded.size(), gap = at > 0 ? 1 : 0;
        folded.append(gap, ' ').append(text, from, end - from);
        for (char* c = folded.data() + at + gap; c != folded.data() + folded.size(); ++c) *c = kFolds[static_cast<unsigned char>(*c)];
        from = end;
    }
}

}  // namespace

std::string folded_text(std::string_view text) {
    std::string folded;
    folded.reserve(text.size() + 1);
    const auto add = [&](std::string_view part, std::vector<Span>& words) {
        for (std::size_t i = 0; i < words.size();) {
            const std::size_t letters = dotted_letters(part, words, i), begin = folded.size();
            if (begin > 0) folded += ' ';
            const std::size_t form = folded.size();
            for (std::size_t k = i; k < i + letters; ++k) append_form(folded, slice(part, words[k]));
            if (folded.size() == form) folded.resize(begin);
            else cut_form(folded, form);
            i += letters;
        }
        words.clear();
    };
    std::vector<Span> words;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t complex = find_complex(text, from);
        const Span run = complex < text.size() ? run_around(text, from, complex) : Span{u32(text.size()), u32(text.size())};
        while ((from = append_plain_words(folded, text, from, run.begin)) < run.begin) {
            const std::size_t space = std::min<std::size_t>(text.find_first_of(" \n", from), run.begin);   // no word crosses it
            split_simple(text, from, space, words);
            add(text.substr(0, space), words);
            from = space;
        }
        from = run.end;
        if (run.empty()) continue;
        const Cleaned cleaned = clean(slice(text, run));
        split_by_icu(cleaned.text, words);
        add(cleaned.text, words);
    }
    return folded;
}

Tokens tokenise_by_icu(std::string_view text) {
    Tokens tokens;
    add_by_icu(tokens, text, 0);
    return tokens;
}

bool has_two_capitals(std::string_view word) { return std::count_if(word.begin(), word.end(), is_upper) >= 2; }

}  // namespace minutes
