#include "searcher/relevance.hpp"

#include "indexer/evidence_words.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace minutes {
namespace {

/// Two forms of one stem share all but its last two letters; comparing these spares almost every stemming.
bool may_have_stem(std::string_view form, std::string_view wanted) {
    const std::size_t kept = wanted.size() > 3 ? wanted.size() - 2 : 1;
    return form.size() >= kept && form.substr(0, kept) == wanted.substr(0, kept);
}

/// What two words written as one count for, as a share of a word: both of them are looked for apart as well.
constexpr double kJoinedShare = 0.7;

double saturated(double frequency, double k1) { return frequency * (k1 + 1) / (frequency + k1); }

}  // namespace

Relevance::Relevance(std::vector<RankingWord> words, std::vector<double> rarity, double mean_words, const RelevanceWeights& weights)
    : words_(std::move(words)), value_(std::move(rarity)), mean_words_(std::max(mean_words, 1.0)), weights_(weights) {
    for (std::uint32_t i = 0; i < words_.size(); ++i) {
        value_[i] *= words_[i].joined ? std::min(words_[i].importance, kJoinedShare) : words_[i].importance;
            std::string bytes;
        const auto add = [&](const std::string& form) {
            if (!form.empty() && bytes.find(form.front()) == std::string::npos) bytes += form.front();
        };
        for (const std::string* form : {&words_[i].form, &words_[i].alias, &words_[i].stem}) add(*form);
        for (const std::string& other : words_[i].also) add(other);
        if (words_[i].importance > 0)
            for (const char byte : bytes) by_first_byte_[static_cast<unsigned char>(byte)].push_back(i);
    }
}

int Relevance::word_of(std::string_view form, bool whole, bool& exact) const {
    exact = true;
    const std::vector<std::uint32_t>& candidates = by_first_byte_[static_cast<unsigned char>(form.front())];
    for (const std::uint32_t i : candidates)
        if (form == words_[i].form || (!words_[i].alias.empty() && form == words_[i].alias)) return static_cast<int>(i);
    if (whole) return -1;
    exact = false;
    std::string own_stem;
    for (const std::uint32_t i : candidates) {
        const auto has_stem = [&](const std::string& wanted) {
            if (wanted.empty() || !may_have_stem(form, wanted)) return false;
            if (own_stem.empty()) own_stem = stem(form);
            return own_stem == wanted;
        };
        if (has_stem(words_[i].stem) || std::any_of(words_[i].also.begin(), words_[i].also.end(), has_stem)) return static_cast<int>(i);
    }
    return -1;
}

void Relevance::gather(const Tokens& tokens, WordEvidence& evidence) const {
    for (const Token& token : tokens.list) {
        const std::string_view form = tokens.form(token);
        if (form.empty() || !may_begin(static_cast<unsigned char>(form.front()))) continue;
        bool exact = false;
        const int word = word_of(form, token.whole, exact);
        if (word >= 0) add(evidence, static_cast<std::uint32_t>(word), exact, token.position, token.whole);
    }
}

Frequencies Relevance::frequencies(const WordEvidence& evidence) const {
    Frequencies all;
    for (const WordEvidence::Times& times : evidence.found) all.push_back(frequency(times));
    return all;
}

const Frequencies& Relevance::remembered(const std::string& text) {
    if (const auto known = remembered_.find(text); known != remembered_.end()) return known->second;
    WordEvidence evidence{std::vector<WordEvidence::Times>(words_.size()), {}};
    gather(tokenise(text), evidence);
    return remembered_.emplace(text, frequencies(evidence)).first->second;
}

