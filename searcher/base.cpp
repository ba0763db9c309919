#include "searcher/base.hpp"

#include "indexer/schema.hpp"

#include <algorithm>
#include <set>

namespace minutes {

std::vector<FileRecord> file_records(const Xapian::Database& database) {
    std::vector<FileRecord> files;
    const std::string term = make_term(*field_named("type"), "file");
    for (auto id = database.postlist_begin(term); id != database.postlist_end(term); ++id)
        files.push_back(decode_file_record(database.get_document(*id).get_data()));
    std::sort(files.begin(), files.end(), [](const FileRecord& a, const FileRecord& b) { return a.path < b.path; });
    return files;
}

Base index_base(const Xapian::Database& database) {
    Base base;
    base.titles = database.get_termfreq(make_term(*field_named("kind"), "title"));
    base.passages = database.get_termfreq(make_term(*field_named("type"), "passage")) - base.titles;
    std::set<std::string> seen;
    for (const FileRecord& file : file_records(database)) {
        if (file.state != FileRecord::State::indexed) continue;
        ++base.documents;
        for (const MeetingSummary& meeting : file.meetings) {
            base.incomplete_items += meeting.incomplete_items;
            if (!seen.insert(meeting.id).second) continue;
            ++base.meetings;
            if (meeting.date.empty()) {
                ++base.undated_meetings;
                continue;
            }
            if (base.first_date.empty() || meeting.date < base.first_date) base.first_date = meeting.date;
            base.last_date = std::max(base.last_date, meeting.date);
        }
    }
    return base;
}

}  // namespace minutes
