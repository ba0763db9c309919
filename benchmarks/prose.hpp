#pragma once

#include "corpus/generate_random.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace minutes::bench {

/// An invented word, a pure function of its number and never the same for two: "tarmen", "dolkarin". It ends in a consonant, so that
/// English endings can be hung on it. Numbers below 100,000 have two syllables.
[[nodiscard]] std::string invented_word(std::uint32_t number);

/// The rank of a word of content, from 0, by a double power law (Gerlach and Altmann, Phys. Rev. X 3, 021006): frequency falls as
/// 1 / (rank + 3) among the first kCoreWords, then as rank^-2, so that the different words grow as the root of the text.
/// Sums, products and quotients alone, so the same seed gives the same words on every machine.
[[nodiscard]] std::uint32_t content_rank(synthetic::Random& random);
inline constexpr std::uint32_t kCoreWords = 1200;

/// Sentences that are English in their function words, their order and their endings, and invented in their content, for one
/// item of business: what it is about comes back, within the item and in others of its council and topic.
class Prose {
public:
    /// `subject`: equal numbers are about the same things.
    Prose(std::uint64_t subject, synthetic::Random random) : subject_(subject), random_(random) {}

    /// One sentence with its full stop, 8 to 40 words.
    [[nodiscard]] std::string sentence();
    /// So many sentences that they are `bytes` long on average, each after a space; exponentially distributed.
    [[nodiscard]] std::string sentences(std::uint32_t bytes);

private:
    std::uint32_t lemma();
    std::string noun();
    std::string adjective();
    void noun_phrase(std::string& text);
    void verb_phrase(std::string& text);
    void clause(std::string& text);

    std::uint64_t subject_;
    synthetic::Random random_;
    std::vector<std::uint32_t> said_;   ///< lemmas of this item, the first few dozen
};

}  // namespace minutes::bench
