#include "indexer/column_lists.hpp"

#include "indexer/byte_code.hpp"

#include <algorithm>

namespace minutes {
namespace {

constexpr char kDamaged[] = "the index's columns are damaged";

std::span<const TokenCode> codes_of(std::span<const TokenCode> codes, const ColumnRow& row) {
    if (row.codes_at > codes.size() || row.codes > codes.size() - row.codes_at) throw Error(kDamaged);
    return codes.subspan(row.codes_at, row.codes);
}

/// How many of the rows make a run.
std::uint32_t rows_of_run(std::span<const ColumnRow> rows) {
    std::uint64_t codes = 0;
    std::uint32_t count = 0;
    for (; count < rows.size() && count < kRunRows; ++count) {
        codes += rows[count].codes;
        if (count > 0 && codes > kRunCodes) break;
    }
    return count;
}

/// The rows of a type's tokens, a row as often as the type stands in it, as a list.
void put_list(ByteWriter& postings, std::span<const std::uint32_t> rows) {
    std::uint32_t before = 0;
    for (std::size_t i = 0; i < rows.size();) {
        std::size_t next = i;
        while (next < rows.size() && rows[next] == rows[i]) ++next;
        const std::uint64_t frequency = next - i;
        postings.number(std::uint64_t{rows[i] - before} << 1 | (frequency > 1 ? 1 : 0));
        if (frequency > 1) postings.number(frequency - 2);
        before = rows[i];
        i = next;
    }
}

}  // namespace

PostingRun make_run(std::span<const ColumnRow> all_rows, std::span<const TokenCode> codes, std::size_t types, std::uint32_t first) {
    const std::span<const ColumnRow> rows = all_rows.subspan(first, rows_of_run(all_rows.subspan(first)));
    std::vector<std::uint32_t> starts(types + 1);  // of each type's tokens among all, in order of type
    for (const ColumnRow& row : rows)
        each_type(codes_of(codes, row), [&](std::uint32_t type) {
            if (type >= types) throw Error(kDamaged);
            ++starts[type + 1];
        });
    for (std::size_t type = 0; type < types; ++type) starts[type + 1] += starts[type];
    std::vector<std::uint32_t> row_of(starts.back()), next(starts.begin(), starts.end() - 1);
    for (std::uint32_t row = 0; row < rows.size(); ++row)
        each_type(codes_of(codes, rows[row]), [&](std::uint32_t type) { row_of[next[type]++] = row; });
    PostingRun run;
    ByteWriter postings;
    for (std::size_t type = 0; type < types; ++type) {
        if (starts[type] == starts[type + 1]) continue;
        put_list(postings, std::span(row_of).subspan(starts[type], starts[type + 1] - starts[type]));
        run.lists.push_back({static_cast<std::uint32_t>(type), static_cast<std::uint32_t>(postings.size())});
    }
    run.postings = postings.take();
    run.shape = {0, 0, first, static_cast<std::uint32_t>(rows.size()), static_cast<std::uint32_t>(run.lists.size()), static_cast<std::uint32_t>(run.postings.size())};
    return run;
}

}  // namespace minutes
