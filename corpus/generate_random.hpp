#pragma once

#include <cmath>
#include <cstdint>

namespace minutes::synthetic {

/// Mixes two numbers into one that looks random: seeds of parts come from the seed of the whole.
[[nodiscard]] constexpr std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
    std::uint64_t z = a + 0x9E3779B97F4A7C15u * (b + 1);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

/// SplitMix64 with reductions of our own: std::uniform_int_distribution may differ between libraries,
/// and the same seed must give the same bytes everywhere.
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() { return mix(state_++, 0); }
    /// 0 .. n-1; n > 0. The bias of at most n / 2^32 does not matter here.
    std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(((next() >> 32) * n) >> 32); }
    std::uint32_t between(std::uint32_t low, std::uint32_t high) { return low + below(high - low + 1); }
    bool chance(std::uint32_t percent) { return below(100) < percent; }

    /// A rank from 0 with P(rank >= k) = (1 + k/256)^-(2/3): among n draws about n^0.6 are distinct, so words made from
    /// ranks grow with the text as Heaps' law has it. Products, quotients and roots alone: in IEEE 754 they are the same
    /// everywhere, while a sum might be contracted into them on some machines.
    std::uint32_t heavy_tail() {
        const double inverse = 9007199254740992.0 / static_cast<double>((next() >> 11) + 1);
        const double rank = 256.0 * (inverse * std::sqrt(inverse));
        return rank > 4.0e6 ? 4'000'000 + below(1'000'000) : static_cast<std::uint32_t>(rank) - 256;
    }

  private:
    std::uint64_t state_;
};

}  // namespace minutes::synthetic
