#pragma once

#include "analyzers/tokens.hpp"
#include "indexer/record.hpp"
#include "searcher/query.hpp"

#include <array>
#include <vector>

namespace minutes {

/// Whether a record answers a query, and where: the one definition of a match, for hit lists, counts, KWIC lines
/// and highlights alike. Xapian only proposes candidates.
struct Matched {
    bool yes = false;
    std::vector<Span> hits;     ///< bytes of record.text: sorted, disjoint; a longer match wins over one inside it
};

/// A query made ready for many records. Refers to the query's nodes: the caller keeps the query alive and in place.
/// Safe to use from several threads at once.
class Matcher {
  public:
    explicit Matcher(const Node& query);

    /// `tokens` are those of `record.text`. Hits are the spans of the words and phrases that made the query true:
    /// not of NOT branches, filters or title:, nor of a branch of OR that does not hold as a whole.
    /// Where hits overlap, the one of more words wins, then the leftmost.
    [[nodiscard]] Matched match(const Record& record, const Tokens& tokens) const;
    /// The same of a record whose text is not tokenised yet: it is only when the query has words.
    [[nodiscard]] Matched match(const Record& record) const;

  private:
    /// A word or phrase, found by its rarest-looking word.
    struct Leaf {
        const Node* node = nullptr;
        const Word* anchor = nullptr;
        std::uint32_t before = 0;  ///< words of the phrase before the anchor
    };
    const Node* query_;
    std::vector<Leaf> leaves_;
    std::array<std::vector<std::uint32_t>, 256> by_first_byte_;  ///< leaves whose anchor's forms start with this byte
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

}  // namespace minutes
