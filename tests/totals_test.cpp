#include "indexer/totals.hpp"

#include "corpus/problem.hpp"

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
    for (const Totals& totals : {Totals{}, Totals{3, 2, 1, 4, "2016-01-02", "2025-12-31"}, Totals{1, 1, 1, 0, "", ""}}) {
        const bool same = decode_totals(encode_totals(totals)) == totals;
        BOOST_TEST(same, encode_totals(totals));
    }
    const bool nothing = decode_totals("") == Totals{};
    BOOST_TEST(nothing);
    for (const std::string_view damaged : {"x", "1 2", "1 2 3 four - -", "-1 2 3 4 - -"}) BOOST_CHECK_THROW((void)decode_totals(damaged), Error);
}
