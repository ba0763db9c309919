#include "searcher/query.hpp"

#include "searcher/query_leaves.hpp"
#include "searcher/query_lexer.hpp"
#include "searcher/scopes.hpp"

#include <algorithm>
#include <iterator>

namespace minutes {
namespace {

Span span_of(const std::vector<Node>& nodes) { return {nodes.front().at.begin, nodes.back().at.end}; }

template <typename Group>
Node grouped(std::vector<Node> nodes) {
    if (nodes.size() == 1) return std::move(nodes.front());
    const Span at = span_of(nodes);
    return {Group{std::move(nodes)}, at};
}

/// One recursive descent over the pieces. After the first fault it stands at the end, so every loop ends too.
class Parser {
  public:
    Parser(std::string_view text, std::vector<QueryPiece> pieces, std::string_view today) : text_(text), today_(today), pieces_(std::move(pieces)) {}

    Parsed run() {
        if (here().kind == PieceKind::end) return {};
        Node tree = any();
        if (here().kind == PieceKind::close) fail(here().at, "this bracket was never opened; take it out or add a (");
        if (here().kind != PieceKind::end) fail(here().at, "this is not understood here; take it out");
        if (failed()) return {{}, std::move(problem_)};
        return {std::move(tree), {}};
    }

  private:
    std::string_view text_, today_;
    std::vector<QueryPiece> pieces_;
    std::size_t next_ = 0;
    std::size_t depth_ = 0, leaves_ = 0;
    Problem problem_;

    const QueryPiece& here() const { return pieces_[next_]; }
    bool failed() const { return !problem_.message.empty(); }

    QueryPiece take() {
        const QueryPiece piece = here();
        if (piece.kind != PieceKind::end) ++next_;
        return piece;
    }

    Node fail(Span at, std::string message) {
        if (!failed()) problem_ = {at, std::move(message)};
        next_ = pieces_.size() - 1;
        return {};
    }

    bool at_operand() const {
        for (const PieceKind kind : {PieceKind::end, PieceKind::close, PieceKind::brace, PieceKind::op_or, PieceKind::op_and, PieceKind::op_near})
            if (here().kind == kind) return false;
        return true;
    }

    /// Refuses an operator without something to its right.
    void need_operand(const QueryPiece& after) {
        if (at_operand() || failed()) return;
        const std::string name(slice(text_, after.at));
        fail(after.at, name + " needs something on both sides of it; to search for the word put it in quotes: \"" + name + "\"");
    }

    Node any() {
        std::vector<Node> nodes;
        nodes.push_back(all());
        while (here().kind == PieceKind::op_or) {
            const QueryPiece sign = take();
            need_operand(sign);
            if (!failed()) nodes.push_back(all());
        }
        return grouped<Any>(std::move(nodes));
    }

    Node all() {
        if (!at_operand()) {
            const QueryPiece piece = take();
            return fail(piece.at, misplaced(piece));
        }
        std::vector<Node> nodes;
        nodes.push_back(negatable());
        while (here().kind == PieceKind::op_and || at_operand()) {
            const bool spelt = here().kind == PieceKind::op_and;
            if (spelt) {
                const QueryPiece sign = take();
                need_operand(sign);
                if (failed()) break;
            }
            Node node = negatable();
            if (spelt || !join(nodes, node)) nodes.push_back(std::move(node));
        }
        if (!failed()) refuse_disjoint_dates(nodes);
        return grouped<All>(std::move(nodes));
    }

    /// "date:2020 date:2022" can never hold; two years of interest are an OR.
    void refuse_disjoint_dates(const std::vector<Node>& nodes) {
        DateRange both;
        for (const Node& node : nodes) {
            const auto* range = std::get_if<DateRange>(&node.is);
            if (range == nullptr) continue;
            both.from = std::max(both.from, range->from);
            if (both.to.empty() || (!range->to.empty() && range->to < both.to)) both.to = range->to;
            if (!both.to.empty() && both.from > both.to)
                fail(node.at, "no day is in all of these dates; for any of several dates write date:(2020 2022)");
        }
    }

    std::string misplaced(const QueryPiece& piece) const {
        if (piece.kind == PieceKind::close || piece.kind == PieceKind::brace) return "there is nothing in these brackets, or this bracket was never opened";
        const std::string name(slice(text_, piece.at));
        return name + " needs something on both sides of it; to search for the word put it in quotes: \"" + name + "\"";
    }

    /// OR within one field: "role:dcs role:chair" is role:(dcs chair), whereas an AND that is spelt out stays one.
    static bool join(std::vector<Node>& nodes, const Node& node) {
        const auto* added = std::get_if<Filter>(&node.is);
        if (added == nullptr || added->field->use != FieldUse::facet) return false;
        for (Node& earlier : nodes) {
            auto* filter = std::get_if<Filter>(&earlier.is);
            if (filter == nullptr || filter->field != added->field) continue;
            filter->values.insert(filter->values.end(), added->values.begin(), added->values.end());
            return true;
        }
        return false;
    }

