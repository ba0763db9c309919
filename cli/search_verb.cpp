#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/run_topics.hpp"
#include "searcher/ranking_words.hpp"
#include "searcher/reader.hpp"
#include "searcher/render_widened.hpp"
#include "searcher/search.hpp"

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
constexpr char kFormats[] = "text|json|jsonl|csv|tsv|trec";

Sort sort_of(const std::string& name) {
    if (name == "relevance") return Sort::relevance;
    if (name == "date") return Sort::date;
    if (name == "-date") return Sort::date_descending;
    throw Refused("--sort " + name + ": choose one of relevance, date, -date");
}

std::vector<const Field*> facets_of(const std::vector<std::string>& names) {
    std::vector<const Field*> facets;
    for (const std::string& name : names) {
        const Field* field = field_named(name);
        if (!field || field->use != FieldUse::facet) throw Refused("--facet " + name + ": choose among " + facet_names());
        facets.push_back(field);
    }
    return facets;
}

void print(const Answer& answer, const std::string& query, Format format, TableStyle style) {
    const bool table = format == Format::csv || format == Format::tsv;
    if (format == Format::text) write_out(search_as_text(answer, query, style_of_stdout()));
    if (format == Format::json) write_out(search_as_json(answer, query));
    if (table) write_out(search_csv_header(style));
    for (const Hit& hit : answer.hits) {
        if (format == Format::jsonl) write_out(hit_as_json_line(hit));
        if (table) write_out(hit_as_csv(hit, style));
    }
    if ((table || format == Format::jsonl) && !answer.partial.hits.empty()) warn("no passage has all the words; text and json list those that have some");
    if (table || format == Format::jsonl) warn_lines(widened_as_text(answer.widened) + suggestions_as_text(answer.suggestions));
    if ((table || format == Format::jsonl) && !answer.counts.elsewhere.empty()) warn(elsewhere_as_text(answer.counts));
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
        "facet", po::value<std::vector<std::string>>()->composing(), "facets to count (default council, committee, year, role, kind)")(
        "no-facets", "count none")("explain", "say how the query was understood")(
        "plain", "take QUERY as words alone: nothing in it is syntax")(
        "any", "list the best passages with some of the words, beside the counts of those with all");
    add_run_options(options);
    add_format_option(options, kFormats);
    add_table_options(options);
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
    const std::vector<std::string> usual{"council", "committee", "year", "role", "kind"};
    if (!given->count("no-facets")) request.facets = facets_of(given->count("facet") ? (*given)["facet"].as<std::vector<std::string>>() : usual);
    Reader reader(index_of(*given));
    const Answer answer = search(reader, request);
    print(answer, query, format, table_style_of(*given));
    return answer.counts.passages > 0 ? kFound : kNothing;
}

}  // namespace minutes::cli
