#include "analyzers/people/lexemes.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace minutes {
namespace {

/// One code point as far as we need it: its length in bytes and what it is to a reader of names.
struct Glyph {
    enum Kind { space, line_break, letter, digit, apostrophe, dash, mark, nothing } kind = nothing;
    std::uint32_t bytes = 1;
    bool capital = false;
};

constexpr Glyph ascii_glyph(unsigned char c) {
    if (c == '\n') return {Glyph::line_break, 1, false};
    if (c <= ' ') return {Glyph::space, 1, false};
    if (c >= 'A' && c <= 'Z') return {Glyph::letter, 1, true};
    if (c >= 'a' && c <= 'z') return {Glyph::letter, 1, false};
    if (c >= '0' && c <= '9') return {Glyph::digit, 1, false};
    if (c == '\'') return {Glyph::apostrophe, 1, false};
    if (c == '-') return {Glyph::dash, 1, false};
    if (c == '*' || c == '_') return {Glyph::nothing, 1, false};
    return {Glyph::mark, 1, false};
}

constexpr std::array<Glyph, 128> kAscii = [] {
    std::array<Glyph, 128> glyphs{};
    for (std::size_t c = 0; c < glyphs.size(); ++c) glyphs[c] = ascii_glyph(static_cast<unsigned char>(c));
    return glyphs;
}();

Glyph wide_glyph_at(std::string_view text, std::size_t i) {
    const auto byte = [&](std::size_t k) { return k < text.size() ? static_cast<unsigned char>(text[k]) : 0u; };
    const unsigned lead = byte(i);
    const std::uint32_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead == 0xC2) {
        if (byte(i + 1) == 0xA0) return {Glyph::space, 2, false};
        return {byte(i + 1) == 0xAD ? Glyph::nothing : Glyph::mark, 2, false};
    }
    if (lead == 0xC3) return {Glyph::letter, 2, byte(i + 1) >= 0x80 && byte(i + 1) <= 0x9E};
    if (lead == 0xE2) {
        const unsigned low = byte(i + 2);
        if (byte(i + 1) != 0x80) return {Glyph::mark, 3, false};
        if (low >= 0x80 && low <= 0x8A) return {Glyph::space, 3, false};
        if (low >= 0x8B && low <= 0x8F) return {Glyph::nothing, 3, false};
        if (low >= 0x90 && low <= 0x95) return {Glyph::dash, 3, false};
        if (low == 0x98 || low == 0x99) return {Glyph::apostrophe, 3, false};
        return {Glyph::mark, 3, false};
    }
    return {lead == 0xEF ? Glyph::nothing : Glyph::letter, bytes, lead == 0xC5 && byte(i + 1) % 2 == 0};
}

/// Offsets past the end read as NUL.
inline Glyph glyph_at(std::string_view text, std::size_t i) {
    const unsigned char lead = i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
    return lead < 0x80 ? kAscii[lead] : wide_glyph_at(text, i);
}

void fold_onto(std::string& form, std::string_view glyph, const Glyph& kind) {
    if (kind.kind == Glyph::apostrophe) {
        form += '\'';
    } else if (glyph.size() == 1) {
        form += static_cast<char>(kind.capital ? glyph[0] + 32 : glyph[0]);
    } else {
        form += glyph;
        if (kind.capital && glyph.size() == 2 && glyph[0] == '\xC3') form.back() = static_cast<char>(form.back() + 32);
    }
}

const WordSet kAbbreviations = {"mr", "mrs", "ms", "dr", "cllr", "cllrs", "clr", "rev", "revd", "prof", "st", "ald", "cyng", "no", "nos", "hon", "fr", "cr", "maj", "capt"};
constexpr std::size_t kLongestAbbreviation = 5;

/// What an ASCII byte means behind letters: `border`: whatever follows, the word ends.
enum class Byte : unsigned char { small, capital, border, other };

constexpr std::array<Byte, 256> kBytes = [] {
    std::array<Byte, 256> bytes{};
    for (std::size_t c = 0; c < bytes.size(); ++c) {
        const Glyph glyph = ascii_glyph(static_cast<unsigned char>(c));
        const bool ends = glyph.kind == Glyph::space || glyph.kind == Glyph::line_break || glyph.kind == Glyph::dash || (glyph.kind == Glyph::mark && c != '.');
        bytes[c] = c >= 0x80 ? Byte::other : glyph.kind == Glyph::letter ? glyph.capital ? Byte::capital : Byte::small : ends ? Byte::border : Byte::other;
    }
    return bytes;
}();