/// The worth of words that stand together as they do in the query: each pair of neighbours there, side by side or near.
double Relevance::together(const std::vector<WordEvidence::Seen>& seen) const {
    struct Pair {
        std::uint32_t low, high;
        double beside, near;
    };
    std::vector<Pair> pairs;
    const auto pair_of = [&](std::uint32_t low, std::uint32_t high) -> Pair& {
        const auto known = std::find_if(pairs.begin(), pairs.end(), [&](const Pair& pair) { return pair.low == low && pair.high == high; });
        return known != pairs.end() ? *known : pairs.emplace_back(Pair{low, high, 0, 0});
    };
    for (std::size_t i = 0; i < seen.size(); ++i)
        for (std::size_t j = i; j-- > 0 && seen[i].position - seen[j].position <= kNearWords;) {
            const auto [low, high] = std::minmax(seen[i].word, seen[j].word);
            if (low == high) continue;
            Pair& pair = pair_of(low, high);
            // In the query the two are `gap` words apart, words of no importance between them included.
            const std::uint32_t gap = high - low, apart = seen[i].position - seen[j].position;
            if (seen[j].word == low && apart == gap && gap <= 3) ++pair.beside;
            else pair.near += 1.0 / apart;
        }
    std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.low != b.low ? a.low < b.low : a.high < b.high; });
    double worth = 0;
    for (const Pair& pair : pairs) {
        const double value = std::min(value_[pair.low], value_[pair.high]) / (pair.high - pair.low);
        worth += value * (weights_.adjacent * saturated(pair.beside, weights_.k1) + weights_.near * saturated(pair.near, weights_.k1));
    }
    return worth;
}

/// Two words that stand so often have at most so many pairs: side by side each occurrence of the rarer one takes part once, and near
/// each other with 2 * kNearWords places around it at most, of which those d words away are worth 1/d.
double Relevance::most_together(const WordEvidence& body) const {
    constexpr double kAround = 5.44;  // above 2 * (1 + 1/2 + ... + 1/kNearWords)
    static_assert(kNearWords == 8);
    double most = 0;
    for (std::size_t high = 1; high < words_.size(); ++high) {
        const double often = body.found[high].all();
        if (often == 0) continue;
        for (std::size_t low = 0; low < high; ++low) {
            const double seldom = std::min<double>(body.found[low].all(), often), both = body.found[low].all() * often;
            if (seldom == 0) continue;
            const double value = std::min(value_[low], value_[high]) / static_cast<double>(high - low);
            most += value * (weights_.adjacent * saturated(seldom, weights_.k1) + weights_.near * saturated(std::min(both, kAround * seldom), weights_.k1));
        }
    }
    constexpr double kRounding = 1e-9;
    return most + kRounding;
}

Scored Relevance::score(const Record& record, const Tokens& body) {
    WordEvidence evidence{std::vector<WordEvidence::Times>(words_.size()), {}};
    gather(body, evidence);
    const FieldEvidence fields{remembered(record.kind == kTitleKind ? std::string() : record.item_title),  // its own text is no field
                               remembered(speaker_words(record)), remembered(meeting_words(record))};
    Scored scored{0, std::vector<double>(words_.size(), 0), 0};
    scored.score = score(evidence, body.words, fields, &scored);
    return scored;
}

double Relevance::score(const WordEvidence& body, std::uint32_t words, const FieldEvidence& fields, Scored* shares) const {
    const double length = 1 - weights_.b + weights_.b * words / mean_words_;
    double sum = 0;
    bool all = true;
    for (std::size_t i = 0; i < words_.size(); ++i) {
        if (value_[i] <= 0) continue;
        const double often = frequency(body.found[i]) / length + weights_.title * fields.title[i] + weights_.speaker * std::min(fields.speaker[i], 1.0) +
                             weights_.meeting * std::min(fields.meeting[i], 1.0);
        const double share = value_[i] * saturated(often, weights_.k1);
        sum += share;
        const bool there = body.found[i].all() > 0 || fields.title[i] + fields.speaker[i] > 0;
        if (!words_[i].joined && !there) all = false;
        if (shares == nullptr) continue;
        shares->words[i] = share;
        if (!words_[i].joined && there) ++shares->distinct;
    }
    if (all) sum *= 1 + weights_.all_words;
    return sum + (body.seen.size() > 1 ? together(body.seen) : 0);
}

}  // namespace minutes
