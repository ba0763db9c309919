#include "searcher/any_search.hpp"

#include "searcher/compile.hpp"
#include "searcher/match.hpp"
#include "searcher/passage_ranking.hpp"
#include "searcher/reader.hpp"
#include "searcher/snippet.hpp"
#include "searcher/zone_scope.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace minutes {
namespace {

using Xapian::Query;

/// How many passages a list of partial matches chooses from.
constexpr std::size_t kPartialPool = 1000;

/// What a passage is lent of the scores of those beside it in the item, by their distance from 1.
constexpr double kLent[] = {0.15, 0.05};

bool is_text(const Node& node) { return std::holds_alternative<Word>(node.is) || std::holds_alternative<Phrase>(node.is); }

/// Every passage that answers the filters, as far as Xapian can tell; empty when there are none.
Query filters_query(const Xapian::Database& database, const Request& filters) {
    std::vector<Query> required;
    if (!std::holds_alternative<Everything>(filters.query.is)) required.push_back(compile(filters.query, database).query);
    for (const Filter& filter : filters.selections)
        if (filter.field->name != "zone") required.push_back(compile(Node{filter, {}}, database).query);
    return Query(Query::OP_AND, required.begin(), required.end());
}

bool answers(const Request& filters, const Matcher& matcher, const ZoneScope& scope, const Record& record) {
    if (!scope.has(record.zone)) return false;
    for (const Filter& filter : filters.selections)
        if (filter.field->name != "zone" && !filter_matches(record, filter)) return false;
    return matcher.match(record).yes;  // of filters and dates: no word is looked for
}

std::vector<Xapian::docid> pool_of(const Xapian::Database& database, const AnyRequest& request) {
    std::vector<Xapian::docid> pool;
    Query query = any_of_words(request.words);
    if (query.empty()) return pool;
    const bool filtered = !std::holds_alternative<Everything>(request.filters.query.is) ||
                          std::any_of(request.filters.selections.begin(), request.filters.selections.end(), [](const Filter& filter) { return filter.field->name != "zone"; });
    if (filtered) query = Query(Query::OP_FILTER, query, filters_query(database, request.filters));
    Xapian::Enquire enquire(database);
    enquire.set_query(query);
    const Xapian::MSet matches = enquire.get_mset(0, static_cast<Xapian::doccount>(std::min<std::size_t>(request.pool, database.get_doccount())));
    for (auto match = matches.begin(); match != matches.end(); ++match) pool.push_back(*match);
    return pool;
}

void lend_to_neighbours(std::vector<PartialMatch>& found) {
    std::map<std::pair<std::string_view, std::uint32_t>, std::size_t> places;
    std::vector<double> own;
    for (std::size_t i = 0; i < found.size(); ++i) {
        places[{found[i].item_id, found[i].order}] = i;
        own.push_back(found[i].score);
    }
    for (PartialMatch& match : found)
        for (std::uint32_t distance = 1; distance <= std::size(kLent); ++distance)
            for (const std::uint32_t order : {match.order - distance, match.order + distance})
                if (const auto place = places.find({match.item_id, order}); place != places.end()) match.score += kLent[distance - 1] * own[place->second];
}

bool better(const PartialMatch& a, const PartialMatch& b) {
    if (a.score != b.score) return a.score > b.score;
    if (a.date != b.date) return a.date > b.date;
    return a.id < b.id;
}

std::vector<PartialMatch> rank(const Xapian::Database& database, const AnyRequest& request) {
    std::vector<PartialMatch> found;
    Relevance relevance = make_relevance(database, request.words);
    const Matcher matcher(request.filters.query);
    const ZoneScope scope = zone_scope(request.filters);
    for (const Xapian::docid docid : pool_of(database, request)) {
        const Record record = decode_record(database.get_document(docid).get_data());
        if (!answers(request.filters, matcher, scope, record)) continue;
        Scored scored = relevance.score(record, tokenise(record.text));
        found.push_back({docid, record.id, record.item_id, record.path, record.date, record.order, scored.score, std::move(scored.words), scored.distinct});
    }
    lend_to_neighbours(found);
    std::sort(found.begin(), found.end(), better);
    return found;
}

/// What a query's words leave when they are taken out: filters and dates, which stay required. nullopt when the query
/// is more than words and phrases side by side with filters.
std::optional<Request> without_words(const Request& request) {
    Request filters;
    filters.selections = request.selections;
    const All* all = std::get_if<All>(&request.query.is);
    if (all == nullptr) return std::nullopt;
    All kept;
    for (const Node& node : all->of) {
        if (is_text(node)) continue;
        if (const auto* filter = std::get_if<Filter>(&node.is)) kept.of.push_back(Node{*filter, node.at});
        else if (const auto* range = std::get_if<DateRange>(&node.is)) kept.of.push_back(Node{*range, node.at});
        else return std::nullopt;
    }
    if (!kept.of.empty()) filters.query = Node{std::move(kept), {}};
    return filters;
}

/// Any of the words: what the hits of a partial match mark.
Node any_of(const std::vector<RankingWord>& words) {
    Any any;
    for (const RankingWord& wanted : words) {
        if (wanted.importance <= 0) continue;
        Word word;
        word.form = wanted.form;
        word.alias = wanted.alias;
        word.stem = wanted.stem;
        any.of.push_back(Node{std::move(word), {}});
    }
    return Node{std::move(any), {}};
}

Hit hit_of(const Xapian::Database& database, const Matcher& matcher, const PartialMatch& match) {
    Hit hit;
    hit.record = decode_record(database.get_document(match.docid).get_data());
    hit.hits = matcher.match(hit.record).hits;
    hit.snippet = make_snippet(hit.record.text, hit.hits);
    hit.weight = match.score;
    return hit;
}

}  // namespace

std::vector<PartialMatch> search_any(Reader& reader, const AnyRequest& request) {
    return reader.read([&](const Xapian::Database& database) { return rank(database, request); });
}

Partial search_partial(Reader& reader, const Request& request) {
    std::optional<Request> filters = without_words(request);
    if (!filters) return {};
    AnyRequest any{words_of(request.query), std::move(*filters), kPartialPool};
    if (any.words.size() < 2) return {};
    return reader.read([&](const Xapian::Database& database) {
        Partial partial;
        for (const RankingWord& word : any.words)
            if (word.importance > 0) partial.words.push_back(word.form);
        const std::vector<PartialMatch> found = rank(database, any);
        const Node marks = any_of(any.words);
        const Matcher matcher(marks);
        const std::size_t first = std::min<std::size_t>(request.offset, found.size()), last = first + std::min<std::size_t>(request.limit, found.size() - first);
        for (std::size_t i = first; i < last; ++i) {
            partial.hits.push_back(hit_of(database, matcher, found[i]));
            partial.found.push_back(found[i].distinct);
        }
        partial.more = last < found.size();
        return partial;
    });
}

}  // namespace minutes
