#pragma once

#include "searcher/answer.hpp"
#include "searcher/match.hpp"

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace minutes {

/// Counts under which of its forms each widened part of a query was found. Fed with the same matches as the counts of the answer,
/// so the occurrences of all variants of a query that is one expansion are its occurrences: overlaps were decided before.
class VariantTally {
  public:
    /// `query` as given to the Matcher, in place.
    explicit VariantTally(const Node& query);

    void count(const Record& record, const Matched& matched);

    /// In the order of the query. Expansions always, with variants of 0; families and spellings only where another form was found.
    [[nodiscard]] std::vector<Widened> widened() const;

    /// The same in pieces, for who knows the forms of hits already: begin_passage(), then add() for each of its hits.
    struct Spot { std::size_t part = 0, variant = 0; };
    [[nodiscard]] bool empty() const { return parts_.empty(); }
    [[nodiscard]] std::optional<Spot> find(const Node* leaf, const std::function<std::string()>& form);
    void begin_passage() { ++records_; }
    void add(Spot spot, std::uint64_t times = 1);

  private:
    struct Part {
        const Word* family = nullptr;               ///< a word with a family: its variants are what is found
        std::map<std::string, std::size_t> found;   ///< of a family: form -> variant
        Widened widened;
        std::vector<std::uint64_t> last = {};       ///< of a variant: the last record that has it, for passages are counted once
    };

    std::vector<Part> parts_;
    std::map<const Node*, Spot> place_of_;          ///< of the words and phrases that are variants
    std::uint64_t records_ = 0;

    void add_parts(const Node& node);
};

}  // namespace minutes
