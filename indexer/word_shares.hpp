#pragma once

#include "indexer/file_record.hpp"
#include "indexer/record.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace minutes {

/// Records of one meeting that stand in one zone, are of one kind and are spoken by one set of roles: how many there are and
/// how many words they have. The denominators of rates are added up from these, so that no count reads every record.
struct WordShare {
    std::string key;                ///< share_key() of each of the records
    std::uint32_t records = 0, cut = 0;  ///< cut: those of items that the source cuts short
    std::uint64_t words = 0;

    bool operator==(const WordShare&) const = default;
};

/// What one file holds of one meeting.
struct MeetingShares {
    std::string id, council, committee, date;
    std::uint32_t incomplete_items = 0;
    std::vector<WordShare> shares;  ///< by key

    bool operator==(const MeetingShares&) const = default;
};

/// What a file's records share out; part of the transaction that writes the records.
struct FileShares {
    std::string path;
    std::vector<MeetingShares> meetings;  ///< by id

    bool operator==(const FileShares&) const = default;
};

/// Zone, kind and the roles of those who speak, each once and sorted.
[[nodiscard]] std::string share_key(const Record& record);

/// A record with nothing but the zone, kind and roles of `key`, for filters and facets to read.
[[nodiscard]] Record record_of_share(std::string_view key);

/// `records`: all of the file. A meeting whose records all moved to another file has no shares; one whose summary another file
/// keeps has no incomplete items here. O(records).
[[nodiscard]] FileShares shares_of(const FileRecord& file, const std::vector<Record>& records);

[[nodiscard]] std::string encode_shares(const FileShares& shares);
/// Nothing for "" (a file without records); throws Error when the bytes are not encode_shares()'.
[[nodiscard]] FileShares decode_shares(std::string_view bytes);

}  // namespace minutes
