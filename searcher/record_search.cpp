#include "searcher/found.hpp"
#include "searcher/match.hpp"
#include "searcher/search_steps.hpp"
#include "searcher/tally.hpp"
#include "searcher/variants.hpp"

#include <xapian.h>

#include <algorithm>

namespace minutes {
namespace {

/// A match while the page is not known yet: what ordering needs, not the record.
struct Ranked {
    Xapian::docid docid;
    double weight;
    std::string date, id;
};

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
    return a.id != b.id ? a.id < b.id : a.docid < b.docid;
}

/// Facets that the record counts for although it may fail one selection: that selection's own.
void count_facets(Tally& tally, const Request& request, const Record& record, std::size_t failed) {
    for (std::size_t i = 0; i < request.facets.size(); ++i)
        if (failed == kFailsNone || request.selections[failed].field == request.facets[i]) tally.count_facet(record, i);
}

/// The same for a record that fails a selection of zones.
void count_zone_facet(Tally& tally, const Request& request, const Record& record) {
    for (std::size_t i = 0; i < request.facets.size(); ++i)
        if (request.facets[i]->name == "zone") tally.count_facet(record, i);
}

}  // namespace

Found search_records(const Xapian::Database& database, const Request& request, const std::vector<std::uint32_t>& candidates, Relevance& relevance) {
    const Matcher matcher(request.query);
    const bool has_words = !relevance.words().empty(), scored = request.sort == Sort::relevance;
    const ZoneScope scope = zone_scope(request);
    Tally tally(request.facets);
    VariantTally variants(request.query);
    std::vector<Ranked> ranked;
    for (const Xapian::docid candidate : candidates) {
        const Record record = decode_record(database.get_document(candidate).get_data());
        const std::size_t failed = failed_selection(request.selections, [&](const Filter& filter) { return filter_matches(record, filter); });
        if (failed == kFailsMore) continue;
        const bool searched = scope.has(record.zone);
        if (!searched && failed != kFailsNone) continue;
        const Tokens tokens = has_words ? tokenise(record.text) : Tokens();
        const Matched matched = has_words ? matcher.match(record, tokens) : matcher.match(record);
        if (!matched.yes) continue;
        if (!searched) {
            tally.count_elsewhere(record, matched.hits.size());
            if (scope.selected) count_zone_facet(tally, request, record);
            continue;
        }
        count_facets(tally, request, record, failed);
        if (failed != kFailsNone) continue;
        tally.count(record, matched.hits.size());
        variants.count(record, matched);
        ranked.push_back({candidate, scored ? worth(relevance, record, tokens, matched) : 0, record.date, record.id});
    }
    return {tally.counts(), tally.facets(request.facet_values), variants.widened(), page_of(ranked, request, [&](const Ranked& a, const Ranked& b) { return before(a, b, request.sort); }), false};
}

}  // namespace minutes
