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

/// What the language does not have, where in a bare word it is looked for, and what to do instead.
struct Reserved {
    enum class Where { start, anywhere } where;
    std::string_view sign, message;  ///< {} stands for the word as typed
};

constexpr Reserved kReserved[] = {
    {Reserved::Where::anywhere, "~", "fuzzy words ({}) are not supported; a word also finds its other endings, and staff* every word that begins so"},
    {Reserved::Where::anywhere, "^", "weights ({}) are not supported; leave out the ^ (before a word it means the start of the passage)"},
    {Reserved::Where::anywhere, "||", "{} is not an operator; write OR"},
    {Reserved::Where::anywhere, "&&", "{} is not an operator; write AND, or nothing: all words are required"},
    {Reserved::Where::anywhere, "|", "alternatives ({}) stand in the brackets of a phrase, as in \"agency (staff|workers)\"; elsewhere write (a OR b)"},
    {Reserved::Where::start, "+", "+ ({}) is not needed: all words are required"},
    {Reserved::Where::start, "!", "! ({}) is not an operator; write - or NOT"},
    {Reserved::Where::anywhere, "{", "curly brackets ({}) belong to item:{ } and meeting:{ }; to group words use ( )"},
    {Reserved::Where::anywhere, "}", "this curly bracket ({}) was never opened; scopes are item:{ } and meeting:{ }"},
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
    if (word.substr(0, word.find('/')) == "ONEAR") return "ONEAR is not an operator; write ADJ/5 for words in this order; in lower case it is a word";
    if (word == "XOR") return "XOR is not supported; write (a -b) OR (b -a); in lower case it is a word";
    return {};
}

bool is_near(std::string_view word) {
    const std::string_view name = word.substr(0, word.find('/'));
    return name == "NEAR" || name == "ADJ";
}

/// A distance as typed: its number, or why there is none.
struct Distance {
    std::uint32_t number = 0;
    std::string message;
};

