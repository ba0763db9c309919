#include "cli/manifest_option.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "searcher/reader.hpp"
#include "searcher/render_count.hpp"
#include "searcher/render_widened.hpp"

#include <algorithm>

namespace minutes::cli {
namespace {

constexpr char kExamples[] =
    "minutes count QUERY [options]\n\n"
    "  minutes count '\"agency staff\"'                      the six numbers, and of how many words\n"
    "  minutes count '\"agency staff\"' --by role            who speaks of it, per 10,000 words spoken by each role\n"
    "  minutes count ofsted --by council --by year         crossed by two fields\n"
    "  minutes count --kind decision --by year             passages, by their filters alone\n"
    "  minutes count ofsted --by year --format csv > o.csv for a spreadsheet\n";
constexpr char kFormats[] = "text|json|jsonl|csv|tsv";
constexpr std::size_t kMostFields = 2;

std::vector<const Field*> fields_of(const std::vector<std::string>& names) {
    std::vector<const Field*> fields;
    for (const std::string& name : names) {
        const Field* field = field_named(name);
        if (!field || field->use != FieldUse::facet) throw Refused("--by " + name + ": choose among " + facet_names());
        if (std::find(fields.begin(), fields.end(), field) != fields.end()) throw Refused("--by " + name + ": given twice");
        fields.push_back(field);
    }
    if (fields.size() > kMostFields) throw Refused("--by: at most two fields can be crossed");
    return fields;
}

}  // namespace

int run_count(const Args& args) {
    po::options_description options("Options");
    add_filter_options(options);
    options.add_options()("by", po::value<std::vector<std::string>>()->composing()->value_name("FIELD"), "cross the counts by a field; twice for two");
    add_table_options(options);
    add_format_option(options, kFormats);
    add_manifest_option(options);
    add_common_options(options);
    const auto given = parse(args, options, "query", kExamples);
    if (!given) return kFound;
    const Format format = format_of(*given, kFormats);
    const std::string query = joined_words(*given, "query");
    const std::vector<const Field*> by = given->count("by") ? fields_of((*given)["by"].as<std::vector<std::string>>()) : std::vector<const Field*>();
    const Request request = request_of(*given, query);
    Reader reader(index_of(*given));
    const CountAnswer answer = count(reader, request, by);
    if (format == Format::text) write_out(count_as_text(answer));
    if (format == Format::json) write_out(count_as_json(answer, query));
    const bool rows = format != Format::text && format != Format::json;
    if (format == Format::jsonl) write_out(count_as_json_lines(answer));
    else if (rows) write_out(count_as_csv(answer, table_style_of(*given)));
    if (rows) warn_lines(widened_as_text(answer.widened));
    if (rows && !answer.counts.elsewhere.empty()) warn(elsewhere_as_text(answer.counts));
    if (format != Format::json)
        for (const std::string& note : answer.notes) warn(note);
    write_manifest(*given, reader, request, "count", query);
    return answer.counts.passages > 0 ? kFound : kNothing;
}

}  // namespace minutes::cli
