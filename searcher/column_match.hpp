#pragma once

#include "searcher/column_filter.hpp"
#include "searcher/listed_rows.hpp"
#include "searcher/match.hpp"
#include "searcher/passage_columns.hpp"
#include "searcher/relevance.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
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

    /// Whether posting lists tell which passages answer and how often: every answer has some word, and no phrase or distance asks where.
    [[nodiscard]] bool asks_for_words_alone() const { return words_alone_; }
    /// Judges the types that may. The types that answer anything, by the number under which ListedToken has them.
    [[nodiscard]] std::vector<std::uint32_t> answering_types();
    /// The same as match(row) for a row that has these of the types that answer, and no others; its codes are read only where
    /// hits may overlap. REQUIRES: asks_for_words_alone().
    [[nodiscard]] bool match(const ColumnRow& row, std::span<const ListedToken> tokens);

    /// Asks the machine to have a row that will soon be read at hand.
    void prefetch(const ColumnRow& row) const {
        const std::span<const TokenCode> codes = columns_.codes_of(row);
        constexpr std::size_t kLine = 64 / sizeof(TokenCode), kLines = 4;
        for (std::size_t at = 0; at < std::min(codes.size(), kLine * kLines); at += kLine) __builtin_prefetch(codes.data() + at);
    }

    /// How many hits there are.
    [[nodiscard]] std::size_t occurrences() const { return occurrences_; }

    /// Hands hits to `each`, with how many hits have the same leaf and, of words, type of token: what they are counted under. Hits are
    /// as Matched has them, but that TextHit::at orders places without being bytes of a text, and without places where lists tell of them.
    template <typename Each>
    void each_hit(Each each) const {
        for (const TextHit& hit : hits_) each(hit, std::size_t{1});
        for (const ListedToken& token : listed_)
            if (const std::uint64_t slots = answers_[token.number].of_slots & counting_; slots != 0)
                each(TextHit{{}, 0, 1, static_cast<std::uint32_t>(std::countr_zero(slots)), answers_[token.number].type}, std::size_t{token.frequency});
    }
    [[nodiscard]] const Node* node_of(const TextHit& hit) const { return matcher_.slots_[hit.leaf].node; }
    /// The folded words of a hit.
    [[nodiscard]] std::string form_of(const TextHit& hit) const;

    /// What Relevance finds in the text. Where lists tell of it, it is not known where the words stand.
    [[nodiscard]] const WordEvidence& evidence() const { return evidence_; }
    /// Whether places are not known that could make a difference: evidence_of() finds them.
    [[nodiscard]] bool lacks_places() const;
    [[nodiscard]] const WordEvidence& evidence_of(const ColumnRow& row);

    /// How often each word of the ranking stands in a text that has tokens; nothing if none does.
    [[nodiscard]] std::optional<Frequencies> frequencies(std::uint32_t text);
    /// Of each word of the ranking 1 if the index has it anywhere, else 0; nothing while not all types were judged.
    [[nodiscard]] std::optional<Frequencies> words_there() const;

    [[nodiscard]] ColumnFilters& filters() { return filters_; }

private:
    /// What a type answers. Kept apart from the many that answer nothing.
    struct TypeAnswer {
        std::uint32_t type = 0;
        std::vector<std::uint32_t> slots;       ///< those whose words it answers
        std::uint64_t of_slots = 0;             ///< the same as bits, of queries of no more slots
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
    struct Beginning {
        std::uint32_t bytes = 0, mask = 0;      ///< of ColumnType::head
    };
    std::array<std::vector<Beginning>, 256> beginnings_;  ///< by first byte: one of them begins each form that answers anything
    bool placed_ = false;                       ///< some phrase needs to look around
    bool all_judged_ = false;
    bool words_alone_ = false, by_slots_alone_ = false;  ///< the latter: whether a passage answers depends on nothing else

    const ColumnRow* row_ = nullptr;
    std::vector<std::vector<TextHit>> found_;
    std::vector<Placed> tokens_;                ///< those of the passage that answer anything, where phrases look around
    std::vector<TextHit> hits_;
    std::span<const ListedToken> listed_;       ///< in place of hits_
    std::size_t occurrences_ = 0;
    std::uint64_t counting_ = 0;                ///< slots whose hits count
    std::unordered_map<std::uint64_t, std::uint64_t> verdicts_;  ///< where by_slots_alone_: of slots with hits, those whose hits count
    WordEvidence evidence_;

    void note(const Word& word);
    void note_stem(std::string_view stem);
    void note_beginning(std::string_view bytes);
    [[nodiscard]] bool may_answer(const ColumnType& shape) const;
    [[nodiscard]] std::uint64_t verdict_of(const ColumnRow& row, std::uint64_t slots);
    State judge(std::uint32_t type);
    void meet(std::uint32_t type, std::uint32_t& words);
    State state_of(std::uint32_t type);
    void scan(const ColumnRow& row);
    void take(const TypeAnswer& answer, std::size_t token, std::uint32_t position, std::uint32_t type);
    const Placed* answer_at(std::size_t near, std::uint32_t position, std::uint32_t place) const;
    TextHit row_around(std::size_t anchor, std::uint32_t slot) const;
    [[nodiscard]] Span place_of(const Placed& token) const;
};

}  // namespace minutes
