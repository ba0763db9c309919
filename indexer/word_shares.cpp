#include "indexer/word_shares.hpp"

#include "indexer/byte_code.hpp"

#include <algorithm>
#include <map>

namespace minutes {
namespace {

/// Between the parts of a key, and between roles; names of zones, kinds and roles hold neither.
constexpr char kPart = '\t', kRole = ',';

std::string_view cut(std::string_view& text, char at) {
    const std::size_t end = text.find(at);
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return part;
}

}  // namespace

std::string share_key(const Record& record) {
    std::vector<std::string> roles = roles_of(record);
    std::sort(roles.begin(), roles.end());
    std::string key = record.zone + kPart + record.kind + kPart;
    for (std::size_t i = 0; i < roles.size(); ++i) key += (i ? std::string(1, kRole) : std::string()) + roles[i];
    return key;
}

Record record_of_share(std::string_view key) {
    Record record;
    record.zone = cut(key, kPart);
    record.kind = cut(key, kPart);
    while (!key.empty()) record.speakers.push_back({std::string(cut(key, kRole)), {}, {}, {}, {}});
    return record;
}

FileShares shares_of(const FileRecord& file, const std::vector<Record>& records) {
    std::map<std::string, MeetingShares> meetings;
    std::map<std::string, std::map<std::string, WordShare>> shares;
    for (const MeetingSummary& m : file.meetings) meetings[m.id] = {m.id, m.council, m.committee, m.date, m.incomplete_items, {}};
    for (const Record& record : records) {
        meetings.try_emplace(record.meeting_id, MeetingShares{record.meeting_id, record.council, record.committee, record.date, 0, {}});
        WordShare& share = shares[record.meeting_id][share_key(record)];
        ++share.records;
        share.cut += record.item_incomplete || record.incomplete;
        share.words += record.words;
    }
    FileShares all{file.path, {}};
    for (auto& [id, meeting] : meetings) {
        for (auto& [key, share] : shares[id]) {
            share.key = key;
            meeting.shares.push_back(std::move(share));
        }
        all.meetings.push_back(std::move(meeting));
    }
    return all;
}

std::string encode_shares(const FileShares& all) {
    if (all.meetings.empty()) return {};
    ByteWriter out;
    out.text(all.path);
    for (const MeetingShares& meeting : all.meetings) {
        for (const std::string* text : {&meeting.id, &meeting.council, &meeting.committee, &meeting.date}) out.text(*text);
        out.number(meeting.incomplete_items);
        out.number(meeting.shares.size());
        for (const WordShare& share : meeting.shares) {
            out.text(share.key);
            out.number(share.records);
            out.number(share.cut);
            out.number(share.words);
        }
    }
    return out.take();
}

FileShares decode_shares(std::string_view bytes) {
    FileShares all;
    ByteReader in(bytes, "the totals of a file in the index are damaged; rebuild it with: minutes index --fresh PATH...");
    if (in.at_end()) return all;
    all.path = in.text();
    while (!in.at_end()) {
        MeetingShares meeting;
        for (std::string* text : {&meeting.id, &meeting.council, &meeting.committee, &meeting.date}) *text = in.text();
        meeting.incomplete_items = in.small();
        for (std::uint64_t left = in.number(); left > 0; --left) {
            WordShare share;
            share.key = in.text();
            share.records = in.small();
            share.cut = in.small();
            share.words = in.number();
            meeting.shares.push_back(std::move(share));
        }
        all.meetings.push_back(std::move(meeting));
    }
    return all;
}

}  // namespace minutes
