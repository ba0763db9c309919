#pragma once

#include "analyzers/tokens.hpp"
#include "indexer/record.hpp"
#include "searcher/ranking_words.hpp"

#include <algorithm>
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

/// Where words of a ranking stand in a text.
struct WordEvidence {
    struct Seen {
        std::uint32_t position, word;
    };
    struct Times {
        std::uint32_t exact = 0, other = 0;  ///< how often in its own form, and in others
        [[nodiscard]] std::uint32_t all() const { return exact + other; }
    };
    std::vector<Times> found;       ///< of each word
    std::vector<Seen> seen;         ///< in order, without wholes

    void clear() {
        std::fill(found.begin(), found.end(), Times());
        seen.clear();
    }
};

/// Of each word of a ranking, how often it stands in a field of evidence.
using Frequencies = std::vector<double>;
struct FieldEvidence {
    const Frequencies &title, &speaker, &meeting;
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

    /// The same of evidence already gathered: `words` is the length of the text. `shares`, if not null, gets the share of each word.
    [[nodiscard]] double score(const WordEvidence& body, std::uint32_t words, const FieldEvidence& fields, Scored* shares = nullptr) const;

    /// At least what the places of the words can add to the score of a text that has them so often. O(words found, squared).
    [[nodiscard]] double most_together(const WordEvidence& body) const;

    /// How often each word stands in a text, other forms counting less.
    [[nodiscard]] Frequencies frequencies(const WordEvidence& evidence) const;

    /// Whether a form that begins with this byte can be one of the words.
    [[nodiscard]] bool may_begin(unsigned char byte) const { return !by_first_byte_[byte].empty(); }
    /// The word that a token of this form answers, or -1; `exact`: by its form and not by its stem.
    [[nodiscard]] int word_of(std::string_view form, bool whole, bool& exact) const;
    static void add(WordEvidence& evidence, std::uint32_t word, bool exact, std::uint32_t position, bool whole) {
        ++(exact ? evidence.found[word].exact : evidence.found[word].other);
        if (!whole) evidence.seen.push_back({position, word});
    }

    [[nodiscard]] const std::vector<RankingWord>& words() const { return words_; }

private:
    void gather(const Tokens& tokens, WordEvidence& evidence) const;
    const Frequencies& remembered(const std::string& text);
    [[nodiscard]] double frequency(const WordEvidence::Times& times) const { return times.exact + times.other * weights_.stem_only; }
    [[nodiscard]] double together(const std::vector<WordEvidence::Seen>& seen) const;

    std::vector<RankingWord> words_;
    std::vector<double> value_;                              ///< importance * rarity
    double mean_words_;
    RelevanceWeights weights_;
    std::array<std::vector<std::uint32_t>, 256> by_first_byte_;
    std::map<std::string, Frequencies, std::less<>> remembered_;  ///< of titles, names and committees, which repeat
};

}  // namespace minutes
