#include "searcher/near_match.hpp"

#include <algorithm>

namespace minutes {
namespace {

bool by_position(const TextHit& a, const TextHit& b) {
    if (a.position != b.position) return a.position < b.position;
    return a.width != b.width ? a.width < b.width : a.leaf < b.leaf;
}

std::uint32_t end_of(const TextHit& hit) { return hit.position + hit.width; }

/// `left` is the operand written first.
bool linked(const TextHit& left, const TextHit& right, const Link& link) {
    if (end_of(left) <= right.position) return right.position - end_of(left) < link.n;
    return !link.ordered && end_of(right) <= left.position && left.position - end_of(right) < link.n;
}

/// Which of `hits` are linked to a hit of `others` that is still alive. Both sorted by position.
std::vector<bool> reached(const std::vector<TextHit>& hits, const std::vector<TextHit>& others, const std::vector<bool>& alive, const Link& link,
                          bool others_first) {
    std::uint32_t widest = 1;
    for (const TextHit& other : others) widest = std::max(widest, other.width);
    std::vector<bool> result(hits.size());
    for (std::size_t i = 0; i < hits.size(); ++i) {
        const std::uint32_t reach = link.n + widest, from = hits[i].position > reach ? hits[i].position - reach : 0;
        auto other = std::partition_point(others.begin(), others.end(), [&](const TextHit& o) { return o.position < from; });
        for (; other != others.end() && other->position < end_of(hits[i]) + link.n && !result[i]; ++other)
            result[i] = alive[static_cast<std::size_t>(other - others.begin())] && (others_first ? linked(*other, hits[i], link) : linked(hits[i], *other, link));
    }
    return result;
}

// --- Words in any order within one stretch ---

/// A word at a position that answers one operand.
struct Standing {
    TextHit hit;
    std::size_t operand = 0;
    bool takes_part = false;
};

/// Gives each operand a position of its own, by augmenting paths (Kuhn).
class Assignment {
  public:
    Assignment(const std::vector<Standing>& all, std::size_t first, std::size_t last, std::size_t operands)
        : all_(all), first_(first), last_(last), owner_of_(last - first, kNone), operands_(operands) {}

    /// With `fixed` (an index into the list), its word is given to its operand first and not taken away.
    bool possible(std::size_t fixed) {
        std::fill(owner_of_.begin(), owner_of_.end(), kNone);
        fixed_ = fixed;
        take(fixed, all_[fixed].operand);
        for (std::size_t operand = 0; operand < operands_; ++operand) {
            tried_.assign(last_ - first_, false);
            if (operand != all_[fixed].operand && !place(operand)) return false;
        }
        return true;
    }

  private:
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    const std::vector<Standing>& all_;
    std::size_t first_, last_, fixed_ = 0;
    std::vector<std::size_t> owner_of_;  ///< by the first entry of a position
    std::size_t operands_;
    std::vector<bool> tried_;

    std::size_t slot(std::size_t entry) const {
        while (entry > first_ && all_[entry - 1].hit.position == all_[entry].hit.position) --entry;
        return entry - first_;
    }
    void take(std::size_t entry, std::size_t operand) { owner_of_[slot(entry)] = operand; }

    bool place(std::size_t operand) {
        for (std::size_t i = first_; i < last_; ++i) {
            const std::size_t at = slot(i);
            if (all_[i].operand != operand || tried_[at] || at == slot(fixed_)) continue;
            tried_[at] = true;
            if (owner_of_[at] != kNone && !place(owner_of_[at])) continue;
            owner_of_[at] = operand;
            return true;
        }
        return false;
    }
};

bool every_operand_stands(const std::vector<Standing>& all, std::size_t first, std::size_t last, std::size_t operands) {
    std::vector<bool> stands(operands);
    for (std::size_t i = first; i < last; ++i) stands[all[i].operand] = true;
    return std::find(stands.begin(), stands.end(), false) == stands.end();
}

/// Whether some word stands for two operands: only then must each be found one of its own.
bool shares_words(const std::vector<Standing>& all) {
    for (std::size_t i = 1; i < all.size(); ++i)
        if (all[i].hit.position == all[i - 1].hit.position && all[i].operand != all[i - 1].operand) return true;
    return false;
}

}  // namespace

std::vector<TextHit> chained_hits(std::vector<std::vector<TextHit>> operands, const std::vector<Link>& links) {
    std::vector<std::vector<bool>> alive;
    for (std::vector<TextHit>& hits : operands) {
        std::sort(hits.begin(), hits.end(), by_position);
        alive.emplace_back(hits.size(), true);
    }
    for (std::size_t i = 1; i < operands.size(); ++i) alive[i] = reached(operands[i], operands[i - 1], alive[i - 1], links[i - 1], true);
    for (std::size_t i = operands.size() - 1; i-- > 0;) {
        const std::vector<bool> ahead = reached(operands[i], operands[i + 1], alive[i + 1], links[i], false);
        for (std::size_t k = 0; k < ahead.size(); ++k) alive[i][k] = alive[i][k] && ahead[k];
    }
    std::vector<TextHit> part;
    for (std::size_t i = 0; i < operands.size(); ++i)
        for (std::size_t k = 0; k < operands[i].size(); ++k)
            if (alive[i][k]) part.push_back(operands[i][k]);
    std::sort(part.begin(), part.end(), by_position);
    return part;
}

std::vector<TextHit> gathered_hits(const std::vector<std::vector<TextHit>>& operands, std::uint32_t slop) {
    std::vector<Standing> all;
    for (std::size_t operand = 0; operand < operands.size(); ++operand) {
        if (operands[operand].empty()) return {};
        for (const TextHit& hit : operands[operand]) all.push_back({hit, operand, false});
    }
    std::stable_sort(all.begin(), all.end(), [](const Standing& a, const Standing& b) { return by_position(a.hit, b.hit); });
    const bool shared = shares_words(all);
    const std::uint32_t width = static_cast<std::uint32_t>(operands.size()) + slop - 1;
    for (std::size_t first = 0, last = 0; first < all.size(); ++first) {
        if (first > 0 && all[first].hit.position == all[first - 1].hit.position) continue;
        while (last < all.size() && all[last].hit.position < all[first].hit.position + width) ++last;
        if (!every_operand_stands(all, first, last, operands.size())) continue;
        Assignment assignment(all, first, last, operands.size());
        for (std::size_t i = first; i < last; ++i) all[i].takes_part = all[i].takes_part || !shared || assignment.possible(i);
    }
    std::vector<TextHit> part;
    for (const Standing& standing : all)
        if (standing.takes_part) part.push_back(standing.hit);
    return part;
}

}  // namespace minutes
