#pragma once

#include "indexer/file_record.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace minutes {

inline constexpr std::size_t kZones = static_cast<std::size_t>(Zone::boilerplate) + 1;

/// What all indexed files hold together: the denominators of answers, kept in the database's metadata and written in the
/// transaction of the files they sum up, so that no query has to read every file's record.
struct Totals {
    std::uint64_t documents = 0, meetings = 0, undated_meetings = 0, incomplete_items = 0;
    std::string first_date, last_date;  ///< YYYY-MM-DD; "" when no meeting has a date
    std::array<std::uint64_t, kZones> words{};  ///< of all records, by the zone they stand in

    bool operator==(const Totals&) const = default;
};

/// Key of the totals in the database's metadata.
inline constexpr char kTotalsKey[] = "totals";

[[nodiscard]] std::string encode_totals(const Totals& totals);
/// All zero for "" (an index without files); throws Error when the text is not one of encode_totals().
[[nodiscard]] Totals decode_totals(std::string_view text);

/// Totals of a changing set of files. A meeting that stands in several files counts once. O(log meetings) a change.
class RunningTotals {
public:
    void add(const FileRecord& file);
    void remove(const FileRecord& file);  ///< REQUIRES: `file` as it was added
    [[nodiscard]] Totals now() const;

private:
    struct Held {
        std::uint64_t files = 0;
        std::string date;
    };

    std::map<std::string, Held> meetings_;        ///< by id
    std::map<std::string, std::uint64_t> dates_;  ///< dated meetings by date
    std::uint64_t documents_ = 0, incomplete_items_ = 0;
    std::array<std::uint64_t, kZones> words_{};
};

}  // namespace minutes
