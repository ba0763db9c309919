#pragma once

#include "indexer/ledger.hpp"
#include "indexer/writer.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace minutes {

/// Changes of whole files on their way into the index, committed together when they are many, large or old.
class Batch {
public:
    /// `writer` may be nullptr: a dry run. `index`: its directory, for room on its disk.
    Batch(IndexWriter* writer, std::string index) : writer_(writer), index_(std::move(index)) {}

    /// Files that the index refused (path, reason) are returned, for the ledger. Throws Error when the disk is full.
    std::vector<std::pair<std::string, std::string>> add(FileChange change, const Ledger& ledger);
    std::vector<std::pair<std::string, std::string>> commit(const Ledger& ledger);

    /// After the index refused a file the totals that were written with its batch are too high.
    void correct_totals(const Ledger& ledger);

private:
    void require_space() const;

    IndexWriter* writer_;
    std::string index_;
    std::vector<FileChange> changes_;
    std::size_t passages_ = 0;
    std::uint64_t bytes_ = 0;
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
};

}  // namespace minutes
