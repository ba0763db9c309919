#include "searcher/show.hpp"

#include "indexer/schema.hpp"
#include "searcher/reader.hpp"

#include <algorithm>
#include <set>

namespace minutes {
namespace {

std::vector<Record> records_of(const Xapian::Database& database, std::string_view field, const std::string& id) {
    std::vector<Record> records;
    const std::string term = make_term(*field_named(field), id);
    for (auto document = database.postlist_begin(term); document != database.postlist_end(term); ++document)
        records.push_back(decode_record(database.get_document(*document).get_data()));
    std::sort(records.begin(), records.end(), in_document_order);
    return records;
}

/// Furniture is no part of an item or meeting as it is read; it is shown when it is asked for itself.
void leave_out_furniture(Showing& showing) {
    const auto focus = std::find_if(showing.records.begin(), showing.records.end(), [&](const Record& record) { return record.id == showing.focus; });
    if (focus != showing.records.end() && focus->kind == kFurnitureKind) return;
    const bool all = std::all_of(showing.records.begin(), showing.records.end(), [](const Record& record) { return record.kind == kFurnitureKind; });
    if (!all) std::erase_if(showing.records, [](const Record& record) { return record.kind == kFurnitureKind; });
}

/// Two files may hold the same meeting: shows the first file's text and names the others.
void keep_one_source(Showing& showing) {
    if (showing.records.empty()) return;
    const std::string first = home_path(showing.records.front());
    std::set<std::string> others;
    for (const Record& record : showing.records)
        if (home_path(record) != first) others.insert(home_path(record));
    std::erase_if(showing.records, [&](const Record& record) { return home_path(record) != first; });
    showing.other_sources.assign(others.begin(), others.end());
}

Showing look_up(const Xapian::Database& database, const std::string& id) {
    Showing showing;
    if (const std::vector<Record> passages = records_of(database, "id", id); !passages.empty()) {
        showing = {Shown::passage, records_of(database, "item", passages.front().item_id), id, {}};
    } else if (std::vector<Record> item = records_of(database, "item", id); !item.empty()) {
        showing = {Shown::item, std::move(item), {}, {}};
    } else if (std::vector<Record> meeting = records_of(database, "meeting", id); !meeting.empty()) {
        showing = {Shown::meeting, std::move(meeting), {}, {}};
    }
    leave_out_furniture(showing);
    keep_one_source(showing);
    return showing;
}

}  // namespace

Showing show(Reader& reader, const std::string& id) {
    return reader.read([&](const Xapian::Database& database) { return look_up(database, id); });
}

}  // namespace minutes
