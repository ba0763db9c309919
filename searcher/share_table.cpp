#include "searcher/share_table.hpp"

#include "indexer/schema.hpp"
#include "indexer/word_shares.hpp"

#include <xapian.h>

namespace minutes {
namespace {

Record meeting_record(const FileShares& file, const MeetingShares& meeting) {
    Record record;
    record.path = file.path;
    record.meeting_id = meeting.id;
    record.council = meeting.council;
    record.committee = meeting.committee;
    record.date = meeting.date;
    return record;
}

}  // namespace

ShareTable read_shares(const Xapian::Database& database) {
    ShareTable table;
    std::unordered_map<std::string, std::uint32_t> keys;
    std::uint32_t file = 0;
    for (auto value = database.valuestream_begin(kSharesSlot); value != database.valuestream_end(kSharesSlot); ++value, ++file) {
        const FileShares of_file = decode_shares(*value);
        for (const MeetingShares& meeting : of_file.meetings) {
            const auto number = static_cast<std::uint32_t>(table.meetings.size());
            table.places.push_back({meeting_record(of_file, meeting), table.meetings.emplace(meeting.id, number).first->second, file, meeting.incomplete_items, table.shares.size(), meeting.shares.size()});
            for (const WordShare& share : meeting.shares) {
                const auto [key, fresh] = keys.emplace(share.key, static_cast<std::uint32_t>(keys.size()));
                if (fresh) table.keys.push_back(record_of_share(share.key));
                table.shares.push_back({key->second, share.records, share.cut, share.words});
            }
        }
    }
    return table;
}

}  // namespace minutes
