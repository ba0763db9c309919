#include "cli/manifest_option.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/run_topics.hpp"
#include "searcher/facet_wish.hpp"
#include "searcher/ranking_words.hpp"
#include "searcher/reader.hpp"
#include "searcher/render_atom.hpp"
#include "searcher/render_widened.hpp"
#include "searcher/search.hpp"

#include <algorithm>

namespace minutes::cli {
namespace {

constexpr char kExamples[] =
    "minutes search [QUERY] [options]\n\n"
    "  minutes search '\"agency staff\"'                    the exact phrase\n"
    "  minutes search 'agency (staff OR workers)'         both words, in any order\n"
    "  minutes search overspend --role dcs --year 2021    said by a Director of Children's Services in 2021\n"
    "  minutes search 'ofsted -inspection' --sort -date   newest first\n"
    "  minutes search --council eastmoor --kind decision  every decision of one council\n"
    "  minutes search --plain 'What did members ask about flooding?' --any   the best partial matches of a question\n"
    "  minutes search flooding --zone agenda              in agenda text, which is searched only when asked for\n"
    "  minutes search '\"agency staff\"' --limit all --format csv > hits.csv\n";
constexpr char kFormats[] = "text|json|jsonl|csv|tsv|atom|trec";

Sort sort_of(const std::string& name) {
    if (name == "relevance") return Sort::relevance;
    if (name == "date") return Sort::date;
    if (name == "-date") return Sort::date_descending;
    throw Refused("--sort " + name + ": choose one of relevance, date, -date");
}

std::vector<std::string> words_given(const po::variables_map& given, const char* option) {
    return given.count(option) ? given[option].as<std::vector<std::string>>() : std::vector<std::string>();
}

/// One a field: the facets asked for (or the usual ones), and those whose values are searched.
std::vector<FacetWish> facets_of(const po::variables_map& given) {
    std::vector<FacetWish> wishes;
    const auto wish_for = [&](const Field* field) { return std::find_if(wishes.begin(), wishes.end(), [&](const FacetWish& wish) { return wish.field == field; }); };
    for (const std::string& text : words_given(given, "facet")) {
        wishes.push_back(parse_facet(text));
        if (wish_for(wishes.back().field) + 1 != wishes.end()) throw Refused("--facet " + text + ": this field is given twice");
    }
    std::vector<std::string> searches = words_given(given, "facet-search");
    if (!given.count("facet") && searches.empty())
        for (const char* usual : {"council", "committee", "year", "role", "kind"}) wishes.push_back(parse_facet(usual));
    for (const std::string& text : searches) {
        const FacetWish search = parse_facet_search(text);
        const auto same = wish_for(search.field);
        if (same == wishes.end()) wishes.push_back(search);
        else if (!same->words.empty()) throw Refused("--facet-search " + text + ": this field is given twice");
        else same->words = search.words;
    }
    return wishes;
}

void print_atom(const Answer& answer, const std::string& query) {
    write_out(atom_begin(query));
    std::string latest;
    for (const Hit& hit : answer.hits) {
        write_out(hit_as_atom(hit));
        latest = std::max(latest, hit.record.date);
    }
    write_out(atom_end(latest));
}

void print(const Answer& answer, const std::string& query, Format format, TableStyle style) {
    const bool table = format == Format::csv || format == Format::tsv;
    if (format == Format::text) write_out(search_as_text(answer, query, style_of_stdout()));
    if (format == Format::json) write_out(search_as_json(answer, query));
    if (format == Format::atom) print_atom(answer, query);
    if (table) write_out(search_csv_header(style));
    for (const Hit& hit : answer.hits) {
        if (format == Format::jsonl) write_out(hit_as_json_line(hit));
        if (table) write_out(hit_as_csv(hit, style));
    }
    const bool rows = table || format == Format::jsonl || format == Format::atom;
    if (rows && !answer.partial.hits.empty()) warn("no passage has all the words; text and json list those that have some");
    if (rows) warn_lines(widened_as_text(answer.widened) + suggestions_as_text(answer.suggestions));
    if (rows && !answer.counts.elsewhere.empty()) warn(elsewhere_as_text(answer.counts));
    if (format != Format::json)
        for (const std::string& note : answer.notes) warn(note);
}

}  // namespace

int run_search(const Args& args) {
    po::options_description options("Options");
    add_filter_options(options);
    options.add_options()("sort", po::value<std::string>()->default_value("relevance"), "relevance, date or -date")(
        "limit", po::value<std::string>()->default_value("10"), "hits to print, or all")(
        "offset", po::value<std::string>()->default_value("0"), "hits to leave out first")(
        "facet", po::value<std::vector<std::string>>()->composing()->value_name("FIELD[:N][:value]"), "a facet to count (default council, committee, year, role, kind), how many values to list (or all), and whether sorted by count or by value")(
        "facet-search", po::value<std::vector<std::string>>()->composing()->value_name("FIELD:WORDS"), "list only values of a facet with words that begin so")(
        "no-facets", "count none")("explain", "say how the query was understood")(
        "plain", "take QUERY as words alone: nothing in it is syntax")(
        "any", "list the best passages with some of the words, beside the counts of those with all");
    add_run_options(options);
    add_format_option(options, kFormats);
    add_table_options(options);
    add_manifest_option(options);
    add_common_options(options);
    const auto given = parse(args, options, "query", kExamples);
    if (!given) return kFound;
    const Format format = format_of(*given, kFormats);
    const std::string query = joined_words(*given, "query");
    if (format == Format::trec) return run_topics(*given, query);
    if (given->count("queries")) throw Refused("--queries needs --format trec");
    Request request = request_of(*given, given->count("plain") ? plain_query(query) : query);
    request.any = given->count("any") > 0;
    if (request.any && format != Format::text && format != Format::json)
        throw Refused("--any lists what is no match: use --format text, json or trec");
    request.sort = sort_of((*given)["sort"].as<std::string>());
    request.limit = number_of(*given, "limit", true);
    request.offset = number_of(*given, "offset", false);
    request.explain = given->count("explain") > 0;
    const std::vector<FacetWish> facets = given->count("no-facets") ? std::vector<FacetWish>() : facets_of(*given);
    for (const FacetWish& facet : facets) request.facets.push_back(facet.field);
    request.facet_values = values_wanted(facets, format == Format::text ? std::optional<std::size_t>(kMostFacetValues) : std::nullopt);
    Reader reader(index_of(*given));
    Answer answer = search(reader, request);
    for (std::size_t i = 0; i < facets.size(); ++i) arrange(answer.facets[i], facets[i]);
    print(answer, query, format, table_style_of(*given));
    write_manifest(*given, reader, request, "search", query);
    return answer.counts.passages > 0 ? kFound : kNothing;
}

}  // namespace minutes::cli
