#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace minutes {

/// Something wrong, and in which part of the index, or of which source file.
struct IndexFault {
    std::string part, what;
};

/// What a check of an index found.
struct IndexCheck {
    std::string generation;                  ///< the path of what was checked
    std::uint64_t files = 0, records = 0;    ///< known files; records of passages, titles and furniture
    std::vector<IndexFault> faults;          ///< at most kFaultsListed of each part
    std::uint64_t unlisted = 0;              ///< faults beyond these
    bool database_read = true;               ///< false: Xapian checks its files only where it may write them
    bool sources_read = false;
    std::uint64_t sources = 0;               ///< source files that were hashed
    std::vector<IndexFault> sources_differ;  ///< those that are not the bytes that were indexed

    [[nodiscard]] bool sound() const { return faults.empty(); }
};

inline constexpr std::size_t kFaultsListed = 5;

/// Proves the index at `dir` sound: Xapian's own check of its files; every record decodes, and its terms, its values and all that the
/// columns say of it are what they are when computed anew; shares and totals add up. `sources`: hashes the source files, too.
/// What reads possibly damaged files runs in a child process, so that damage cannot end this one. Takes about as long as indexing
/// without reading the sources, and memory for one source file's records. Throws Error when there is no index, Locked while
/// another process writes it.
[[nodiscard]] IndexCheck check_index(const std::string& dir, bool sources);

[[nodiscard]] std::string check_as_text(const IndexCheck& check);
[[nodiscard]] std::string check_as_json(const IndexCheck& check);

}  // namespace minutes