    Node negatable() {
        if (here().kind != PieceKind::minus && here().kind != PieceKind::op_not) return near();
        const QueryPiece sign = take();
        const std::string name(slice(text_, sign.at));
        if (here().kind == PieceKind::minus || here().kind == PieceKind::op_not)
            return fail(here().at, "two negations in a row; write one, or none");
        if (!at_operand()) return fail(sign.at, name + " needs something after it; to search for the word put it in quotes");
        Node of = near();
        const Span at{sign.at.begin, of.at.end};
        if (auto* twice = std::get_if<Not>(&of.is)) return {std::move(twice->of->is), at};  // -(-a) is a, hits and all
        return {Not{std::move(of)}, at};
    }

    /// a NEAR/5 b ADJ/3 c
    Node near() {
        Node first = primary();
        if (here().kind != PieceKind::op_near || failed()) return first;
        Near chain;
        chain.operands.push_back(std::move(first));
        while (here().kind == PieceKind::op_near && !failed()) {
            const QueryPiece sign = take();
            const std::string name(slice(text_, sign.at));
            need_operand(sign);
            if (here().kind == PieceKind::minus || here().kind == PieceKind::op_not)
                return fail(here().at, name + " cannot be followed by a NOT; exclude outside of it: (a NEAR/5 b) -c");
            chain.links.push_back({sign.number, name.starts_with("ADJ")});
            if (!failed()) chain.operands.push_back(primary());
        }
        if (failed()) return {};
        for (const Node& operand : chain.operands)
            if (!is_text(operand)) return fail(operand.at, "NEAR and ADJ stand between words, phrases, ~acronyms, concepts and groups of these with OR; write a chain without brackets (a NEAR/5 b NEAR/5 c), and all else beside it");
        const Span at = span_of(chain.operands);
        return {std::move(chain), at};
    }

    /// Whether a place in the text can be told for it without looking at anything else.
    static bool is_text(const Node& node) {
        if (const auto* any = std::get_if<Any>(&node.is)) return std::all_of(any->of.begin(), any->of.end(), is_text);
        return std::holds_alternative<Word>(node.is) || std::holds_alternative<Phrase>(node.is) || std::holds_alternative<Expansion>(node.is);
    }

    Node primary() {
        const QueryPiece piece = take();
        switch (piece.kind) {
            case PieceKind::open: return bracketed(piece);
            case PieceKind::scope: return scope(piece);
            case PieceKind::sign: return with_sign(piece);
            case PieceKind::field: return field(piece);
            case PieceKind::quoted: return leaf(phrase_leaf(slice(text_, piece.inner), piece.inner, piece.at, piece.number));
            default: return leaf(word_leaf(slice(text_, piece.inner), piece.at));
        }
    }

    /// =word, ~ACRONYM, ^"the director".
    Node with_sign(const QueryPiece& sign) {
        const char c = text_[sign.at.begin];
        const bool quoted = here().kind == PieceKind::quoted, word = here().kind == PieceKind::word;
        if (!here().glued || !at_operand() || here().kind == PieceKind::minus)
            return fail(sign.at, std::string(1, c) + " needs a word directly after it, as in " + c + (c == '~' ? "DCS" : "staff"));
        if (c == '^') return start(sign);
        if (quoted && c == '=') return fail(sign.at, "= is not needed before a phrase: in quotes every word is this exact form");
        if (!quoted && !word) return fail(here().at, std::string(1, c) + " goes directly before a word; leave it out here");
        const QueryPiece piece = take();
        const std::string_view text = slice(text_, piece.inner);
        const Span at{sign.at.begin, piece.at.end};
        if (c == '=') return leaf(exact_leaf(text, at));
        if (text.find_first_of("*|") != std::string_view::npos || piece.number > 0) return fail(at, "~ expands an acronym or a name as it stands; leave out the other signs");
        Leaf plain = quoted ? phrase_leaf(text, piece.inner, at, 0) : word_leaf(text, at);
        if (plain.problem.message.empty()) plain.node.is = Expansion{ExpansionKind::acronym, std::string(text), {}, {}};
        return leaf(std::move(plain));
    }

    Node start(const QueryPiece& sign) {
        Node of = primary();
        if (failed()) return of;
        if (!is_text(of)) return fail(of.at, "^ (the start of a passage) goes before a word, a phrase or a group of these with OR");
        const Span at{sign.at.begin, of.at.end};
        return {Start{std::move(of)}, at};
    }

