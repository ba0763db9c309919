#include "benchmarks/prose.hpp"

#include <algorithm>
#include <span>
#include <string_view>

namespace minutes::bench {
namespace {

using synthetic::mix;
using synthetic::Random;

constexpr std::string_view kOnsets[] = {"b", "br", "d", "dr", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "pl", "r", "st", "t", "tr", "v", "w"};
constexpr std::string_view kVowels[] = {"a", "e", "i", "o", "u"};
constexpr std::string_view kCodas[] = {"n", "rn", "l", "nd", "m", "rk", "t", "lt", "g", "p"};
constexpr std::uint32_t kSyllables = 100, kEndings = 10;

/// A word and how often it stands in its place, per hundred.
struct Weighted { std::string_view word; std::uint32_t weight; };
constexpr Weighted kDeterminers[] = {{"the", 56}, {"a", 14}, {"this", 6}, {"its", 4}, {"their", 4}, {"all", 3}, {"any", 3}, {"each", 2}, {"some", 2}, {"no", 1}, {"several", 2}, {"these", 2}, {"two", 1}};
constexpr Weighted kPrepositions[] = {{"of", 26}, {"in", 17}, {"to", 13}, {"for", 11}, {"on", 7}, {"with", 6}, {"by", 5}, {"from", 4}, {"at", 3}, {"under", 2}, {"through", 2}, {"between", 1}, {"during", 1}, {"within", 1}, {"across", 1}};
constexpr Weighted kAuxiliaries[] = {{"was", 20}, {"had", 12}, {"would", 12}, {"were", 10}, {"had been", 9}, {"would be", 9}, {"could", 5}, {"should", 5}, {"will", 5}, {"is", 5}, {"has been", 4}, {"may", 2}, {"did not", 2}};
constexpr Weighted kJoints[] = {{" and ", 40}, {", and ", 15}, {", but ", 12}, {" because ", 8}, {" while ", 7}, {" which ", 10}, {" so that ", 8}};
constexpr std::string_view kNounEndings[] = {"", "", "", "", "", "", "s", "s"}, kAdjectiveEndings[] = {"", "", "al"};
constexpr std::string_view kVerbEndings[] = {"ed", "ed", "ed", "ed", "ing"};

std::string_view pick(std::span<const Weighted> list, Random& random) {
    std::uint32_t left = random.below(100);
    for (const Weighted& row : list) {
        if (left < row.weight) return row.word;
        left -= row.weight;
    }
    return list.front().word;
}

/// Running sums of 1 / (rank + 3) over the core and, last, the weight of the tail, which continues it smoothly.
const std::vector<double>& core_sums() {
    static const std::vector<double> sums = [] {
        std::vector<double> made;
        double sum = 0;
        for (std::uint32_t rank = 0; rank < kCoreWords; ++rank) made.push_back(sum += 1.0 / (rank + 3));
        made.push_back(sum + 1);  // the integral of (rank / kCoreWords)^-2 / kCoreWords
        return made;
    }();
    return sums;
}

}  // namespace

std::string invented_word(std::uint32_t number) {
    std::uint32_t syllables = 2;
    std::uint64_t size = std::uint64_t{kSyllables} * kSyllables * kEndings, left = number;
    for (; left >= size; size *= kSyllables, ++syllables) left -= size;
    left = left * 7'368'787 % size;  // a prime that divides no size: neighbours look unlike
    std::string coda(kCodas[left % kEndings]);
    left /= kEndings;
    std::string word;
    for (std::uint32_t i = 0; i < syllables; ++i, left /= kSyllables) {
        word += kOnsets[left % 20];
        word += kVowels[left / 20 % 5];
    }
    return word + coda;
}

std::uint32_t content_rank(Random& random) {
    const std::vector<double>& sums = core_sums();
    const double at = sums.back() * static_cast<double>(random.next() >> 11) / 9007199254740992.0;
    const auto found = std::upper_bound(sums.begin(), sums.end() - 1, at);
    if (found != sums.end() - 1) return static_cast<std::uint32_t>(found - sums.begin());
    const double inverse = 9007199254740992.0 / static_cast<double>((random.next() >> 11) + 1);
    const double rank = kCoreWords * inverse;  // P(rank >= k) = kCoreWords / k
    return rank > 4.0e6 ? 4'000'000 + random.below(1'000'000) : static_cast<std::uint32_t>(rank);
}

std::uint32_t Prose::lemma() {
    const std::uint32_t chance = random_.below(100);
    if (chance < 30 && !said_.empty()) return said_[random_.below(static_cast<std::uint32_t>(said_.size()))];
    std::uint32_t chosen = content_rank(random_);
    if (chance >= 85) {  // one of the subject's own few hundred, the first of them most
        const std::uint64_t own = mix(subject_, random_.below(120) * random_.below(120) / 120);
        chosen = 40 + static_cast<std::uint32_t>(own % (own % 8 ? 2'000 : 20'000));
    }
    if (said_.size() < 48) said_.push_back(chosen);
    return chosen;
}

std::string Prose::noun() {
    const std::uint32_t chosen = lemma();
    std::string word = invented_word(chosen);
    if (chosen > 400 && mix(chosen, 1) % 4 == 0) word[0] = static_cast<char>(word[0] - 32);  // a name has no endings
    else word += kNounEndings[random_.below(std::size(kNounEndings))];
    return word;
}

std::string Prose::adjective() {
    return invented_word(lemma()) + std::string(kAdjectiveEndings[random_.below(std::size(kAdjectiveEndings))]);
}

void Prose::noun_phrase(std::string& text) {
    if (random_.chance(7)) text += std::to_string(random_.chance(60) ? random_.between(2, 90) : random_.between(100, 9'000)) + ' ';
    else if (random_.chance(82)) text += std::string(pick(kDeterminers, random_)) + ' ';
    if (random_.chance(38)) text += adjective() + ' ';
    text += noun();
}

void Prose::verb_phrase(std::string& text) {
    if (random_.chance(70)) text += ' ' + std::string(pick(kAuxiliaries, random_));
    text += ' ' + invented_word(lemma()) + std::string(kVerbEndings[random_.below(std::size(kVerbEndings))]);
    if (random_.chance(4)) text += ' ' + invented_word(lemma()) + "ly";
}

void Prose::clause(std::string& text) {
    noun_phrase(text);
    verb_phrase(text);
    const std::uint32_t more = 1 + random_.below(3);
    for (std::uint32_t i = 0; i < more; ++i) {
        text += ' ' + std::string(pick(kPrepositions, random_)) + ' ';
        noun_phrase(text);
    }
}

std::string Prose::sentence() {
    std::string text;
    clause(text);
    while (random_.chance(28) && text.size() < 200) {
        text += pick(kJoints, random_);
        clause(text);
    }
    if (text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 32);
    return text + '.';
}

std::string Prose::sentences(std::uint32_t bytes) {
    constexpr std::uint32_t kMean = 102;  // bytes of a sentence with its space
    std::string text;
    while (random_.below(bytes + kMean) < bytes) text += ' ' + sentence();
    return text;
}

}  // namespace minutes::bench
