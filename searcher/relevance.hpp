#pragma once

#include "analyzers/tokens.hpp"
#include "indexer/record.hpp"
#include "searcher/ranking_words.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace minutes {

/// What the evidence of a passage weighs. The values are measured: docs/ranking.md says what each is worth.
struct RelevanceWeights {
    double k1 = 1.2;                ///< how soon further occurrences of a word add nothing
    double b = 0.4;                 ///< how much a long passage has to say a word more often
    double stem_only = 0.8;         ///< an occurrence of another form of the word, the exact form being 1
    double title = 0.6;             ///< an occurrence in the item's title, one in the body being 1
    double speaker = 1.0;           ///< ... in the names, posts and roles of who speaks
    double meeting = 0.2;           ///< ... in the names of council and committee, and the date
    double adjacent = 0.3;          ///< two words of the query that stand side by side as they do there
    double near = 0.25;             ///< ... within kNearWords of each other
    double all_words = 0.3;         ///< share of the score that is added when every word is there
};

/// How words apart count as near, in words.
inline constexpr std::uint32_t kNearWords = 8;

/// What a passage is worth for a query. `words`: the share of each word, in the order of the query's words.
struct Scored {
    double score = 0;
    std::vector<double> words;
    std::uint32_t distinct = 0;     ///< how many of the words with any importance it has, title and speaker included
};

/// Scores passages for the words of one query: BM25 over the body with the item's title, the speakers and the meeting
/// as weighted fields (the fields' occurrences are added up before they saturate, so a word in several fields is still
/// one word), and evidence from words that stand together. Not safe from several threads: remembers titles and names.
class Relevance {
public:
    /// `rarity`: of each word, ln((passages without it) / (passages with it)) or the like, >= 0. `mean_words`: of a passage.
    Relevance(std::vector<RankingWord> words, std::vector<double> rarity, double mean_words, const RelevanceWeights& weights = {});

    /// `body` are the tokens of record.text. O(tokens).
    [[nodiscard]] Scored score(const Record& record, const Tokens& body);

    [[nodiscard]] const std::vector<RankingWord>& words() const { return words_; }

private:
    struct Seen {
        std::uint32_t position, word;
    };
    using Frequencies = std::vector<double>;

    [[nodiscard]] int word_of(std::string_view form, bool whole, bool& exact) const;
    [[nodiscard]] Frequencies frequencies(const Tokens& tokens, std::vector<Seen>* seen) const;
    const Frequencies& remembered(const std::string& text);
    [[nodiscard]] double together(const std::vector<Seen>& seen) const;

    std::vector<RankingWord> words_;
    std::vector<double> value_;                              ///< importance * rarity
    double mean_words_;
    RelevanceWeights weights_;
    std::array<std::vector<std::uint32_t>, 256> by_first_byte_;
    std::map<std::string, Frequencies, std::less<>> remembered_;  ///< of titles, names and committees, which repeat
};

}  // namespace minutes
