#pragma once

#include "indexer/column_shapes.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace minutes {

/// The posting lists of a run of rows: for each type of token that stands in them, in which, and how often.
struct PostingRun {
    ColumnRun shape;                ///< `lists_at` and `postings_at` are the writer's to say
    std::vector<ColumnList> lists;
    std::string postings;

    bool operator==(const PostingRun&) const = default;
};

/// The run that begins with row `first`: up to kRunRows rows and, but for a single longer row, kRunCodes codes. `types`: how many
/// there are. Throws Error where rows or codes lead nowhere. O(codes + types).
[[nodiscard]] PostingRun make_run(std::span<const ColumnRow> rows, std::span<const TokenCode> codes, std::size_t types, std::uint32_t first);

inline constexpr std::uint32_t kRunRows = 1u << 16, kRunCodes = 8u << 20;

/// Whether the rows behind the last run are enough for another one: at least 64, and the 32nd part of those that have runs. So a query
/// reads the tokens of few rows only, and a million rows written in the smallest of updates have some 230 runs, not a run each day.
[[nodiscard]] constexpr bool is_run_due(std::uint64_t rows, std::uint64_t listed) {
    constexpr std::uint64_t kLeast = 64, kPart = 32;
    return rows - listed >= kLeast && (rows - listed) * kPart >= listed;
}

/// Hands each row of a posting list, numbered from the run's first, and its frequency to `each`, in order. False where the bytes are
/// no list of a run of so many rows; what was handed out before is then of no worth.
template <typename Each>
[[nodiscard]] bool each_posting(std::string_view list, std::uint32_t rows, Each each) {
    const auto *at = reinterpret_cast<const unsigned char*>(list.data()), *const end = at + list.size();
    const auto number = [&] {
        std::uint64_t value = 0;
        for (unsigned shift = 0; at != end && shift < 35; shift += 7) {
            const unsigned char byte = *at++;
            value |= std::uint64_t{byte & 0x7Fu} << shift;
            if (byte < 0x80) return value;
        }
        return std::uint64_t{1} << 63;  // more than anything counts
    };
    std::uint64_t row = 0;
    while (at != end) {
        const std::uint64_t step = number();
        row += step >> 1;
        const std::uint64_t frequency = step & 1 ? number() + 2 : 1;
        if (row >= rows || frequency > 0xFFFFFFFFu) return false;
        each(static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(frequency));
    }
    return true;
}

}  // namespace minutes
