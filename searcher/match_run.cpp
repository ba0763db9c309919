#include "searcher/match_run.hpp"

namespace minutes {

std::vector<TextHit> disjoint(std::vector<TextHit> hits, std::uint32_t words) {
    const auto apart = [](const TextHit& a, const TextHit& b) { return a.position + a.width <= b.position; };
    if (std::adjacent_find(hits.begin(), hits.end(), [&](const TextHit& a, const TextHit& b) { return !apart(a, b); }) == hits.end()) return hits;
    const auto better = [](const TextHit& a, const TextHit& b) {
        if (a.width != b.width) return a.width > b.width;
        if (a.position != b.position) return a.position < b.position;
        if (a.at.size() != b.at.size()) return a.at.size() > b.at.size();
        return a.leaf < b.leaf;
    };
    std::sort(hits.begin(), hits.end(), better);
    std::vector<bool> taken(words);
    std::vector<TextHit> kept;
    for (const TextHit& hit : hits) {
        const auto first = taken.begin() + hit.position, last = first + hit.width;
        if (std::find(first, last, true) != last) continue;
        std::fill(first, last, true);
        kept.push_back(hit);
    }
    std::sort(kept.begin(), kept.end(), [](const TextHit& a, const TextHit& b) { return a.at < b.at; });
    return kept;
}

Truth either(Truth a, Truth b) {
    for (const Truth truth : {Truth::marked, Truth::plain, Truth::wanting})
        if (a == truth || b == truth) return truth;
    return Truth::no;
}

Truth both(Truth a, Truth b) {
    for (const Truth truth : {Truth::no, Truth::marked, Truth::wanting})
        if (a == truth || b == truth) return truth;
    return Truth::plain;
}

}  // namespace minutes
