#include "indexer/word_shares.hpp"

#include "corpus/problem.hpp"

#include <algorithm>
#include <map>

namespace minutes {
namespace {

/// Between the parts of a key, and between roles; names of zones, kinds and roles hold neither.
constexpr char kPart = '\t', kRole = ',';

// Numbers as variable-length integers (seven bits a byte, low bits first), strings behind their length.

void put(std::string& bytes, std::uint64_t number) {
    for (; number >= 0x80; number >>= 7) bytes += static_cast<char>(number | 0x80);
    bytes += static_cast<char>(number);
}

void put(std::string& bytes, std::string_view text) {
    put(bytes, std::uint64_t{text.size()});
    bytes += text;
}

class Scanner {
public:
    explicit Scanner(std::string_view bytes) : bytes_(bytes) {}

    bool at_end() const { return bytes_.empty(); }

    std::uint64_t number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 63 && !bytes_.empty(); shift += 7) {
            const auto byte = static_cast<unsigned char>(bytes_.front());
            bytes_.remove_prefix(1);
            value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
            if (byte < 0x80) return value;
        }
        damaged();
    }

    std::uint32_t small() {
        const std::uint64_t value = number();
        if (value > 0xFFFFFFFFu) damaged();
        return static_cast<std::uint32_t>(value);
    }

    std::string text() {
        const std::uint64_t size = number();
        if (size > bytes_.size()) damaged();
        std::string value(bytes_.substr(0, size));
        bytes_.remove_prefix(size);
        return value;
    }

private:
    [[noreturn]] static void damaged() { throw Error("the totals of a file in the index are damaged; rebuild it with: minutes index --fresh PATH..."); }

    std::string_view bytes_;
};

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
    std::string bytes;
    if (all.meetings.empty()) return bytes;
    put(bytes, all.path);
    for (const MeetingShares& meeting : all.meetings) {
        for (const std::string* text : {&meeting.id, &meeting.council, &meeting.committee, &meeting.date}) put(bytes, *text);
        put(bytes, std::uint64_t{meeting.incomplete_items});
        put(bytes, std::uint64_t{meeting.shares.size()});
        for (const WordShare& share : meeting.shares) {
            put(bytes, share.key);
            put(bytes, std::uint64_t{share.records});
            put(bytes, std::uint64_t{share.cut});
            put(bytes, share.words);
        }
    }
    return bytes;
}

FileShares decode_shares(std::string_view bytes) {
    FileShares all;
    Scanner in(bytes);
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
