// latency INDEX QUERIES [--rounds N] [--seconds S] [--threads T] [--answers FILE]: how long full answers take in one process, by
// class: ranked top 10 with snippets, exact counts and six facets, through the searcher's public functions.
#include "benchmarks/measure.hpp"
#include "searcher/count.hpp"
#include "searcher/mentions.hpp"
#include "searcher/reader.hpp"
#include "searcher/search.hpp"

#include <memory>
#include <optional>

namespace minutes::bench {
namespace {

constexpr const char* kFacets[] = {"committee", "council", "kind", "role", "speaker", "year"};

std::string in_our_language(const Query& query) {
    if (query.form == "all") return {};
    if (query.form == "prefix") return query.words[0] + '*';
    if (query.form == "phrase" || query.form == "mentions") return '"' + joined(query.words, " ") + '"';
    return joined(query.words, query.form == "or" ? " OR " : " ");
}

Request request_of(const Query& query) {
    Parsed parsed = parse_query(in_our_language(query));
    if (!parsed.problem.message.empty()) throw Refused(in_our_language(query) + ": " + parsed.problem.message);
    Request request = make_request(std::move(parsed.tree));
    if (!query.role.empty()) select(request, *field_named("role"), query.role);
    if (!query.year.empty()) select(request, *field_named("year"), query.year);
    return request;
}

Found found_by_search(Reader& reader, const Query& query, std::optional<std::size_t> values) {
    Request request = request_of(query);
    request.facet_values = values;
    for (const char* name : kFacets) request.facets.push_back(field_named(name));
    const Answer answer = search(reader, request);
    Found found;
    found.hits = answer.counts.passages;
    for (const Facet& facet : answer.facets)
        for (const FacetValue& value : facet.values) found.facets[std::string(facet.field->name)][value.value] = value.passages;
    for (const Hit& hit : answer.hits) found.shown += hit.snippet.text.size();
    return found;
}

Found found_by_mentions(Reader& reader, const Query& query) {
    Found found;
    MentionsOptions options;
    find_mentions(reader, request_of(query), options, [&](const KwicLine& line) {
        ++found.hits;
        found.shown += line.left.size() + line.match.size() + line.right.size();
    });
    return found;
}

Found found_by_count(Reader& reader, const Query& query) {
    const CountAnswer answer = count(reader, request_of(query), {field_named("role"), field_named("year")});
    Found found;
    found.hits = answer.counts.passages;
    for (const CountCell& cell : answer.cells)
        if (cell.passages > 0) found.facets["cells"][cell.values[0] + '/' + cell.values[1]] = cell.passages;
    return found;
}

/// `values`: of each facet, as many as a page shows; unset: all, to compare them.
Ask make_ask(const std::string& index, std::optional<std::size_t> values) {
    return [reader = std::make_shared<Reader>(index), values](const Query& query) {
        if (query.form == "mentions") return found_by_mentions(*reader, query);
        if (query.form == "count") return found_by_count(*reader, query);
        return found_by_search(*reader, query, values);
    };
}

}  // namespace
}  // namespace minutes::bench

int main(int argc, char** argv) try {
    const minutes::bench::Arguments given(argc, argv, minutes::bench::kEngineOptions);
    if (given.rest.size() != 2) throw minutes::Refused("usage: latency INDEX QUERIES [--rounds N] [--seconds S] [--threads T] [--answers FILE]");
    return minutes::bench::run_engine(given, [&] { return minutes::bench::make_ask(given.rest[0], given.options.count("answers") ? std::nullopt : std::optional<std::size_t>(10)); });
} catch (const std::exception& error) {
    std::cerr << "latency: " << error.what() << '\n';
    return 2;
}
