#include "searcher/coverage.hpp"

#include "searcher/base.hpp"
#include "searcher/reader.hpp"

#include <algorithm>
#include <set>

namespace minutes {
namespace {

void add_meeting(CommitteeCoverage& row, const MeetingSummary& meeting) {
    ++row.meetings;
    row.items += meeting.items;
    row.incomplete_items += meeting.incomplete_items;
    row.passages += meeting.passages;
    row.words += meeting.words;
    row.speakers += meeting.speakers;
    row.unresolved_speakers += meeting.unresolved_speakers;
    if (meeting.date.empty()) {
        ++row.undated;
        return;
    }
    if (row.first_date.empty() || meeting.date < row.first_date) row.first_date = meeting.date;
    row.last_date = std::max(row.last_date, meeting.date);
}

Coverage gather(const Xapian::Database& database) {
    Coverage coverage;
    coverage.base = index_base(database);
    std::map<std::pair<std::string, std::string>, CommitteeCoverage> rows;
    std::map<std::string, std::uint64_t> layouts;
    std::set<std::string> seen;
    for (const FileRecord& file : file_records(database)) {
        if (file.state == FileRecord::State::skipped) coverage.skipped.emplace_back(file.path, file.note);
        if (file.state == FileRecord::State::duplicate) coverage.duplicates.emplace_back(file.path, file.note);
        if (file.state != FileRecord::State::indexed) continue;
        ++layouts[file.layout];
        for (const std::string& problem : file.problems) coverage.problems.emplace_back(file.path, problem);
        for (const MeetingSummary& meeting : file.meetings) {
            if (!seen.insert(meeting.id).second) continue;
            CommitteeCoverage& row = rows[{meeting.council, meeting.committee}];
            row.council = meeting.council;
            row.committee = meeting.committee;
            add_meeting(row, meeting);
        }
    }
    for (auto& [key, row] : rows) coverage.committees.push_back(std::move(row));
    coverage.layouts.assign(layouts.begin(), layouts.end());
    return coverage;
}

}  // namespace

Coverage coverage(Reader& reader) {
    return reader.read([](const Xapian::Database& database) { return gather(database); });
}

}  // namespace minutes
