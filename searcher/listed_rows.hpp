#pragma once

#include "indexer/column_lists.hpp"
#include "searcher/passage_columns.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace minutes {

/// One of the types of tokens that somebody looks for, by its number among these, and how often it stands in a row.
struct ListedToken {
    std::uint32_t number = 0, frequency = 0;
};

/// The posting lists of some types, merged into rows, run by run. Refers to the columns.
class ListedRows {
public:
    ListedRows(const PassageColumns& columns, std::vector<std::uint32_t> types) : columns_(columns), types_(std::move(types)) {}

    /// Hands the docid of each row of the runs that has any of the types, live or not, and its tokens to `each`, in order of docid.
    /// Throws ColumnsDamaged. O(runs * types * log + postings).
    template <typename Each>
    void visit(Each each) {
        for (const ColumnRun& run : columns_.runs()) {
            gather(run);
            for (std::size_t i = 0; i < postings_.size();) {
                tokens_.clear();
                const std::uint32_t row = postings_[i].row;
                for (; i < postings_.size() && postings_[i].row == row; ++i) tokens_.push_back(postings_[i].token);
                each(run.first + row + 1, std::span<const ListedToken>(tokens_));
            }
        }
    }

private:
    struct Posting {
        std::uint32_t row;              ///< from the first of its run
        ListedToken token;
    };

    const PassageColumns& columns_;
    std::vector<std::uint32_t> types_;
    std::vector<Posting> postings_, unsorted_;
    std::vector<std::uint32_t> starts_;
    std::vector<ListedToken> tokens_;

    void gather(const ColumnRun& run);
    void sort_by_row(std::uint32_t rows);
};

}  // namespace minutes
