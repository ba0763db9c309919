#pragma once

#include "indexer/sync.hpp"

#include <atomic>
#include <string>

namespace minutes::test {

/// Makes the index that mirrors a folder, or brings it up to date.
inline void index_folder(const std::string& folder, const std::string& index) {
    SyncOptions options;
    options.paths = {folder};
    options.index = index;
    (void)sync_index(options, [](std::uint64_t, std::uint64_t, const std::string&) {}, std::atomic<bool>(false));
}

}  // namespace minutes::test
