#include "searcher/base.hpp"

#include "indexer/schema.hpp"
#include "indexer/totals.hpp"

#include <algorithm>

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
    base.titles = database.get_termfreq(make_term(*field_named("kind"), kTitleKind));
    base.furniture = database.get_termfreq(make_term(*field_named("kind"), kFurnitureKind));
    base.passages = database.get_termfreq(make_term(*field_named("type"), "passage")) - base.titles - base.furniture;
    for (std::size_t i = 0; i < kZones; ++i)
        base.zones[i] = database.get_termfreq(make_term(*field_named("zone"), name_of(static_cast<Zone>(i))));
    const Totals totals = decode_totals(database.get_metadata(kTotalsKey));
    base.documents = totals.documents;
    base.words = totals.words;
    base.meetings = totals.meetings;
    base.undated_meetings = totals.undated_meetings;
    base.incomplete_items = totals.incomplete_items;
    base.first_date = totals.first_date;
    base.last_date = totals.last_date;
    return base;
}

}  // namespace minutes
