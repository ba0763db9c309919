#pragma once

#include "searcher/column_filter.hpp"
#include "searcher/match.hpp"
#include "searcher/passage_columns.hpp"
#include "searcher/relevance.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <vector>

namespace minutes {

/// Matcher on columns: which passages answer a query, with which hits and evidence for a ranking, read from the codes of their
/// tokens. What a token answers depends on its type alone, so each type is compared with the query's words once, when it is first
/// met, and by the same functions as a token of a record. Refers to all it is given. Not safe from several threads.
class ColumnMatcher {
public:
    /// `relevance`: the words whose evidence is gathered; nullptr for none.
    ColumnMatcher(const Node& query, const PassageColumns& columns, const Relevance* relevance);

    /// Says that about so many passages will be read. When that is most of the tokens there are, all types are judged at once, in
    /// their order in the file, which is quicker than one by one as they are met.
    void expect(std::size_t passages);

    /// Reads one passage. What the functions below say is of the last one that answered.
    [[nodiscard]] bool match(const ColumnRow& row);

    /// Asks the machine to have a row that will soon be read at hand.
    void prefetch(const ColumnRow& row) const {
        const std::span<const TokenCode> codes = columns_.codes_of(row);
        constexpr std::size_t kLine = 64 / sizeof(TokenCode), kLines = 4;
        for (std::size_t at = 0; at < std::min(codes.size(), kLine * kLines); at += kLine) __builtin_prefetch(codes.data() + at);
    }

    /// As Matched has them, but that TextHit::at orders places without being bytes of a text. TextHit::leaf: see node_of().
    [[nodiscard]] const std::vector<TextHit>& hits() const { return hits_; }
    [[nodiscard]] const Node* node_of(const TextHit& hit) const { return matcher_.slots_[hit.leaf].node; }
    /// The folded words of a hit.
    [[nodiscard]] std::string form_of(const TextHit& hit) const;

    /// What Relevance finds in the text.
    [[nodiscard]] const WordEvidence& evidence() const { return evidence_; }

    /// How often each word of the ranking stands in a text that has tokens.
    [[nodiscard]] Frequencies frequencies(std::uint32_t text);

    [[nodiscard]] ColumnFilters& filters() { return filters_; }

private:
    /// What a type answers. Kept apart from the many that answer nothing.
    struct TypeAnswer {
        std::vector<std::uint32_t> slots;       ///< those whose words it answers
        std::vector<bool> places;               ///< of the rows of phrases, numbered through; empty if it answers none
        int word = -1;                          ///< of the ranking
        bool exact = false;                     ///< the form itself, not its stem
        std::uint32_t width = 1;
        bool whole = false;
    };
    struct Placed {
        std::uint32_t type, position;
        const TypeAnswer* answer;
    };
    struct RowSource;

    const PassageColumns& columns_;
    Matcher matcher_;
    const Relevance* relevance_;
    ColumnFilters filters_;
    enum class State : std::uint8_t { unjudged, word, whole, answers };  ///< word, whole: which answers nothing
    Sparse<State> states_;                      ///< of types: a byte each, for nearly all tokens of a passage need no more
    std::vector<State> short_;                  ///< the same by code, of types that answer nothing and take one code; else unjudged
    Sparse<std::uint32_t> answer_of_;           ///< of types that answer: index into answers_
    std::deque<TypeAnswer> answers_;
    std::vector<std::uint32_t> first_place_;    ///< by slot: number of the first place of its row
    std::vector<const Place*> places_;
    std::array<bool, 256> first_bytes_{};       ///< that a form must begin with to answer anything
    bool placed_ = false;                       ///< some phrase needs to look around

    const ColumnRow* row_ = nullptr;
    std::vector<std::vector<TextHit>> found_;
    std::vector<Placed> tokens_;                ///< those of the passage that answer anything, where phrases look around
    std::vector<TextHit> hits_;
    WordEvidence evidence_;

    State judge(std::uint32_t type);
    void meet(std::uint32_t type, std::uint32_t& words);
    State state_of(std::uint32_t type);
    void scan(const ColumnRow& row);
    void take(const TypeAnswer& answer, std::size_t token, std::uint32_t position, std::uint32_t type);
    const Placed* answer_at(std::size_t near, std::uint32_t position, std::uint32_t place) const;
    TextHit row_around(std::size_t anchor, std::uint32_t slot) const;
    [[nodiscard]] Span place_of(const Placed& token) const;
};

/// Hands the rows of `candidates` to `each`, each with its docid, in order; `matcher` is to read them.
template <typename Each>
void each_row(const PassageColumns& columns, ColumnMatcher& matcher, const std::vector<std::uint32_t>& candidates, Each each) {
    constexpr std::size_t kAhead = 8;
    matcher.expect(candidates.size());
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (i + kAhead < candidates.size()) matcher.prefetch(columns.row(candidates[i + kAhead]));
        each(candidates[i], columns.row(candidates[i]));
    }
}

}  // namespace minutes
