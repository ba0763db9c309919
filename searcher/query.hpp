#pragma once

#include "corpus/problem.hpp"
#include "indexer/schema.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace minutes {

struct Node;

/// A value behind a pointer, for trees; a copy copies the value. Never empty.
template <typename Value>
class Box {
  public:
    Box(Value value) : value_(std::make_unique<Value>(std::move(value))) {}  // NOLINT: a box stands for its value
    Box(const Box& other) : value_(std::make_unique<Value>(*other)) {}
    Box(Box&&) noexcept = default;
    Box& operator=(const Box& other) { return *this = Box(other); }
    Box& operator=(Box&&) noexcept = default;
    ~Box() = default;

    Value& operator*() { return *value_; }
    const Value& operator*() const { return *value_; }
    Value* operator->() { return value_.get(); }
    const Value* operator->() const { return value_.get(); }

  private:
    std::unique_ptr<Value> value_;
};

/// One word, matched by its stem (`staff` finds "staffs"), or exactly inside a phrase or after '=', or by how it begins.
struct Word {
    std::string form;           ///< folded; a whole such as "22/00345/ful" stays whole
    std::string alias;          ///< other exact form that also answers, or ""
    std::string stem;           ///< "" when only the exact form answers
    bool prefix = false;        ///< staff*: every form that begins with `form` (or `alias`) answers; then no stem
    std::vector<std::string> family = {};  ///< other stems that answer too (staff: staf); filled between parsing and matching
    bool capitals = false;      ///< of an acronym: answers only where the text prints two capitals at least (DCS, MoU; not "lac", "Send")
    bool loose = false;         ///< typed as one plain word that is kept whole (£7.1m): other spellings of it may be added
    bool shouted = false;       ///< typed with two capitals at least: perhaps an acronym
    bool operator==(const Word&) const = default;
};

/// What may stand at one place of a phrase: any of these words, none of them by its stem.
struct Place {
    std::vector<Word> any;
};

/// Words at consecutive positions, exact forms, across hyphens, slashes and line breaks. A sum or percentage with its
/// symbol (a whole of one word, "£5") stands for its word. With a `slop` ("a b"~5) the words may stand in any order,
/// each at a position of its own, in one stretch of text that holds at most slop - 1 other words.
struct Phrase {
    std::vector<Place> places;  ///< two or more, or one with several words
    std::uint32_t slop = 0;     ///< 0: in a row
    bool loose = false;         ///< typed as one plain word (multi-agency): other spellings of it may be added
};

/// a NEAR/5 b ADJ/3 c: each operand (word, phrase, expansion, or an OR of these) has at most n - 1 words between itself
/// and the one written before it, and follows it if `ordered`. The two share no word.
struct Link {
    std::uint32_t n = 0;
    bool ordered = false;       ///< ADJ
    bool operator==(const Link&) const = default;
};
struct Near {
    std::vector<Node> operands; ///< at least two
    std::vector<Link> links;    ///< one fewer: links[i] stands between operands[i] and operands[i + 1]
};

/// ^"the director": what is inside (word, phrase, expansion, or an OR of these) begins the passage.
struct Start { Box<Node> of; };

/// item:{ } and meeting:{ }: everything inside holds in one item or meeting, possibly in different passages. On the
/// way from parser to matcher prepared() finds out in which.
enum class ScopeUnit { item, meeting };
struct ScopeAnswers;            ///< scopes.hpp
struct Scope {
    ScopeUnit unit = ScopeUnit::item;
    Box<Node> of;
    std::shared_ptr<const ScopeAnswers> answers = nullptr;
};

/// ~DCS, concept:agency-staff. The parser knows the name alone; the alternatives (words and phrases) are filled in before
/// matching, and an expansion without any is refused. Matched as an OR of them, the longest match first.
enum class ExpansionKind { acronym, concept_, spelling };  ///< spelling: a plain word with its other spellings
struct Expansion {
    ExpansionKind kind = ExpansionKind::acronym;
    std::string name;           ///< as typed for an acronym; in lower case with hyphens for a concept
    std::vector<Node> alternatives;
    std::vector<std::string> labels;       ///< what answers call the alternatives, one each
};

/// The value of `zone:*`: any value of a facet answers.
inline constexpr std::string_view kAnyValue = "*";

/// One field's values; any of them will do. Facets and title: folded words that the record's value must contain in a
/// row, or for closed sets (role, kind, is) and year must be ("vice chair" for vice-chair). Keys: as typed.
/// value_matches() of match.hpp decides.
struct Filter {
    const Field* field = nullptr;
    std::vector<std::string> values;
};

/// An inclusive range of days, YYYY-MM-DD each; empty = open on that side.
struct DateRange {
    std::string from, to;
};

struct All { std::vector<Node> of; };
struct Any { std::vector<Node> of; };
struct Not { Box<Node> of; };
struct Everything {};           ///< the empty query with filters only

/// A query tree, a value; `at` indexes the query string.
struct Node {
    std::variant<Everything, Word, Phrase, Filter, DateRange, All, Any, Not, Near, Start, Scope, Expansion> is;
    Span at;
};

/// The parts of a node, in order; none for words, phrases and filters.
[[nodiscard]] std::vector<const Node*> parts_of(const Node& node);

/// A parsed query, or the first thing wrong with it. Exactly one of the two is set: `problem.message` is empty on success.
struct Parsed {
    Node tree;
    Problem problem;            ///< the message names the column's fault, the reason and a suggestion
};

/// Limits, refused by name: 2048 bytes, 64 leaves, depth 32 (measured worst cases stay under a second).
inline constexpr std::size_t kMaxQueryBytes = 2048, kMaxQueryLeaves = 64, kMaxQueryDepth = 32;
/// NEAR/n and "a b"~n: n from 1; unsaid it is kDefaultNear. Words of a phrase with ~n.
inline constexpr std::uint32_t kMaxNear = 100, kDefaultNear = 10, kMaxSlopWords = 12;
/// A wildcard has at least this many letters or digits before its star, and stands for at most this many words of the index.
inline constexpr std::size_t kMinPrefix = 3, kMaxExpandedWords = 1000;
/// A phrase whose alternatives have several words each is searched as so many phrases.
inline constexpr std::size_t kMaxPhraseVariants = 32;

/// The language of docs/query-syntax.md. Never throws for bad input. OR binds looser than AND, NOT looser than NEAR;
/// and/or/not/near in lower case are words. Side by side, filters of one facet mean OR (role:dcs role:chair), of several
/// facets AND; an AND that is spelt out stays an AND. Two negations cancel out.
/// `today`, YYYY-MM-DD, is what date:"last 2 years" counts from; without it that is refused.
[[nodiscard]] Parsed parse_query(std::string_view text, std::string_view today = {});

/// Stable: the tests and --explain print it, e.g. (and agency* "agency staff" role:dcs).
[[nodiscard]] std::string to_string(const Node& node);

/// The problem as two lines under the query: the text, and a caret under the column; then the message.
[[nodiscard]] std::string with_caret(std::string_view text, const Problem& problem);

/// Days covered by "2024", "2024-03", "2024-03-01", "..2024", "2023-04..2024-03"; nullopt if it is none of these.
[[nodiscard]] std::optional<DateRange> parse_dates(std::string_view text);

}  // namespace minutes
