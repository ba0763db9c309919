#include "indexer/totals.hpp"

#include "corpus/problem.hpp"
#include "indexer/word_shares.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <random>
#include <set>
#include <vector>

using namespace minutes;

namespace {

/// The slow obvious way: all files added up anew.
Totals summed(const std::vector<FileRecord>& files) {
    Totals totals;
    std::set<std::string> seen;
    for (const FileRecord& file : files) {
        if (file.state != FileRecord::State::indexed) continue;
        ++totals.documents;
        const FileShares all = decode_shares(file.shares);
        for (const MeetingShares& meeting : all.meetings)
            for (const WordShare& share : meeting.shares) totals.words[static_cast<std::size_t>(*zone_named(record_of_share(share.key).zone))] += share.words;
        for (const MeetingSummary& meeting : file.meetings) {
            totals.incomplete_items += meeting.incomplete_items;
            if (!seen.insert(meeting.id).second) continue;
            ++totals.meetings;
            if (meeting.date.empty()) ++totals.undated_meetings;
            else if (totals.first_date.empty() || meeting.date < totals.first_date) totals.first_date = meeting.date;
            totals.last_date = std::max(totals.last_date, meeting.date);
        }
    }
    return totals;
}

std::vector<Record> some_records(std::mt19937& random, const FileRecord& file) {
    std::vector<Record> records;
    for (const MeetingSummary& meeting : file.meetings)
        for (std::size_t i = random() % 4; i > 0; --i) {
            Record record;
            record.meeting_id = meeting.id;
            record.zone = name_of(static_cast<Zone>(random() % kZones));
            record.words = static_cast<std::uint32_t>(random() % 50);
            if (random() % 2) record.speakers.push_back({"chair", "", "", "", ""});
            records.push_back(record);
        }
    return records;
}

FileRecord some_file(std::mt19937& random) {
    FileRecord file;
    file.state = random() % 5 == 0 ? FileRecord::State::skipped : FileRecord::State::indexed;
    for (std::size_t i = random() % 3; i > 0; --i) {
        MeetingSummary meeting;
        const auto number = static_cast<unsigned>(random() % 12);  // meetings are shared by files now and then
        meeting.id = "m" + std::to_string(number);
        meeting.date = number % 4 == 0 ? "" : "20" + std::to_string(10 + number) + "-01-02";
        meeting.incomplete_items = number % 3;
        const bool twice = std::any_of(file.meetings.begin(), file.meetings.end(), [&](const MeetingSummary& m) { return m.id == meeting.id; });
        if (!twice) file.meetings.push_back(meeting);
    }
    file.shares = encode_shares(shares_of(file, some_records(random, file)));
    return file;
}

}  // namespace

BOOST_AUTO_TEST_CASE(running_totals_are_those_added_up_anew) {
    std::mt19937 random(11);
    RunningTotals running;
    std::vector<FileRecord> files;
    for (int step = 0; step < 2000; ++step) {
        if (files.empty() || random() % 3 != 0) {
            files.push_back(some_file(random));
            running.add(files.back());
        } else {
            const std::size_t at = random() % files.size();
            running.remove(files[at]);
            files.erase(files.begin() + static_cast<std::ptrdiff_t>(at));
        }
        const bool same = running.now() == summed(files);
        BOOST_REQUIRE_MESSAGE(same, "step " << step << ": " << encode_totals(running.now()) << " / " << encode_totals(summed(files)));
    }
}

BOOST_AUTO_TEST_CASE(totals_survive_writing) {
    for (const Totals& totals : {Totals{}, Totals{3, 2, 1, 4, "2016-01-02", "2025-12-31", {1, 2, 3}}, Totals{1, 1, 1, 0, "", "", {}}}) {
        const bool same = decode_totals(encode_totals(totals)) == totals;
        BOOST_TEST(same, encode_totals(totals));
    }
    const bool nothing = decode_totals("") == Totals{};
    BOOST_TEST(nothing);
    for (const std::string_view damaged : {"x", "1 2", "1 2 3 four - -", "-1 2 3 4 - -", "1 2 3 4 - - 5"}) BOOST_CHECK_THROW((void)decode_totals(damaged), Error);
}
