#include "searcher/search.hpp"

#include "searcher/any_search.hpp"
#include "searcher/base.hpp"
#include "searcher/candidates.hpp"
#include "searcher/denominator.hpp"
#include "searcher/found.hpp"
#include "searcher/group_search.hpp"
#include "searcher/match.hpp"
#include "searcher/notes.hpp"
#include "searcher/prepare.hpp"
#include "searcher/passage_columns.hpp"
#include "searcher/passage_ranking.hpp"
#include "searcher/reader.hpp"
#include "searcher/snippet.hpp"
#include "searcher/suggest.hpp"
#include "searcher/zone_scope.hpp"

#include <algorithm>
#include <optional>

namespace minutes {
namespace {

/// When the answer says that there are partial matches: fewer passages than this, of a query of so many words.
constexpr std::uint64_t kFew = 5;
constexpr std::size_t kManyWords = 3;
constexpr std::uint64_t kUnasked = 10;

std::size_t words_side_by_side(const Node& query) {
    const All* all = std::get_if<All>(&query.is);
    if (all == nullptr) return 0;
    return static_cast<std::size_t>(std::count_if(all->of.begin(), all->of.end(), [](const Node& node) { return std::holds_alternative<Word>(node.is); }));
}

/// What is listed unasked is a page, however many hits were asked for.
Request one_page(Request request) {
    request.limit = std::min(request.limit, kUnasked);
    return request;
}

std::vector<Hit> make_hits(const Xapian::Database& database, const Request& request, const std::vector<Found::Place>& page) {
    const Matcher matcher(request.query);
    std::vector<Hit> hits;
    for (const Found::Place& place : page) {
        Hit hit;
        hit.record = decode_record(database.get_document(place.docid).get_data());
        hit.hits = matcher.match(hit.record).hits;
        hit.snippet = make_snippet(hit.record.text, hit.hits);
        hit.weight = place.weight;
        hits.push_back(std::move(hit));
    }
    return hits;
}

/// What tells requests for everything apart; "" for a request that asks for something, or for a long page.
std::string key_of_whole(const Request& request) {
    constexpr std::uint64_t kLongPage = 100;
    if (!std::holds_alternative<Everything>(request.query.is) || !request.selections.empty() || request.limit > kLongPage) return {};
    std::string key = std::to_string(static_cast<int>(request.sort)) + " " + std::to_string(request.offset) + " " + std::to_string(request.limit) + " " +
                      (request.facet_values ? std::to_string(*request.facet_values) : "all");
    for (const Field* field : request.facets) key.append(" ").append(field->name);
    return key;
}

/// By groups of passages, where these are there and say enough. Everything has one answer in a state of the index: it is kept.
std::optional<Found> find_by_groups(const Xapian::Database& database, Reader& reader, const Request& request) {
    if (request.explain) return std::nullopt;
    const std::string whole = key_of_whole(request);
    if (const Found* kept = whole.empty() ? nullptr : reader.whole(whole)) return *kept;
    const PassageGroups* groups = searches_groups(request) ? reader.groups() : nullptr;
    if (groups == nullptr) return std::nullopt;
    try {
        Found found = search_groups(database, *reader.columns(), *groups, request);
        if (!whole.empty()) reader.keep_whole(whole, found);
        return found;
    } catch (const ColumnsDamaged&) {
        return std::nullopt;
    }
}

/// By columns if these are there and say enough, else by records.
Found find(const Xapian::Database& database, const PassageColumns* columns, const Request& request, Relevance& relevance) {
    if (columns != nullptr && searches_columns(request)) {
        try {
            return search_columns(database, *columns, request, relevance);
        } catch (const ColumnsDamaged&) {
            // The records know it all.
        }
    }
    return search_records(database, request, find_candidates(database, request).list, relevance);
}

Answer answer(const Xapian::Database& database, Reader& reader, const Request& asked) {
    const Request request = prepared(database, asked);
    Relevance relevance = make_relevance(database, words_of(request.query));
    std::optional<Found> by_groups = find_by_groups(database, reader, request);
    Found found = by_groups ? std::move(*by_groups) : find(database, reader.columns(), request, relevance);
    Answer result;
    result.counts = std::move(found.counts);
    result.counts.zones = zone_scope(request).list();
    result.counts.scope = denominator_of(database, reader, request);
    result.facets = std::move(found.facets);
    result.widened = std::move(found.widened);
    if (result.counts.passages == 0) result.suggestions = suggest_words(database, request);
    result.offset = request.offset;
    if (!request.any) result.hits = make_hits(database, request, found.page);
    result.base = index_base(database);
    result.notes = find_notes(database, request, result.base);
    if (request.explain) result.explanation = explain(database, request, find_candidates(database, request).description) + weights_as_text(relevance.words()) +
                                                 "passages judged by: " + (found.by_columns ? "columns\n" : "records\n");
    return result;
}

}  // namespace

Answer search(Reader& reader, const Request& request) {
    Answer found = reader.read([&](const Xapian::Database& database) { return answer(database, reader, request); });
    if (request.any) found.partial = search_partial(reader, request);
    else if (found.counts.passages == 0) found.partial = search_partial(reader, one_page(request));
    else if (found.counts.passages < kFew && words_side_by_side(request.query) >= kManyWords)
        found.notes.push_back("few passages have all " + std::to_string(words_side_by_side(request.query)) + " words; --any lists the best of those that have some");
    return found;
}

}  // namespace minutes
