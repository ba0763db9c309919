#include "searcher/passage_walk.hpp"

#include "indexer/record.hpp"
#include "indexer/schema.hpp"
#include "searcher/candidates.hpp"
#include "searcher/compile.hpp"
#include "searcher/match.hpp"
#include "searcher/prepare.hpp"
#include "searcher/reader.hpp"
#include "searcher/variants.hpp"
#include "searcher/zone_scope.hpp"

#include <algorithm>

namespace minutes {
namespace {

/// Records that one step holds at least, before it hands them out: so many files share the making of the Xapian query.
constexpr std::size_t kRecordsAStep = 2000;

/// What the passages of a state have in common; another after every commit and in every new generation.
std::string state_of(const Xapian::Database& database) { return database.get_uuid() + " " + std::to_string(database.get_revision()); }

/// What Xapian has to find: the query and its selections; nothing when these narrow nothing.
Xapian::Query narrowing(const Xapian::Database& database, const Request& request) {
    std::vector<Xapian::Query> parts;
    if (!std::holds_alternative<Everything>(request.query.is)) parts.push_back(compile(request.query, database).query);
    for (const Filter& filter : request.selections)
        if (filter.field->name != "zone") parts.push_back(compile(Node{filter, {}}, database).query);
    return parts.empty() ? Xapian::Query() : Xapian::Query(Xapian::Query::OP_AND, parts.begin(), parts.end());
}

struct Step {
    std::vector<Record> records;    ///< candidates, in order
    std::string last_file;          ///< the term of the last file read
    bool done = false;
};

void read_file(const Xapian::Database& database, const Xapian::Query& query, bool narrows, const std::string& file, std::vector<Record>& records) {
    const std::size_t first = records.size();
    const auto take = [&](Xapian::docid id) { records.push_back(decode_record(database.get_document(id).get_data())); };
    if (!narrows) {
        for (auto id = database.postlist_begin(file); id != database.postlist_end(file); ++id) take(*id);
    } else {
        Xapian::Enquire enquire(database);
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, query, Xapian::Query(file)));
        const Xapian::MSet found = enquire.get_mset(0, database.get_termfreq(file));
        for (auto match = found.begin(); match != found.end(); ++match) take(*match);
    }
    std::sort(records.begin() + static_cast<std::ptrdiff_t>(first), records.end(), [](const Record& a, const Record& b) { return a.order < b.order; });
}

Step next_step(const Xapian::Database& database, const Request& request, const std::string& after) {
    Step step;
    const std::string prefix(field_named("file")->prefix);
    const Xapian::Query query = narrowing(database, request);
    const bool narrows = !std::holds_alternative<Everything>(request.query.is) ||
                         std::any_of(request.selections.begin(), request.selections.end(), [](const Filter& filter) { return filter.field->name != "zone"; });
    step.done = narrows && query.empty();
    if (step.done) return step;
    auto file = database.allterms_begin(prefix);
    const auto end = database.allterms_end(prefix);
    if (!after.empty()) file.skip_to(after);
    if (file != end && *file == after) ++file;
    for (; file != end && step.records.size() < kRecordsAStep; ++file) {
        read_file(database, query, narrows, *file, step.records);
        step.last_file = *file;
    }
    step.done = file == end;
    return step;
}

}  // namespace

Walked walk_passages(Reader& reader, const Request& asked, const std::function<void(const Record&, const std::vector<Span>&)>& each) {
    Walked walked;
    walked.request = reader.read([&](const Xapian::Database& database) { return prepared(database, asked); });
    const Request& request = walked.request;
    const std::string state = reader.read([](const Xapian::Database& database) { return state_of(database); });
    const Matcher matcher(request.query);
    VariantTally variants(request.query);
    const ZoneScope scope = zone_scope(request);
    std::string after;
    for (bool done = false; !done;) {
        const Step step = reader.read([&](const Xapian::Database& database) { return next_step(database, request, after); });
        for (const Record& record : step.records) {
            if (!scope.has(record.zone) || !is_selected(request, record)) continue;
            const Matched matched = matcher.match(record);
            if (!matched.yes) continue;
            ++walked.passages;
            walked.occurrences += matched.hits.size();
            walked.at_least = walked.at_least || record.item_incomplete;
            variants.count(record, matched);
            each(record, matched.hits);
        }
        after = step.last_file;
        done = step.done;
    }
    if (reader.read([](const Xapian::Database& database) { return state_of(database); }) != state) throw Error("the index was updated while it was read; what was written is not of one state: run again");
    walked.widened = variants.widened();
    return walked;
}

}  // namespace minutes
