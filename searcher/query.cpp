#include "searcher/query.hpp"

#include "searcher/query_leaves.hpp"
#include "searcher/query_lexer.hpp"

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
    Parser(std::string_view text, std::vector<QueryPiece> pieces) : text_(text), pieces_(std::move(pieces)) {}

    Parsed run() {
        if (here().kind == PieceKind::end) return {};
        Node tree = any();
        if (here().kind == PieceKind::close) fail(here().at, "this bracket was never opened; take it out or add a (");
        if (failed()) return {{}, std::move(problem_)};
        return {std::move(tree), {}};
    }

  private:
    std::string_view text_;
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
        return here().kind != PieceKind::end && here().kind != PieceKind::close && here().kind != PieceKind::op_or &&
               here().kind != PieceKind::op_and;
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
        if (piece.kind == PieceKind::close) return "there is nothing in these brackets, or this bracket was never opened";
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
        if (here().kind != PieceKind::minus && here().kind != PieceKind::op_not) return primary();
        const QueryPiece sign = take();
        const std::string name(slice(text_, sign.at));
        if (here().kind == PieceKind::minus || here().kind == PieceKind::op_not)
            return fail(here().at, "two negations in a row; write one, or none");
        if (!at_operand()) return fail(sign.at, name + " needs something after it; to search for the word put it in quotes");
        Node of = primary();
        const Span at{sign.at.begin, of.at.end};
        return {Not{std::move(of)}, at};
    }

    Node primary() {
        const QueryPiece piece = take();
        switch (piece.kind) {
            case PieceKind::open: return bracketed(piece);
            case PieceKind::field: return field(piece);
            case PieceKind::quoted: return leaf(phrase_leaf(slice(text_, piece.inner), piece.at));
            default: return leaf(word_leaf(slice(text_, piece.inner), piece.at));
        }
    }

    Node leaf(Leaf made) {
        if (!made.problem.message.empty()) return fail(made.problem.at, std::move(made.problem.message));
        if (++leaves_ > kMaxQueryLeaves)
            return fail(made.node.at, "more than " + std::to_string(kMaxQueryLeaves) + " words, phrases and values; ask in several queries");
        return std::move(made.node);
    }

    Node bracketed(const QueryPiece& open) {
        if (depth_ == kMaxQueryDepth) return fail(open.at, "brackets are nested deeper than " + std::to_string(kMaxQueryDepth) + "; simplify the query");
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
        const std::string_view rest = text_.substr(name.at.end);
        if ((typed == "item" || typed == "meeting") && rest.starts_with('{'))
            return fail(name.at, "scopes (" + std::string(typed) + ":{ }) are not supported yet; all words are sought in one passage");
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
        return leaf(value_leaf(found, slice(text_, piece.inner), piece.at));
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

Parsed parse_query(std::string_view text) {
    const auto size = static_cast<std::uint32_t>(text.size());
    if (text.size() > kMaxQueryBytes)
        return {{}, {{kMaxQueryBytes, size}, "a query may have " + std::to_string(kMaxQueryBytes) + " bytes; this one has " + std::to_string(size)}};
    if (Problem problem = find_unprintable(text); !problem.message.empty()) return {{}, std::move(problem)};
    Lexed lexed = lex_query(text);
    if (!lexed.problem.message.empty()) return {{}, std::move(lexed.problem)};
    return Parser(text, std::move(lexed.list)).run();
}

}  // namespace minutes
