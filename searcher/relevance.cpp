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

/// The word that a token of this form answers, or -1.
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

Relevance::Frequencies Relevance::frequencies(const Tokens& tokens, std::vector<Seen>* seen) const {
    Frequencies found(words_.size(), 0);
    for (const Token& token : tokens.list) {
        const std::string_view form = tokens.form(token);
        if (form.empty() || by_first_byte_[static_cast<unsigned char>(form.front())].empty()) continue;
        bool exact = false;
        const int word = word_of(form, token.whole, exact);
        if (word < 0) continue;
        found[static_cast<std::size_t>(word)] += exact ? 1 : weights_.stem_only;
        if (seen != nullptr && !token.whole) seen->push_back({token.position, static_cast<std::uint32_t>(word)});
    }
    return found;
}

const Relevance::Frequencies& Relevance::remembered(const std::string& text) {
    if (const auto known = remembered_.find(text); known != remembered_.end()) return known->second;
    return remembered_.emplace(text, frequencies(tokenise(text), nullptr)).first->second;
}

/// The worth of words that stand together as they do in the query: each pair of neighbours there, side by side or near.
double Relevance::together(const std::vector<Seen>& seen) const {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::pair<double, double>> pairs;  // side by side, near
    for (std::size_t i = 0; i < seen.size(); ++i)
        for (std::size_t j = i; j-- > 0 && seen[i].position - seen[j].position <= kNearWords;) {
            const auto [low, high] = std::minmax(seen[i].word, seen[j].word);
            if (low == high) continue;
            auto& pair = pairs[{low, high}];
            // In the query the two are `gap` words apart, words of no importance between them included.
            const std::uint32_t gap = high - low, apart = seen[i].position - seen[j].position;
            if (seen[j].word == low && apart == gap && gap <= 3) ++pair.first;
            else pair.second += 1.0 / apart;
        }
    double worth = 0;
    for (const auto& [pair, found] : pairs) {
        const double value = std::min(value_[pair.first], value_[pair.second]) / (pair.second - pair.first);
        worth += value * (weights_.adjacent * saturated(found.first, weights_.k1) + weights_.near * saturated(found.second, weights_.k1));
    }
    return worth;
}

Scored Relevance::score(const Record& record, const Tokens& body) {
    std::vector<Seen> seen;
    Frequencies found = frequencies(body, &seen);
    const double length = 1 - weights_.b + weights_.b * body.words / mean_words_;
    const Frequencies& title = remembered(record.kind == kTitleKind ? std::string() : record.item_title);  // its own text is no field
    const Frequencies& speaker = remembered(speaker_words(record));
    const Frequencies& meeting = remembered(meeting_words(record));
    Scored scored{0, std::vector<double>(words_.size(), 0), 0};
    bool all = true;
    for (std::size_t i = 0; i < words_.size(); ++i) {
        if (value_[i] <= 0) continue;
        const double frequency = found[i] / length + weights_.title * title[i] + weights_.speaker * std::min(speaker[i], 1.0) + weights_.meeting * std::min(meeting[i], 1.0);
        scored.words[i] = value_[i] * saturated(frequency, weights_.k1);
        scored.score += scored.words[i];
        if (words_[i].joined) continue;
        if (found[i] + title[i] + speaker[i] > 0) ++scored.distinct;
        else all = false;
    }
    if (all) scored.score *= 1 + weights_.all_words;
    scored.score += together(seen);
    return scored;
}

}  // namespace minutes
