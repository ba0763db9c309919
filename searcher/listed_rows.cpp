#include "searcher/listed_rows.hpp"

namespace minutes {

/// The postings of a run, by row.
void ListedRows::gather(const ColumnRun& run) {
    postings_.clear();
    std::size_t lists = 0;
    for (std::uint32_t number = 0; number < types_.size(); ++number) {
        const std::string_view list = columns_.postings(run, types_[number]);
        if (list.empty()) continue;
        ++lists;
        const bool sound = each_posting(list, run.rows, [&](std::uint32_t row, std::uint32_t frequency) { postings_.push_back({row, {number, frequency}}); });
        if (!sound) throw ColumnsDamaged("a posting list of the columns is damaged");
    }
    if (lists > 1) sort_by_row(run.rows);
}

void ListedRows::sort_by_row(std::uint32_t rows) {
    constexpr std::size_t kFew = 16;  // so few postings for a row are sorted by comparing them
    if (postings_.size() * kFew < rows) return std::stable_sort(postings_.begin(), postings_.end(), [](const Posting& a, const Posting& b) { return a.row < b.row; });
    starts_.assign(std::size_t{rows} + 1, 0);
    for (const Posting& posting : postings_) ++starts_[posting.row + 1];
    for (std::size_t row = 0; row < rows; ++row) starts_[row + 1] += starts_[row];
    unsorted_.swap(postings_);
    postings_.resize(unsorted_.size());
    for (const Posting& posting : unsorted_) postings_[starts_[posting.row]++] = posting;
}

}  // namespace minutes
