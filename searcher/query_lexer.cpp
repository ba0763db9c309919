#include "searcher/query_lexer.hpp"

#include "analyzers/words/word_form.hpp"
#include "searcher/query.hpp"

#include <algorithm>
#include <iterator>

namespace minutes {
namespace {

constexpr std::uint32_t u32(std::size_t n) { return static_cast<std::uint32_t>(n); }

bool is_space(char32_t c) {
    return c == ' ' || (c >= 9 && c <= 13) || c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
           c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_quote(char32_t c) { return c == '"' || (c >= 0x201C && c <= 0x201F) || c == 0xFF02; }

bool is_dash(char32_t c) { return (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

/// What the language does not have (yet), where in a bare word it is looked for, and what to do instead.
struct Reserved {
    enum class Where { start, anywhere } where;
    std::string_view sign, message;  ///< {} stands for the word as typed
};

constexpr Reserved kReserved[] = {
    {Reserved::Where::anywhere, "*", "wildcards ({}) are not supported yet; a word also finds its other endings, and OR lists spellings: staff OR staffing"},
    {Reserved::Where::start, "=", "exact words ({}) are not written with = yet; put the word in quotes: \"staff\""},
    {Reserved::Where::start, "~", "expanding acronyms ({}) is not supported yet; list the spellings with OR"},
    {Reserved::Where::anywhere, "~", "distances and fuzzy words ({}) are not supported yet; use a phrase or AND"},
    {Reserved::Where::anywhere, "^", "weights ({}) are not supported; leave out the ^"},
    {Reserved::Where::anywhere, "||", "{} is not an operator; write OR"},
    {Reserved::Where::anywhere, "&&", "{} is not an operator; write AND, or nothing: all words are required"},
    {Reserved::Where::anywhere, "|", "alternatives ({}) are not supported yet; write (a OR b)"},
    {Reserved::Where::start, "+", "+ ({}) is not needed: all words are required"},
    {Reserved::Where::start, "!", "! ({}) is not an operator; write - or NOT"},
    {Reserved::Where::anywhere, "{", "scopes ({}) are not supported yet; all words are sought in one passage"},
    {Reserved::Where::anywhere, "}", "curly brackets ({}) are not supported yet; use ( )"},
    {Reserved::Where::anywhere, "[", "square brackets ({}) are not supported; use ( ), or quotes to search for the text"},
    {Reserved::Where::anywhere, "]", "square brackets ({}) are not supported; use ( ), or quotes to search for the text"},
    {Reserved::Where::anywhere, "<", "comparisons ({}) are not supported; write a range: date:2023-04..2024-03"},
    {Reserved::Where::anywhere, ">", "comparisons ({}) are not supported; write a range: date:2023-04..2024-03"},
    {Reserved::Where::anywhere, "=", "comparisons ({}) are not supported; write field:value or a range: date:2023-04..2024-03"},
    {Reserved::Where::anywhere, "\\", "backslashes ({}) are not supported; put the text in quotes"},
};

/// In the values of a field dots make ranges and any other sign may be part of a path or an id.
constexpr std::string_view kReservedInValues[] = {"*", "~", "^", "|", "{", "}", "<", ">"};

std::string with_word(std::string_view message, std::string_view word) {
    const std::size_t gap = message.find("{}");
    if (gap == std::string_view::npos) return std::string(message);
    return std::string(message.substr(0, gap)).append(word).append(message.substr(gap + 2));
}

/// Upper-case words that other languages know as operators.
std::string refused_operator(std::string_view word) {
    const std::string_view name = word.substr(0, word.find('/'));
    if (name == "NEAR" || name == "ADJ" || name == "ONEAR")
        return std::string(word) + " is not supported yet; use a phrase, \"a b\", or AND; in lower case it is a word";
    if (word == "XOR") return "XOR is not supported; write (a -b) OR (b -a); in lower case it is a word";
    return {};
}

class Lexer {
  public:
    explicit Lexer(std::string_view text) : text_(text) {}

    Lexed run() {
        while (lexed_.problem.message.empty() && skip_space()) next();
        push(PieceKind::end, {u32(text_.size()), u32(text_.size())}, {u32(text_.size()), u32(text_.size())});
        return std::move(lexed_);
    }

  private:
    std::string_view text_;
    std::size_t at_ = 0;
    bool glued_ = false;      ///< no white space before at_
    bool in_values_ = false;  ///< between the brackets of name:( )
    Lexed lexed_;

    bool skip_space() {
        const std::size_t before = at_;
        for (Decoded c; at_ < text_.size(); at_ = c.next)
            if (c = decode(text_, at_); !is_space(c.point)) break;
        glued_ = at_ == before && at_ > 0;
        return at_ < text_.size();
    }

    /// Words, phrases and brackets that touch ("social care"s, file:a(1).txt) could be read in two ways.
    bool touches(PieceKind kind) const {
        if (!glued_ || lexed_.list.empty() || (kind != PieceKind::word && kind != PieceKind::quoted && kind != PieceKind::open)) return false;
        const PieceKind before = lexed_.list.back().kind;
        if (before == PieceKind::close) return kind != PieceKind::open;
        return before == PieceKind::word || before == PieceKind::quoted;
    }

    void push(PieceKind kind, Span at, Span inner) {
        if (touches(kind)) return refuse(at, "this touches what stands before it; put a space between them, or put all of it in quotes");
        lexed_.list.push_back({kind, at, inner, glued_});
        at_ = at.end;
    }

    void refuse(Span at, std::string message) { lexed_.problem = {at, std::move(message)}; }

    Span here(std::size_t bytes) const { return {u32(at_), u32(at_ + bytes)}; }

    bool after_field() const { return glued_ && !lexed_.list.empty() && lexed_.list.back().kind == PieceKind::field; }

    void next() {
        const auto [c, after] = decode(text_, at_);
        const Span one = here(after - at_);
        if (c == '(' || c == ')') {
            in_values_ = c == '(' && after_field();
            return push(c == '(' ? PieceKind::open : PieceKind::close, one, one);
        }
        if (is_quote(c)) return quoted(one);
        if ((c == '-' || is_dash(c)) && !after_field() && !in_values_) return dash(one, c);
        bare();
    }

    void quoted(Span opening) {
        std::size_t i = opening.end;
        for (Decoded c; i < text_.size(); i = c.next) {
            c = decode(text_, i);
            if (!is_quote(c.point)) continue;
            const Span inner{opening.end, u32(i)};
            if (refuse_in_phrase(inner, c.next)) return;
            return push(PieceKind::quoted, {opening.begin, u32(c.next)}, inner);
        }
        refuse(opening, "this quote is never closed; add a closing \"");
    }

    bool refuse_in_phrase(Span inner, std::size_t after) {
        const std::string_view phrase = slice(text_, inner);
        const std::size_t star = phrase.find('*'), bar = phrase.find('|');
        const auto sign = [&](std::size_t at) { return Span{u32(inner.begin + at), u32(inner.begin + at + 1)}; };
        if (star != std::string_view::npos)
            refuse(sign(star), "wildcards (*) inside phrases are not supported yet; list the phrases with OR");
        else if (bar != std::string_view::npos)
            refuse(sign(bar), "alternatives (a|b) inside phrases are not supported yet; list the phrases with OR");
        else if (after < text_.size() && text_[after] == '~')
            refuse({u32(after), u32(word_end(after))}, "distances (\"a b\"~5) are not supported yet; use AND between the words");
        else if (after < text_.size() && (text_[after] == '^' || text_[after] == '*'))
            refuse({u32(after), u32(after + 1)}, "nothing may follow a phrase but a space; leave out the sign");
        else return false;
        return true;
    }

    void dash(Span one, char32_t c) {
        const bool stands_alone = one.end == text_.size() || is_space(decode(text_, one.end).point) || text_[one.end] == ')';
        if (stands_alone) return refuse(one, "this dash stands alone; write it directly before the word to exclude (-agency), or leave it out");
        if (c != '-') return refuse(one, "this is a long dash; to exclude a word use the plain hyphen: -agency");
        if (text_[one.end] == '-') return refuse({one.begin, one.end + 1}, "two hyphens in a row mean nothing; write one to exclude a word: -agency");
        if (glued_ && !lexed_.list.empty() && lexed_.list.back().kind != PieceKind::open)
            return refuse(one, "a hyphen here could join or exclude; put a space before it to exclude, or put all of it in quotes");
        push(PieceKind::minus, one, one);
    }

    /// The end of the run without white space, brackets or quotes that starts at `from`.
    std::size_t word_end(std::size_t from) const {
        for (Decoded c; from < text_.size(); from = c.next) {
            c = decode(text_, from);
            if (is_space(c.point) || c.point == '(' || c.point == ')' || is_quote(c.point)) break;
        }
        return from;
    }

    void bare() {
        const Span at = here(word_end(at_) - at_);
        const std::string_view word = slice(text_, at);
        if (after_field()) return value(at);
        if (word == "AND") return push(PieceKind::op_and, at, at);
        if (word == "OR") return push(PieceKind::op_or, at, at);
        if (word == "NOT") return push(PieceKind::op_not, at, at);
        if (in_values_) return value(at);
        if (const std::size_t colon = word.find(':'); colon != std::string_view::npos) {
            const Span name{at.begin, u32(at.begin + colon)};
            return push(PieceKind::field, {at.begin, name.end + 1}, name);
        }
        if (refuse_word(at)) return;
        push(PieceKind::word, at, at);
    }

    bool refuse_word(Span at) {
        const std::string_view word = slice(text_, at);
        std::string message = refused_operator(word);
        if (message.empty() && apostrophe_at(word, 0) > 0)
            message = "single quotes make no phrase; use double quotes, or leave out the apostrophe before the word";
        if (message.empty() && word.find("..") != std::string_view::npos && word.find_first_not_of("0123456789-.") == std::string_view::npos &&
            word.find_first_of("0123456789") != std::string_view::npos)
            message = "a range needs its field: date:" + std::string(word);
        for (const Reserved& row : kReserved) {
            if (!message.empty()) break;
            if (row.where == Reserved::Where::start ? word.starts_with(row.sign) : word.find(row.sign) != std::string_view::npos)
                message = with_word(row.message, word);
        }
        if (message.empty()) return false;
        refuse(at, std::move(message));
        return true;
    }

    void value(Span at) {
        const std::string_view word = slice(text_, at);
        for (const std::string_view sign : kReservedInValues) {
            const std::size_t found = word.find(sign);
            if (found == std::string_view::npos || word == kAnyValue) continue;
            const Span one{u32(at.begin + found), u32(at.begin + found + 1)};
            if (sign == "*") return refuse(one, "wildcards (*) in values are not supported yet; write the words of the value");
            if (sign == "{") return refuse(one, "scopes (item:{ } and meeting:{ }) are not supported yet; all words are sought in one passage");
            return refuse(one, std::string(sign) + " has no meaning in a value; put the value in quotes");
        }
        if (word.starts_with('-')) return refuse({at.begin, at.begin + 1}, "to exclude, put the hyphen before the field: -role:dcs");
        push(PieceKind::word, at, at);
    }
};

}  // namespace

Problem find_unprintable(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto [c, next] = decode(text, i);
        const Span at{u32(i), u32(next)};
        const bool stray = next == i + 1 && static_cast<unsigned char>(text[i]) >= 0x80;
        const bool broken = stray || (c >= 0xD800 && c <= 0xDFFF) || c > 0x10FFFF || (next == i + 3 && c < 0x800) || (next == i + 4 && c < 0x10000);
        if (broken) return {at, "the query is not valid UTF-8 here; type it again or change the terminal's character set"};
        const bool control = (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0);
        if (control) return {at, "the query holds a control character here; take it out"};
        i = next;
    }
    return {};
}

Lexed lex_query(std::string_view text) { return Lexer(text).run(); }

}  // namespace minutes
