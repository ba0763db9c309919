#include "searcher/search.hpp"

#include "searcher/any_search.hpp"
#include "searcher/base.hpp"
#include "searcher/candidates.hpp"
#include "searcher/denominator.hpp"
#include "searcher/match.hpp"
#include "searcher/notes.hpp"
#include "searcher/prepare.hpp"
#include "searcher/passage_ranking.hpp"
#include "searcher/reader.hpp"
#include "searcher/snippet.hpp"
#include "searcher/suggest.hpp"
#include "searcher/tally.hpp"
#include "searcher/variants.hpp"
#include "searcher/zone_scope.hpp"

#include <algorithm>

namespace minutes {
namespace {

/// A match while the page is not known yet: what ordering needs, not the record.
struct Ranked {
    Xapian::docid docid;
    double weight;
    std::string date, id;
};

/// The one selection, zones apart, that the record fails: none (kAll), exactly one (its index), or more (kFails).
constexpr std::size_t kAll = static_cast<std::size_t>(-1), kFails = static_cast<std::size_t>(-2);

std::size_t failed_selection(const std::vector<Filter>& selections, const Record& record) {
    std::size_t failed = kAll;
    for (std::size_t i = 0; i < selections.size(); ++i) {
        if (selections[i].field->name == "zone" || filter_matches(record, selections[i])) continue;
        if (failed != kAll) return kFails;
        failed = i;
    }
    return failed;
}

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

/// Of a query with no whole word (staff*), the more that was found the better, up to a point.
double worth(Relevance& relevance, const Record& record, const Tokens& tokens, const Matched& matched) {
    const auto hits = static_cast<double>(matched.hits.size());
    return relevance.words().empty() ? hits / (hits + 1) : relevance.score(record, tokens).score;
}

bool before(const Ranked& a, const Ranked& b, Sort sort) {
    if (sort == Sort::relevance && a.weight != b.weight) return a.weight > b.weight;
    if (a.date != b.date) {
        if (a.date.empty() || b.date.empty()) return b.date.empty();  // undated last, in either direction
        return sort == Sort::date ? a.date < b.date : a.date > b.date;
    }
    return a.id < b.id;
}

/// Facets that the record counts for although it may fail one selection: that selection's own.
void count_facets(Tally& tally, const Request& request, const Record& record, std::size_t failed) {
    for (std::size_t i = 0; i < request.facets.size(); ++i)
        if (failed == kAll || request.selections[failed].field == request.facets[i]) tally.count_facet(record, i);
}

/// The same for a record that fails a selection of zones.
void count_zone_facet(Tally& tally, const Request& request, const Record& record) {
    for (std::size_t i = 0; i < request.facets.size(); ++i)
        if (request.facets[i]->name == "zone") tally.count_facet(record, i);
}

std::vector<Hit> make_page(const Xapian::Database& database, const Request& request, const Matcher& matcher, std::vector<Ranked> ranked) {
    const auto order = [&](const Ranked& a, const Ranked& b) { return before(a, b, request.sort); };
    const std::size_t first = std::min<std::size_t>(request.offset, ranked.size());
    const std::size_t last = first + std::min<std::size_t>(request.limit, ranked.size() - first);
    std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(last), ranked.end(), order);
    std::vector<Hit> page;
    for (std::size_t i = first; i < last; ++i) {
        Hit hit;
        hit.record = decode_record(database.get_document(ranked[i].docid).get_data());
        hit.hits = matcher.match(hit.record).hits;
        hit.snippet = make_snippet(hit.record.text, hit.hits);
        hit.weight = ranked[i].weight;
        page.push_back(std::move(hit));
    }
    return page;
}

Answer answer(const Xapian::Database& database, const Request& asked) {
    const Request request = prepared(database, asked);
    const Candidates candidates = find_candidates(database, request);
    const Matcher matcher(request.query);
    std::vector<RankingWord> words = words_of(request.query);
    const bool has_words = !words.empty(), scored = request.sort == Sort::relevance;
    Relevance relevance = make_relevance(database, std::move(words));
    const ZoneScope scope = zone_scope(request);
    Tally tally(request.facets);
    VariantTally variants(request.query);
    std::vector<Ranked> ranked;
    for (const Xapian::docid candidate : candidates.list) {
        const Record record = decode_record(database.get_document(candidate).get_data());
        const std::size_t failed = failed_selection(request.selections, record);
        if (failed == kFails) continue;
        const bool searched = scope.has(record.zone);
        if (!searched && failed != kAll) continue;
        const Tokens tokens = has_words ? tokenise(record.text) : Tokens();
        const Matched matched = has_words ? matcher.match(record, tokens) : matcher.match(record);
        if (!matched.yes) continue;
        if (!searched) {
            tally.count_elsewhere(record, matched.hits.size());
            if (scope.selected) count_zone_facet(tally, request, record);
            continue;
        }
        count_facets(tally, request, record, failed);
        if (failed != kAll) continue;
        tally.count(record, matched.hits.size());
        variants.count(record, matched);
        ranked.push_back({candidate, scored ? worth(relevance, record, tokens, matched) : 0, record.date, record.id});
    }
    Answer result;
    result.counts = tally.counts();
    result.counts.zones = scope.list();
    result.counts.scope = denominator_of(database, request);
    result.facets = tally.facets();
    result.widened = variants.widened();
    if (result.counts.passages == 0) result.suggestions = suggest_words(database, request);
    result.offset = request.offset;
    if (!request.any) result.hits = make_page(database, request, matcher, std::move(ranked));
    result.base = index_base(database);
    result.notes = find_notes(database, request, result.base);
    if (request.explain) result.explanation = explain(database, request, candidates.description) + weights_as_text(relevance.words());
    return result;
}

}  // namespace

Answer search(Reader& reader, const Request& request) {
    Answer found = reader.read([&](const Xapian::Database& database) { return answer(database, request); });
    if (request.any) found.partial = search_partial(reader, request);
    else if (found.counts.passages == 0) found.partial = search_partial(reader, one_page(request));
    else if (found.counts.passages < kFew && words_side_by_side(request.query) >= kManyWords)
        found.notes.push_back("few passages have all " + std::to_string(words_side_by_side(request.query)) + " words; --any lists the best of those that have some");
    return found;
}

}  // namespace minutes
