#include "indexer/batch.hpp"

#include "corpus/problem.hpp"

#include <filesystem>

namespace minutes {
namespace {

constexpr std::size_t kMaxPassages = 5'000;
constexpr std::uint64_t kMaxBytes = 16u << 20;
constexpr std::uintmax_t kMinFreeBytes = 64u << 20;
constexpr auto kMaxTime = std::chrono::seconds(5);

}  // namespace

std::vector<std::pair<std::string, std::string>> Batch::add(FileChange change, const Ledger& ledger) {
    passages_ += change.passages.size();
    bytes_ += change.file.size;
    changes_.push_back(std::move(change));
    const bool late = std::chrono::steady_clock::now() - begun_ > kMaxTime;
    if (passages_ >= kMaxPassages || bytes_ >= kMaxBytes || late) return commit(ledger);
    return {};
}

std::vector<std::pair<std::string, std::string>> Batch::commit(const Ledger& ledger) {
    std::vector<std::pair<std::string, std::string>> refused;
    if (writer_ && !changes_.empty()) {
        require_space();
        refused = writer_->commit(changes_, ledger.totals());
    }
    changes_.clear();
    passages_ = 0;
    bytes_ = 0;
    begun_ = std::chrono::steady_clock::now();
    return refused;
}

void Batch::correct_totals(const Ledger& ledger) {
    if (writer_) (void)writer_->commit({}, ledger.totals());
}

void Batch::require_space() const {
    std::error_code failed;
    const std::filesystem::space_info space = std::filesystem::space(index_, failed);
    if (!failed && space.available < kMinFreeBytes)
        throw Error(index_ + ": less than 64 MB are free there; free some space and run again; what was committed is safe");
}

}  // namespace minutes