/// Reads one word, from a letter or digit. Letters may hold apostrophes; digits may hold . , / : % between digits;
/// single letters joined by dots are initials: "J.W.R." reads "jwr".
class WordReader {
public:
    WordReader(std::string_view text, std::size_t end) : text_(text), end_(end) {}

    Lexeme read(std::size_t begin) {
        std::size_t end = begin;
        bool small = false;
        for (; end < end_; ++end) {
            const Byte byte = kBytes[static_cast<unsigned char>(text_[end])];
            if (byte > Byte::capital) break;
            small = small || byte == Byte::small;
        }
        return end > begin && ends_letters(begin, end) ? lexeme_of_letters(begin, end, small) : read_mixed(begin);
    }

private:
    static Span span(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

    Lexeme read_mixed(std::size_t begin) {
        form_.clear();
        capital_ = false;
        letters_ = capitals_ = 0;
        std::size_t i = begin;
        while (i < end_) {
            const Glyph glyph = glyph_at(text_, i);
            if (!belongs(i, glyph)) break;
            if (glyph.kind != Glyph::nothing && !(glyph.kind == Glyph::mark && text_[i] == '.' && letters_)) take(i, glyph);
            i += glyph.bytes;
        }
        const FoldedWord word = folded_word(form_);
        return {span(begin, std::min(i, end_)), word.form, true, capital_, letters_ >= 2 && capitals_ == letters_, false, 0, word.sets};
    }

    /// Whether a word of nothing but ASCII letters, as most are, ends where they do.
    bool ends_letters(std::size_t begin, std::size_t i) const {
        if (i == end_ || kBytes[static_cast<unsigned char>(text_[i])] == Byte::border) return true;
        const bool stop = text_[i] == '.' && i - begin >= 2;
        return stop && !(i - begin <= kLongestAbbreviation && kAbbreviations.has(folded_letters(text_.substr(begin, i - begin))));
    }

    Lexeme lexeme_of_letters(std::size_t begin, std::size_t end, bool small) const {
        const FoldedWord word = folded_letters(text_.substr(begin, end - begin));
        const bool capital = kBytes[static_cast<unsigned char>(text_[begin])] == Byte::capital;
        return {span(begin, end), word.form, true, capital, !small && end - begin >= 2, false, 0, word.sets};
    }

    bool belongs(std::size_t i, const Glyph& glyph) const {
        switch (glyph.kind) {
            case Glyph::letter: case Glyph::digit: case Glyph::nothing: return true;
            case Glyph::apostrophe: return next_is(i + glyph.bytes, Glyph::letter) && letters_ > 0;
            case Glyph::mark: return belongs_mark(i);
            default: return false;
        }
    }

    bool belongs_mark(std::size_t i) const {
        const char c = text_[i];
        if (letters_ == 0) return (c == '.' || c == ',' || c == '/' || c == ':') && next_is(i + 1, Glyph::digit);
        if (c != '.') return false;
        const bool initials = static_cast<std::size_t>(letters_) == form_.size() && single_letters(i);
        return initials ? capitals_ > 0 || next_is(i + 1, Glyph::letter) || letters_ > 1 : kAbbreviations.has(folded_word(form_));
    }

    /// Whether the word so far is one letter, or letters each followed by a dot.
    bool single_letters(std::size_t i) const { return letters_ == 1 || (i >= 2 && text_[i - 2] == '.'); }
    bool next_is(std::size_t i, Glyph::Kind kind) const { return i < end_ && glyph_at(text_, i).kind == kind; }

    void take(std::size_t i, const Glyph& glyph) {
        if (form_.empty()) capital_ = glyph.capital;
        if (glyph.kind == Glyph::letter) { ++letters_; capitals_ += glyph.capital; }
        fold_onto(form_, text_.substr(i, glyph.bytes), glyph);
    }

    std::string_view text_;
    std::size_t end_;
    std::string form_;
    bool capital_ = false;
    int letters_ = 0, capitals_ = 0;
};

/// The folded form of a mark, which may be of several bytes.
std::string_view form_of_mark(std::string_view mark, Glyph::Kind kind) {
    if (kind == Glyph::dash) return "-";
    if (kind == Glyph::apostrophe) return "'";
    if (mark == "\xE2\x80\x9C" || mark == "\xE2\x80\x9D") return "\"";
    return mark;
}

bool ends(const Lexeme& mark) { return mark.form.size() == 1 && (mark.form[0] == '.' || mark.form[0] == '?' || mark.form[0] == '!'); }
bool opens(const Lexeme& mark) { return mark.form.size() == 1 && (mark.form[0] == '(' || mark.form[0] == '"' || mark.form[0] == '\''); }

bool ends_sentence(const Lexemes& lexemes, std::size_t i) {
    const Lexeme& here = lexemes[i];
    if (i + 1 == lexemes.size() || lexemes[i + 1].breaks >= 2) return true;
    const Lexeme& next = lexemes[i + 1];
    if (!here.word && ends(here)) return next.breaks > 0 || next.capital || (next.word ? next.form[0] >= '0' && next.form[0] <= '9' : opens(next));
    return next.capital && (here.form == "pm" || here.form == "am") && here.at.size() >= 4;  // "at 5.50 p.m. The ..."
}

}  // namespace

