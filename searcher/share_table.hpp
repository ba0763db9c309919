#pragma once

#include "indexer/record.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace Xapian { class Database; }

namespace minutes {

/// What the files of an index share out (word_shares.hpp), in a form that can be added up quickly for every answer.
struct ShareTable {
    /// Records of one meeting in one file that have the same zone, kind and roles.
    struct Share {
        std::uint32_t key = 0;              ///< ordinal in `keys`
        std::uint32_t records = 0, cut = 0; ///< cut: those of items that the source cuts short
        std::uint64_t words = 0;
    };
    /// What one file holds of one meeting.
    struct Place {
        Record meeting;                     ///< path, id, council, committee and date alone
        std::uint32_t number = 0;           ///< of the meeting
        std::uint32_t file = 0;             ///< ordinal of the file
        std::uint32_t incomplete_items = 0;
        std::size_t first = 0, count = 0;   ///< in `shares`
    };

    std::vector<Record> keys;               ///< zone, kind and roles alone
    std::vector<Share> shares;
    std::vector<Place> places;              ///< file by file
    std::unordered_map<std::string, std::uint32_t> meetings;  ///< their numbers by id, from 0

    [[nodiscard]] std::span<const Share> shares_of(const Place& place) const { return {shares.data() + place.first, place.count}; }
};

/// O(files). Throws Error when the index is damaged.
[[nodiscard]] ShareTable read_shares(const Xapian::Database& database);

}  // namespace minutes
