#include "searcher/absent.hpp"

#include "searcher/base.hpp"
#include "searcher/candidates.hpp"
#include "searcher/notes.hpp"
#include "searcher/prepare.hpp"
#include "searcher/reader.hpp"
#include "searcher/share_table.hpp"

#include <algorithm>
#include <map>
#include <unordered_set>

namespace minutes {
namespace {

AbsentAnswer answer(const Xapian::Database& database, Reader& reader, const Request& asked) {
    const Request request = prepared(database, asked);
    AbsentAnswer answer;
    std::unordered_set<std::string> hit;  // meetings with a passage that answers
    answer.counts = each_answering(database, request, [&](const Answering& found) { hit.insert(found.record.meeting_id); });
    answer.counts.scope = denominator_of(database, reader, request);
    std::map<std::pair<std::string, std::string>, AbsentCommittee> committees;
    std::map<std::pair<std::string, std::string>, bool> has_hit;
    for (ScopeMeeting& meeting : meetings_in_scope(reader.shares(), request)) {
        const std::pair key(meeting.council, meeting.committee);
        if (hit.contains(meeting.id)) {
            has_hit[key] = true;
            continue;
        }
        AbsentCommittee& row = committees[key];
        row.council = meeting.council;
        row.committee = meeting.committee;
        ++row.meetings;
        row.incomplete_items += meeting.incomplete_items;
        if (!meeting.date.empty() && (row.first_date.empty() || meeting.date < row.first_date)) row.first_date = meeting.date;
        row.last_date = std::max(row.last_date, meeting.date);
        answer.meetings.push_back(std::move(meeting));
    }
    for (auto& [key, row] : committees)
        if (!has_hit[key]) answer.committees.push_back(std::move(row));
    answer.notes = find_notes(database, request, index_base(database));
    return answer;
}

}  // namespace

AbsentAnswer find_absent(Reader& reader, const Request& request) {
    return reader.read([&](const Xapian::Database& database) { return answer(database, reader, request); });
}

}  // namespace minutes
