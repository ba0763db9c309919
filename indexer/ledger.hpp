#pragma once

#include "corpus/walk.hpp"
#include "indexer/file_record.hpp"
#include "indexer/sync_plan.hpp"
#include "indexer/totals.hpp"

#include <map>
#include <string>
#include <vector>

namespace minutes {

/// What is known of files during an update, kept in step with the changes, committed or not.
/// Of files with the same bytes one is indexed, their owner; the others are duplicates that name it.
class Ledger {
public:
    explicit Ledger(std::vector<FileRecord> files);

    [[nodiscard]] const KnownFiles& files() const { return files_; }
    /// nullptr if the path is unknown. Valid until the next put() or drop().
    [[nodiscard]] const FileRecord* find(const std::string& path) const;
    /// The path under which these bytes are indexed, or "".
    [[nodiscard]] std::string owner(const std::string& sha256) const;

    /// What the index would hold if every change so far were committed.
    [[nodiscard]] Totals totals() const { return totals_.now(); }

    void put(FileRecord file);
    void drop(const std::string& path);

    /// Duplicates whose owner is gone, sorted by path. The first of each set of twins is to be indexed in its place.
    [[nodiscard]] std::vector<FoundFile> orphans() const;

private:
    KnownFiles files_;
    RunningTotals totals_;
    std::map<std::string, std::string> owners_;  ///< SHA-256 -> the path that is indexed
};

}  // namespace minutes