    /// item:{ query }
    Node scope(const QueryPiece& open) {
        const std::string name(slice(text_, open.inner));
        if (depth_ == kMaxQueryDepth) return fail(open.at, "brackets are nested deeper than " + std::to_string(kMaxQueryDepth) + " (limit: depth of brackets); simplify the query");
        if (here().kind == PieceKind::brace) return fail({open.at.begin, here().at.end}, "there is nothing between these brackets");
        if (here().kind == PieceKind::end) return fail(open.at, "this bracket is never closed; add a }");
        ++depth_;
        ++leaves_;
        Node inside = any();
        --depth_;
        if (failed()) return inside;
        if (here().kind != PieceKind::brace) return here().kind == PieceKind::end ? fail(open.at, "this bracket is never closed; add a }")
                                                  : fail(here().at, "the bracket of " + name + ":{ is not closed here; add a }");
        const Span at{open.at.begin, take().at.end};
        if (scope_leaves(inside).size() > kMaxQueryLeaves)
            return fail(at, "more than " + std::to_string(kMaxQueryLeaves) + " words and phrases in " + name + ":{ } (limit: parts of a scope); ask in several queries");
        const bool item = name.front() == 'i' || name.front() == 'I';
        return {Scope{item ? ScopeUnit::item : ScopeUnit::meeting, std::move(inside), nullptr}, at};
    }

    Node leaf(Leaf made) {
        if (!made.problem.message.empty()) return fail(made.problem.at, std::move(made.problem.message));
        if (++leaves_ > kMaxQueryLeaves)
            return fail(made.node.at, "more than " + std::to_string(kMaxQueryLeaves) + " words, phrases and values (limit: parts of a query); ask in several queries");
        return std::move(made.node);
    }

    Node bracketed(const QueryPiece& open) {
        if (depth_ == kMaxQueryDepth) return fail(open.at, "brackets are nested deeper than " + std::to_string(kMaxQueryDepth) + " (limit: depth of brackets); simplify the query");
        if (here().kind == PieceKind::close) return fail({open.at.begin, here().at.end}, "there is nothing between these brackets");
        if (here().kind == PieceKind::end) return fail(open.at, "this bracket is never closed; add a )");
        ++depth_;
        Node node = any();
        --depth_;
        if (failed()) return node;
        if (here().kind != PieceKind::close) return fail(open.at, "this bracket is never closed; add a )");
        node.at = {open.at.begin, take().at.end};
        return node;
    }

    Node field(const QueryPiece& name) {
        const std::string_view typed = slice(text_, name.inner);
        const Field* found = field_typed(typed);
        if (found == nullptr) return fail(name.at, unknown_field(typed));
        if (!here().glued || !(here().kind == PieceKind::word || here().kind == PieceKind::quoted || here().kind == PieceKind::open))
            return fail(name.at, std::string(found->name) + ": needs a value directly after the colon; " + std::string(found->help));
        Node node = here().kind == PieceKind::open ? values(*found, take()) : value(*found);
        node.at.begin = name.at.begin;
        return node;
    }

    Node value(const Field& found) {
        const QueryPiece piece = take();
        if (piece.number > 0) return fail(piece.at, "a distance (~) has no meaning in a value; leave it out");
        return leaf(value_leaf(found, slice(text_, piece.inner), piece.at, today_));
    }

    /// name:(a OR "b c" d): any of the values.
    Node values(const Field& found, const QueryPiece& open) {
        std::vector<Node> nodes;
        while (here().kind != PieceKind::close) {
            if (here().kind == PieceKind::op_or && !nodes.empty()) {
                const QueryPiece sign = take();
                if (here().kind == PieceKind::close) need_operand(sign);
            }
            if (here().kind == PieceKind::end) return fail(open.at, "this bracket is never closed; add a )");
            if (here().kind != PieceKind::word && here().kind != PieceKind::quoted)
                return fail(here().at, "only values may stand in the brackets of a field, as in role:(dcs chair); OR between them is understood");
            Node node = value(found);
            if (failed()) return node;
            if (nodes.empty() || !join(nodes, node, found)) nodes.push_back(std::move(node));
        }
        const Span at{open.at.begin, take().at.end};
        if (nodes.empty()) return fail(at, "there is no value between these brackets");
        Node node = grouped<Any>(std::move(nodes));
        node.at = at;
        return node;
    }

    static bool join(std::vector<Node>& nodes, const Node& node, const Field& found) {
        const auto* added = std::get_if<Filter>(&node.is);
        auto* filter = std::get_if<Filter>(&nodes.front().is);
        if (added == nullptr || filter == nullptr || filter->field != &found) return false;
        filter->values.insert(filter->values.end(), added->values.begin(), added->values.end());
        return true;
    }
};

}  // namespace

Parsed parse_query(std::string_view text, std::string_view today) {
    const auto size = static_cast<std::uint32_t>(text.size());
    if (text.size() > kMaxQueryBytes)
        return {{}, {{kMaxQueryBytes, size}, "a query may have " + std::to_string(kMaxQueryBytes) + " bytes (limit: length of a query); this one has " + std::to_string(size)}};
    if (Problem problem = find_unprintable(text); !problem.message.empty()) return {{}, std::move(problem)};
    Lexed lexed = lex_query(text);
    if (!lexed.problem.message.empty()) return {{}, std::move(lexed.problem)};
    return Parser(text, std::move(lexed.list), today).run();
}

}  // namespace minutes