Distance read_distance(std::string_view digits, std::string_view before) {
    const std::string example = std::string(before) + "5";
    if (digits.empty() || digits.find_first_not_of("0123456789") != std::string_view::npos)
        return {0, "a whole number must follow, as in " + example + ": within so many words"};
    std::uint32_t number = 0;
    for (const char digit : digits.substr(0, 6)) number = number * 10 + static_cast<std::uint32_t>(digit - '0');
    if (digits.size() > 6 || number > kMaxNear)
        return {0, "the distance may be " + std::to_string(kMaxNear) + " words (limit: distance); for words anywhere in the passage use AND"};
    if (number == 0) return {0, "a distance of 0 words means nothing; 1 is side by side"};
    return {number, {}};
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
    std::size_t braces_ = 0;  ///< scopes that are open
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
        const bool begins = kind == PieceKind::word || kind == PieceKind::quoted || kind == PieceKind::open || kind == PieceKind::sign || kind == PieceKind::op_near;
        if (!glued_ || lexed_.list.empty() || !begins) return false;
        const PieceKind before = lexed_.list.back().kind;
        if (before == PieceKind::close || before == PieceKind::brace) return kind != PieceKind::open;
        return before == PieceKind::word || before == PieceKind::quoted;
    }

    void push(PieceKind kind, Span at, Span inner, std::uint32_t number = 0) {
        if (touches(kind)) return refuse(at, "this touches what stands before it; put a space between them, or put all of it in quotes");
        lexed_.list.push_back({kind, at, inner, glued_, number});
        at_ = at.end;
    }

    void refuse(Span at, std::string message) { lexed_.problem = {at, std::move(message)}; }

    Span here(std::size_t bytes) const { return {u32(at_), u32(at_ + bytes)}; }

    bool glued_to(PieceKind kind) const { return glued_ && !lexed_.list.empty() && lexed_.list.back().kind == kind; }
    bool after_field() const { return glued_to(PieceKind::field); }

    void next() {
        const auto [c, after] = decode(text_, at_);
        const Span one = here(after - at_);
        if (c == '(' || c == ')') {
            in_values_ = c == '(' && after_field();
            return push(c == '(' ? PieceKind::open : PieceKind::close, one, one);
        }
        if (c == '}' && braces_ > 0) {
            --braces_;
            return push(PieceKind::brace, one, one);
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
            return phrase(opening, {opening.end, u32(i)}, c.next);
        }
        refuse(opening, "this quote is never closed; add a closing \"");
    }

    /// A phrase with what follows its closing quote.
    void phrase(Span opening, Span inner, std::size_t after) {
        const char sign = after < text_.size() ? text_[after] : ' ';
        if (sign == '^' || sign == '*') return refuse({u32(after), u32(after + 1)}, "nothing may follow a phrase but a space or ~5; leave out the sign");
        if (sign != '~') return push(PieceKind::quoted, {opening.begin, u32(after)}, inner);
        const Span at{u32(after), u32(word_end(after))};
        const Distance distance = read_distance(slice(text_, at).substr(1), "\"a b\"~");
        if (!distance.message.empty()) return refuse(at, distance.message);
        push(PieceKind::quoted, {opening.begin, at.end}, inner, distance.number);
    }

    void dash(Span one, char32_t c) {
        const bool stands_alone = one.end == text_.size() || is_space(decode(text_, one.end).point) || text_[one.end] == ')' ||
                                  (text_[one.end] == '}' && braces_ > 0);
        if (stands_alone) return refuse(one, "this dash stands alone; write it directly before the word to exclude (-agency), or leave it out");
        if (c != '-') return refuse(one, "this is a long dash; to exclude a word use the plain hyphen: -agency");
        if (text_[one.end] == '-') return refuse({one.begin, one.end + 1}, "two hyphens in a row mean nothing; write one to exclude a word: -agency");
        if (glued_ && !lexed_.list.empty() && lexed_.list.back().kind != PieceKind::open && lexed_.list.back().kind != PieceKind::scope)
            return refuse(one, "a hyphen here could join or exclude; put a space before it to exclude, or put all of it in quotes");
        push(PieceKind::minus, one, one);
    }

    /// The end of the run without white space, brackets or quotes that starts at `from`; curly brackets end it in a scope.
    std::size_t word_end(std::size_t from) const {
        for (Decoded c; from < text_.size(); from = c.next) {
            c = decode(text_, from);
            if (is_space(c.point) || c.point == '(' || c.point == ')' || is_quote(c.point) || (c.point == '}' && braces_ > 0)) break;
        }
        return from;
    }

    void bare() {
        const Span at = here(word_end(at_) - at_);
        const std::string_view word = slice(text_, at);
        if (after_field()) return value(at);
        if (!glued_to(PieceKind::sign) && operator_or_value(at)) return;
        if (word.front() == '=' || word.front() == '~' || word.front() == '^') return push(PieceKind::sign, here(1), here(1));
        if (const std::size_t colon = word.find(':'); colon != std::string_view::npos) return named({at.begin, u32(at.begin + colon)});
        if (refuse_word(at)) return;
        push(PieceKind::word, at, at);
    }

    bool operator_or_value(Span at) {
        const std::string_view word = slice(text_, at);
        if (word == "AND") push(PieceKind::op_and, at, at);
        else if (word == "OR") push(PieceKind::op_or, at, at);
        else if (word == "NOT") push(PieceKind::op_not, at, at);
        else if (in_values_) value(at);
        else if (is_near(word)) near(at);
        else return false;
        return true;
    }

    void near(Span at) {
        const std::string_view word = slice(text_, at);
        const std::size_t slash = word.find('/');
        if (slash == std::string_view::npos) return push(PieceKind::op_near, at, at, kDefaultNear);
        const Distance distance = read_distance(word.substr(slash + 1), word.substr(0, slash + 1));
        if (!distance.message.empty()) return refuse(at, distance.message);
        push(PieceKind::op_near, at, at, distance.number);
    }

    /// name: or, before a curly bracket, item:{ and meeting:{.
    void named(Span name) {
        const std::size_t after = name.end + 1;
        std::string typed(slice(text_, name));
        for (char& c : typed) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
        if (after >= text_.size() || text_[after] != '{') return push(PieceKind::field, {name.begin, u32(after)}, name);
        if (typed != "item" && typed != "meeting")
            return refuse({name.begin, u32(after + 1)}, "curly brackets belong to item:{ } and meeting:{ }; several values of a field are written role:(a b)");
        ++braces_;
        push(PieceKind::scope, {name.begin, u32(after + 1)}, name);
    }

    bool refuse_word(Span at) {
        const std::string_view word = slice(text_, at);
        std::string message = refused_operator(word);
        if (const std::size_t star = word.find('*'); message.empty() && star != std::string_view::npos && star + 1 < word.size()) {
            refuse({u32(at.begin + star), u32(at.begin + star + 1)}, "a star stands at the end of a word only (staff*: every word that begins so)");
            return true;
        }
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
            if (sign == "*") return refuse(one, "wildcards (*) in values are not supported; write the words of the value, or * alone for any");
            if (sign == "{" || sign == "}") return refuse(one, "curly brackets belong to item:{ } and meeting:{ }; several values are written role:(a b)");
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
