#include "searcher/absent.hpp"

#include "searcher/base.hpp"
#include "searcher/candidates.hpp"
#include "searcher/match.hpp"
#include "searcher/notes.hpp"
#include "searcher/prepare.hpp"
#include "searcher/reader.hpp"
#include "searcher/tally.hpp"
#include "searcher/zone_scope.hpp"

#include <algorithm>
#include <map>
#include <unordered_set>

namespace minutes {
namespace {

/// The meetings with a passage that answers; counts on the way.
std::unordered_set<std::string> meetings_with_hits(const Xapian::Database& database, const Request& request, Tally& tally) {
    const Matcher matcher(request.query);
    const ZoneScope scope = zone_scope(request);
    std::unordered_set<std::string> meetings;
    for (const Candidate& candidate : find_candidates(database, request, false).list) {
        const Record record = decode_record(database.get_document(candidate.id).get_data());
        const bool selected = std::all_of(request.selections.begin(), request.selections.end(),
                                          [&](const Filter& selection) { return selection.field->name == "zone" || filter_matches(record, selection); });
        if (!selected) continue;
        const Matched matched = matcher.match(record);
        if (!matched.yes) continue;
        if (!scope.has(record.zone)) {
            tally.count_elsewhere(record, matched.hits.size());
            continue;
        }
        tally.count(record, matched.hits.size());
        meetings.insert(record.meeting_id);
    }
    return meetings;
}

AbsentAnswer answer(const Xapian::Database& database, const Request& asked) {
    const Request request = prepared(database, asked);
    AbsentAnswer answer;
    Tally tally({});
    const std::unordered_set<std::string> hit = meetings_with_hits(database, request, tally);
    answer.counts = tally.counts();
    answer.counts.zones = zone_scope(request).list();
    answer.counts.scope = denominator_of(database, request);
    std::map<std::pair<std::string, std::string>, AbsentCommittee> committees;
    std::map<std::pair<std::string, std::string>, bool> has_hit;
    for (ScopeMeeting& meeting : meetings_in_scope(database, request)) {
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
    return reader.read([&](const Xapian::Database& database) { return answer(database, request); });
}

}  // namespace minutes
