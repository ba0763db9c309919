#include "searcher/candidates.hpp"

#include "searcher/compile.hpp"
#include "searcher/doc_list.hpp"
#include "searcher/tally.hpp"
#include "searcher/zone_scope.hpp"

#include <algorithm>
#include <optional>

namespace minutes {
namespace {

using Xapian::Query;

Query conjunction(const std::vector<Query>& queries) { return Query(Query::OP_AND, queries.begin(), queries.end()); }

/// All the selections, or all but any one of those whose facets are counted; nothing when they narrow nothing.
/// Zones narrow nothing: what answers in other zones is counted too.
std::optional<Query> selections_query(const Xapian::Database& database, const Request& request) {
    std::vector<Query> selections;
    for (const Filter& filter : request.selections)
        if (filter.field->name != "zone") selections.push_back(compile(Node{filter, {}}, database).query);
    if (selections.empty() || (selections.size() == 1 && !request.facets.empty())) return std::nullopt;
    if (request.facets.empty()) return conjunction(selections);
    std::vector<Query> all_but_one;
    for (std::size_t left_out = 0; left_out < selections.size(); ++left_out) {
        std::vector<Query> others;
        for (std::size_t i = 0; i < selections.size(); ++i)
            if (i != left_out) others.push_back(selections[i]);
        all_but_one.push_back(conjunction(others));
    }
    return Query(Query::OP_OR, all_but_one.begin(), all_but_one.end());
}

}  // namespace

Candidates find_candidates(const Xapian::Database& database, const Request& request) {
    Query query = candidates_query(request.query, database);
    if (const std::optional<Query> narrowed = selections_query(database, request)) query = Query(Query::OP_FILTER, query, *narrowed);
    Candidates found{{}, query.get_description()};
    found.list = documents_of(database, query);
    return found;
}

bool is_selected(const Request& request, const Record& record) {
    return std::all_of(request.selections.begin(), request.selections.end(),
                       [&](const Filter& selection) { return selection.field->name == "zone" || filter_matches(record, selection); });
}

Counts each_answering(const Xapian::Database& database, const Request& request, const std::function<void(const Answering&)>& each) {
    const Matcher matcher(request.query);
    const ZoneScope scope = zone_scope(request);
    Tally tally({});
    for (const Xapian::docid candidate : find_candidates(database, request).list) {
        const std::string bytes = database.get_document(candidate).get_data();
        const Record record = decode_record(bytes);
        if (!is_selected(request, record)) continue;
        const Matched matched = matcher.match(record);
        if (!matched.yes) continue;
        if (!scope.has(record.zone)) {
            tally.count_elsewhere(record, matched.hits.size());
            continue;
        }
        tally.count(record, matched.hits.size());
        each({record, bytes, matched});
    }
    Counts counts = tally.counts();
    counts.zones = scope.list();
    return counts;
}

}  // namespace minutes