Lexemes lexemes_of(std::string_view text, Span part) {
    Lexemes lexemes;
    const std::size_t end = std::min<std::size_t>(part.end, text.size());
    lexemes.reserve(part.begin < end ? (end - part.begin) / 5 : 0);   // English has six bytes a word
    WordReader words(text.substr(0, end), end);
    int breaks = 0;
    bool tight = false, after_dash = false;  // no space since the last word; a dash directly after it
    for (std::size_t i = part.begin; i < end;) {
        if (text[i] == ' ') {
            tight = after_dash = false;
            ++i;
            continue;
        }
        const Glyph glyph = glyph_at(text, i);
        if (glyph.kind == Glyph::letter || glyph.kind == Glyph::digit) {
            const bool joined = after_dash && breaks == 0 && lexemes.size() >= 2;
            if (joined) lexemes.pop_back();
            Lexeme& word = lexemes.emplace_back(words.read(i));
            word.breaks = breaks;
            word.joined = joined;
            i = word.at.end;
            breaks = 0, tight = true, after_dash = false;
            continue;
        }
        if (glyph.kind == Glyph::line_break) ++breaks;
        if (glyph.kind == Glyph::space || glyph.kind == Glyph::line_break) tight = after_dash = false;
        if (glyph.kind == Glyph::mark || glyph.kind == Glyph::dash || glyph.kind == Glyph::apostrophe) {
            const bool ampersand = text[i] == '&';
            const FoldedWord form = folded_word(ampersand ? "and" : form_of_mark(text.substr(i, glyph.bytes), glyph.kind));
            after_dash = tight && text[i] == '-';
            tight = false;
            lexemes.push_back({{static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i + glyph.bytes)}, form.form, ampersand, false, false, false, breaks, form.sets});
            breaks = 0;
        }
        i += glyph.bytes;
    }
    return lexemes;
}

Lexemes lexemes_of(std::string_view text, const Passage& passage) {
    Lexemes all;
    for (Span part : passage.parts) {
        if (!passage.marker.empty() && part.contains(passage.marker)) part.begin = std::max(part.begin, passage.marker.end);
        Lexemes lexemes = lexemes_of(text, part);
        if (all.empty()) {
            all = std::move(lexemes);
            continue;
        }
        if (!lexemes.empty()) lexemes.front().breaks = std::max(lexemes.front().breaks, 1);
        all.insert(all.end(), lexemes.begin(), lexemes.end());
    }
    return all;
}

std::vector<Range> sentences_of(const Lexemes& lexemes) {
    std::vector<Range> sentences;
    sentences.reserve(lexemes.size() / 16 + 1);
    std::size_t begin = 0;
    for (std::size_t i = 0; i < lexemes.size(); ++i) {
        const bool inside = i + 1 < lexemes.size() && lexemes[i].word && !lexemes[i + 1].capital && lexemes[i + 1].breaks < 2;   // most are
        if (inside || !ends_sentence(lexemes, i)) continue;
        sentences.push_back({begin, i + 1});
        begin = i + 1;
    }
    return sentences;
}

Span span_of(const Lexemes& lexemes, Range range) {
    if (range.empty() || range.begin >= lexemes.size()) return {};
    return {lexemes[range.begin].at.begin, lexemes[std::min(range.end, lexemes.size()) - 1].at.end};
}

}  // namespace minutes
