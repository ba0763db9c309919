#include "searcher/show.hpp"

#include "corpus/problem.hpp"
#include "indexer/schema.hpp"
#include "searcher/match.hpp"
#include "searcher/prepare.hpp"
#include "searcher/reader.hpp"
#include "searcher/request.hpp"

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

void set(Showing& showing, Shown what, std::vector<Record> records) {
    showing.what = what;
    showing.records = std::move(records);
}

Showing look_up(const Xapian::Database& database, const std::string& id) {
    Showing showing;
    if (const std::vector<Record> passages = records_of(database, "id", id); !passages.empty()) {
        set(showing, Shown::passage, records_of(database, "item", passages.front().item_id));
        showing.focus = id;
    } else if (std::vector<Record> item = records_of(database, "item", id); !item.empty()) {
        set(showing, Shown::item, std::move(item));
    } else if (std::vector<Record> meeting = records_of(database, "meeting", id); !meeting.empty()) {
        set(showing, Shown::meeting, std::move(meeting));
    }
    leave_out_furniture(showing);
    keep_one_source(showing);
    return showing;
}

void mark(Showing& showing, const Matcher& matcher) {
    for (const Record& record : showing.records) {
        const Matched matched = matcher.match(record);
        showing.hits.push_back(matched.hits);
        showing.occurrences += matched.hits.size();
        if (matched.yes) ++showing.passages;
    }
}

/// Keeps the title, the passages within `around` places of the focus, and those that a question or answer of the focus is
/// linked to, wherever in the item they stand.
void keep_around(Showing& showing, std::uint64_t around) {
    std::vector<Record>& records = showing.records;
    const auto focus = std::find_if(records.begin(), records.end(), [&](const Record& record) { return record.id == showing.focus; });
    if (focus == records.end()) return;
    std::set<std::string> linked;
    for (const RecordSpeaker& speaker : focus->speakers)
        for (const std::vector<RecordTurn>* turns : {&speaker.answered_by, &speaker.answers})
            for (const RecordTurn& turn : *turns) linked.insert(turn.passage);
    const auto at = static_cast<std::uint64_t>(focus - records.begin());
    Showing kept{showing.what, {}, showing.focus, showing.other_sources, {}, showing.occurrences, showing.passages, {}};
    std::uint64_t left_out = 0;
    for (std::uint64_t i = 0; i < records.size(); ++i) {
        const bool near = i + around >= at && i <= at + around;
        if (!near && records[i].kind != kTitleKind && linked.count(records[i].id) == 0) {
            ++left_out;
            continue;
        }
        kept.left_out.push_back(left_out);
        left_out = 0;
        if (!showing.hits.empty()) kept.hits.push_back(std::move(showing.hits[i]));
        kept.records.push_back(std::move(records[i]));
    }
    kept.left_out.push_back(left_out);
    showing = std::move(kept);
}

}  // namespace

Showing show(Reader& reader, const std::string& id, const ShowOptions& options) {
    const bool marks = !std::holds_alternative<Everything>(options.query.is);
    if (marks && !has_positive_words(options.query)) throw Refused("--query needs a word or phrase to mark");
    return reader.read([&](const Xapian::Database& database) {
        Showing showing = look_up(database, id);
        if (marks) {
            Request asked;
            asked.query = options.query;
            mark(showing, Matcher(prepared(database, std::move(asked)).query));
        }
        showing.left_out.assign(showing.records.size() + 1, 0);
        if (options.around && showing.what == Shown::passage) keep_around(showing, *options.around);
        return showing;
    });
}

}  // namespace minutes
