#pragma once

#include "analyzers/tokens.hpp"
#include "indexer/record.hpp"
#include "searcher/query.hpp"
#include "searcher/word_match.hpp"

#include <array>
#include <vector>

namespace minutes {

/// Whether a record answers a query, and where: the one definition of a match, for hit lists, counts, KWIC lines
/// and highlights alike. Xapian only proposes candidates.
struct Matched {
    bool yes = false;
    std::vector<Span> hits;             ///< bytes of record.text: sorted, disjoint; a longer match wins over one inside it
    std::vector<const Node*> leaves;    ///< of each hit the word or phrase of the query that it answers
};

/// A query made ready for many records. Refers to the query's nodes: the caller keeps the query alive and in place.
/// Safe to use from several threads at once.
class Matcher {
  public:
    /// Throws Error when the query has a scope or an expansion that prepared() has not filled in.
    explicit Matcher(const Node& query);

    /// `tokens` are those of `record.text`. Hits are the spans of the words and phrases that made the query true:
    /// not of NOT branches, filters or title:, nor of a branch of OR that does not hold as a whole; of NEAR, ADJ and
    /// "a b"~n only those that take part; of a scope those of its words and phrases that its item or meeting has.
    /// Where hits overlap, the one of more words wins, then the leftmost, then what the query says first.
    [[nodiscard]] Matched match(const Record& record, const Tokens& tokens) const;
    /// The same of a record whose text is not tokenised yet: it is only when the query has words.
    [[nodiscard]] Matched match(const Record& record) const;

  private:
    template <typename Source>
    friend struct MatchRun;
    friend class ColumnMatcher;         ///< the same of columns
    /// Words that are looked for among the tokens, and the row of places, if any, that must stand around them.
    struct Slot {
        const Node* node = nullptr;         ///< the word or phrase
        const Word* words = nullptr;        ///< any of these `count`
        std::size_t count = 0;
        const std::vector<Place>* row = nullptr;
        std::uint32_t before = 0;           ///< places of the row before the words
    };
    enum class StepKind { everything, text, near, gathered, start, union_, filter, date, all, any, negated, scope };
    /// A node of the query. Those that stand for text leave their hits in a slot of their own.
    struct Step {
        StepKind kind = StepKind::everything;
        const Node* node = nullptr;
        std::uint32_t slot = 0;             ///< of its hits, or for a phrase with slop where those of all its words end up
        std::vector<std::uint32_t> parts;   ///< steps; of `gathered` the slots of its places
        std::uint32_t bit = 0;              ///< of a leaf of a scope: its number there
        bool marks = false;                 ///< of a scope: it has words or phrases outside NOT
    };

    const Node* query_;
    std::vector<Step> steps_;               ///< parts before what they are parts of; the last is the query
    std::vector<Slot> slots_;               ///< `node` of slots that are no leaf is null
    std::array<std::vector<std::uint32_t>, 256> by_first_byte_;
    bool has_words_ = false;

    std::uint32_t add(const Node& node, bool as_text, std::uint32_t& bits);
    std::uint32_t add_text(const Node& node);
    std::uint32_t push(Step step);
    std::uint32_t new_slot(Slot slot);
    using SlotHits = std::vector<std::vector<TextHit>>;  ///< by slot
    void scan(const Record& record, const Tokens& tokens, SlotHits& found) const;
};

/// Matcher(query).match(record, tokens), for a single record.
[[nodiscard]] Matched match(const Node& query, const Record& record, const Tokens& tokens);

/// Whether `value` (unfolded) answers a filter value: the filter's words occur in it in a row.
[[nodiscard]] bool value_matches(std::string_view value, std::string_view wanted);

/// The same by the field's own rule: closed sets, years and keys must be equal ("chair" is not "vice-chair"),
/// names of councils, committees and people contain the words in a row; kAnyValue is answered by any value of a facet.
[[nodiscard]] bool value_matches(const Field& field, std::string_view value, std::string_view wanted);

/// Whether a record has one of the filter's values.
[[nodiscard]] bool filter_matches(const Record& record, const Filter& filter);

/// Whether a record has a day within the range.
[[nodiscard]] bool date_matches(const Record& record, const DateRange& range);

}  // namespace minutes
