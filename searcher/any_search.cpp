#include "searcher/any_search.hpp"

#include "analyzers/families.hpp"
#include "searcher/compile.hpp"
#include "searcher/match.hpp"
#include "searcher/passage_ranking.hpp"
#include "searcher/prepare.hpp"
#include "searcher/reader.hpp"
#include "searcher/snippet.hpp"
#include "searcher/zone_scope.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <utility>

namespace minutes {
namespace {

using Xapian::Query;

/// How many passages a list of partial matches chooses from.
constexpr std::size_t kPartialPool = 1000;

/// How many of the best passages are looked beside, and how far: an answer may share no word with its question.
constexpr std::size_t kLookedBeside = 200;
constexpr Xapian::docid kBeside = 2;

/// The share of a passage's own score that goes to the one `distance` places behind it in the item (before it, if negative).
struct Lent {
    int distance;
    double share;
};
constexpr Lent kLent[] = {{1, 0.4}, {2, 0.15}, {-1, 0.15}, {-2, 0.05}};
/// ... and of what the passages of an item have of the words together, that goes to each of them.
constexpr double kLentByItem = 0.4;

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

/// Adds the passages beside the best ones that have none of the words, so that an answer is found with its question.
/// The passages of a file were written in order, so those beside a passage have the numbers beside its own.
void add_neighbours(const Xapian::Database& database, const AnyRequest& request, const Matcher& matcher, const ZoneScope& scope, std::vector<PartialMatch>& found) {
    std::set<Xapian::docid> known;
    for (const PartialMatch& match : found) known.insert(match.docid);
    const std::size_t best = std::min(found.size(), kLookedBeside);
    for (std::size_t i = 0; i < best; ++i) {
        const Xapian::docid docid = found[i].docid;
        const std::string item = make_term(*field_named("item"), found[i].item_id);
        auto beside = database.postlist_begin(item);
        for (beside.skip_to(std::max<Xapian::docid>(docid, 2) - 1); beside != database.postlist_end(item) && *beside <= docid + kBeside; ++beside) {
            if (!known.insert(*beside).second) continue;
            const Record record = decode_record(database.get_document(*beside).get_data());
            if (record.kind == kTitleKind || !answers(request.filters, matcher, scope, record)) continue;
            found.push_back({*beside, record.id, record.item_id, record.path, record.date, record.order, 0, std::vector<double>(request.words.size(), 0), 0});
        }
    }
}

/// By how much a passage gains from where it stands: shares of the scores of those beside it, and of what its item has.
void lend_to_neighbours(std::vector<PartialMatch>& found) {
    std::map<std::pair<std::string_view, std::uint32_t>, double> own;
    std::map<std::string_view, std::vector<double>> items;  // of each word, the most that a passage of the item has
    for (const PartialMatch& match : found) {
        own[{match.item_id, match.order}] = match.score;
        std::vector<double>& best = items[match.item_id];
        best.resize(match.words.size());
        for (std::size_t i = 0; i < best.size(); ++i) best[i] = std::max(best[i], match.words[i]);
    }
    for (PartialMatch& match : found) {
        for (const Lent& lent : kLent)
            if (const auto beside = own.find({match.item_id, match.order - static_cast<std::uint32_t>(lent.distance)}); beside != own.end())
                match.score += lent.share * beside->second;
        const std::vector<double>& item = items[match.item_id];
        match.score += kLentByItem * std::accumulate(item.begin(), item.end(), 0.0);
    }
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
    std::sort(found.begin(), found.end(), better);
    add_neighbours(database, request, matcher, scope, found);
    lend_to_neighbours(found);
    std::sort(found.begin(), found.end(), better);
    return found;
}

Word word_of(const RankingWord& wanted) {
    Word word;
    word.form = wanted.form;
    word.alias = wanted.alias;
    word.stem = wanted.stem;
    word.family = wanted.also;
    return word;
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

/// Other stems that answer a word of the query language answer a word of a ranking too.
void add_families(std::vector<RankingWord>& words) {
    for (RankingWord& word : words)
        for (std::string& other : family_of(word.stem))
            if (std::find(word.also.begin(), word.also.end(), other) == word.also.end()) word.also.push_back(std::move(other));
}

/// Any of the words: what the hits of a partial match mark.
Node any_of(const std::vector<RankingWord>& words) {
    Any any;
    for (const RankingWord& wanted : words) {
        if (wanted.importance <= 0) continue;
        any.of.push_back(Node{word_of(wanted), {}});
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

std::vector<PartialMatch> search_any(Reader& reader, const AnyRequest& asked) {
    return reader.read([&](const Xapian::Database& database) {
        AnyRequest request = asked;
        request.filters = prepared(database, std::move(request.filters));
        add_families(request.words);
        return rank(database, request);
    });
}

Partial search_partial(Reader& reader, const Request& request) {
    return reader.read([&](const Xapian::Database& database) {
        Partial partial;
        std::optional<Request> filters = without_words(request);
        if (!filters) return partial;
        AnyRequest any{words_of(request.query), std::move(*filters), std::max<std::size_t>(kPartialPool, request.offset + request.limit)};
        add_families(any.words);
        if (any.words.size() < 2) return partial;
        for (const RankingWord& word : any.words)
            if (word.importance > 0 && !word.joined) partial.words.push_back(word.form);
        std::vector<PartialMatch> found = rank(database, any);
        std::erase_if(found, [](const PartialMatch& match) { return match.distinct == 0; });  // nothing to mark
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
