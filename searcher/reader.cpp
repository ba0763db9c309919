#include "searcher/reader.hpp"

#include "indexer/index_directory.hpp"
#include "indexer/schema.hpp"
#include "searcher/found.hpp"
#include "searcher/passage_columns.hpp"
#include "searcher/passage_groups.hpp"
#include "searcher/share_table.hpp"

#include <utility>

namespace minutes {
namespace {

void refuse_other_version(const Xapian::Database& database, const std::string& dir) {
    const std::string version = database.get_metadata(kSchemaVersionKey);
    if (version == std::to_string(kSchemaVersion)) return;
    if (version.empty() && database.get_doccount() == 0) return;  // made a moment ago, nothing committed yet
    throw Error(dir + ": the index is of schema version " + (version.empty() ? "unknown" : version) + ", this command reads version " +
                std::to_string(kSchemaVersion) + "; rebuild it with: minutes index --fresh PATH...");
}

}  // namespace

Reader::Reader(std::string dir, By by) : dir_(std::move(dir)), by_(by) {
    read([](const Xapian::Database&) { return 0; });
}

void Reader::open() {
    close();
    const auto generation = current_generation(dir_);
    if (!generation) throw Error("no index at " + dir_ + "; make one with: minutes index PATH...");
    // The glass flag matters: without it Xapian follows stub files, which can name programs to run.
    database_ = std::make_unique<Xapian::Database>(*generation, Xapian::DB_BACKEND_GLASS);
    refuse_other_version(*database_, dir_);
    try {
        if (by_ == By::columns) columns_ = std::make_shared<const PassageColumns>(*generation, *database_);
    } catch (const Error&) {
        // Lost or spoilt: the records say the same, and `minutes index` makes the columns anew.
    }
}

void Reader::close() {
    whole_.clear();
    groups_asked_ = false;
    groups_.reset();
    shares_.reset();
    columns_.reset();
    database_.reset();
}

const PassageGroups* Reader::groups() {
    if (columns_ == nullptr || !std::exchange(groups_asked_, true)) return nullptr;
    try {
        if (!groups_) groups_ = std::make_shared<const PassageGroups>(group_passages(*database_, *columns_));
    } catch (const ColumnsDamaged&) {
        return nullptr;
    }
    return groups_.get();
}

const Found* Reader::whole(const std::string& key) const {
    const auto kept = whole_.find(key);
    return kept == whole_.end() ? nullptr : kept->second.get();
}

void Reader::keep_whole(const std::string& key, const Found& found) {
    if (whole_.size() < kMostKept) whole_.emplace(key, std::make_shared<const Found>(found));
}

const ShareTable& Reader::shares() {
    if (!shares_) shares_ = std::make_shared<const ShareTable>(read_shares(*database_));
    return *shares_;
}

void Reader::throw_unreadable(const Xapian::DatabaseError& error) const {
    throw Error(dir_ + ": the index cannot be read (" + error.get_msg() + "); rebuild it with: minutes index --fresh PATH...");
}

}  // namespace minutes
