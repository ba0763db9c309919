#include "indexer/ledger.hpp"

#include "indexer/digest.hpp"

#include <utility>

namespace minutes {

using State = FileRecord::State;

Ledger::Ledger(std::vector<FileRecord> files) {
    for (FileRecord& file : files) put(std::move(file));
}

const FileRecord* Ledger::find(const std::string& path) const {
    const auto known = files_.find(path);
    return known == files_.end() ? nullptr : &known->second;
}

std::string Ledger::owner(const std::string& sha256) const {
    const auto found = owners_.find(sha256);
    return found == owners_.end() ? std::string() : found->second;
}

void Ledger::put(FileRecord file) {
    drop(file.path);
    if (file.state == State::indexed) owners_[file.sha256] = file.path;
    totals_.add(file);
    std::string path = file.path;
    files_.emplace(std::move(path), std::move(file));
}

void Ledger::drop(const std::string& path) {
    const auto known = files_.find(path);
    if (known == files_.end()) return;
    const FileRecord& file = known->second;
    if (file.state == State::indexed && owner(file.sha256) == path) owners_.erase(file.sha256);
    totals_.remove(file);
    files_.erase(known);
}

std::vector<FoundFile> Ledger::orphans() const {
    std::vector<FoundFile> orphans;
    for (const auto& [path, file] : files_)
        if (file.state == State::duplicate && owner(file.sha256).empty())
            orphans.push_back(found_again(file));
    return orphans;
}

}  // namespace minutes
