#include "cli/manifest_option.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "searcher/passage_walk.hpp"
#include "searcher/printable.hpp"
#include "searcher/render_vrt.hpp"

namespace minutes::cli {
namespace {

constexpr char kExamples[] =
    "minutes export [QUERY] [options]\n\n"
    "  minutes export > everything.jsonl                      every passage, file by file\n"
    "  minutes export --format csv --council eastmoor > e.csv\n"
    "  minutes export --format vrt --zone '*' > corpus.vrt    for a corpus workbench, a token a line\n"
    "  minutes export '\"agency staff\"' --manifest may.json    and what `minutes diff` compares\n\n"
    "Passages come as they stand in their files, one by one, whatever their number; search ranks them instead.\n";
constexpr char kFormats[] = "jsonl|csv|tsv|vrt";

/// Prints passages as they come.
class Printer {
public:
    Printer(Format format, TableStyle style) : format_(format), style_(style) {
        if (format_ == Format::vrt) write_out(vertical_.begin());
        if (is_table()) write_out(search_csv_header(style_));
    }

    void print(const Record& record, const std::vector<Span>& hits) {
        if (format_ == Format::vrt) return write_out(vertical_.passage(record));
        Hit hit;
        hit.record = record;
        hit.hits = hits;
        write_out(is_table() ? hit_as_csv(hit, style_) : passage_as_json_line(hit));
    }

    void finish() {
        if (format_ == Format::vrt) write_out(vertical_.end());
    }

private:
    [[nodiscard]] bool is_table() const { return format_ == Format::csv || format_ == Format::tsv; }

    Format format_;
    TableStyle style_;
    VerticalWriter vertical_;
};

}  // namespace

int run_export(const Args& args) {
    po::options_description options("Options");
    add_filter_options(options);
    options.add_options()("format", po::value<std::string>()->default_value("jsonl")->value_name("FORMAT"), kFormats);
    add_table_options(options);
    add_manifest_option(options);
    add_common_options(options);
    const auto given = parse(args, options, "query", kExamples);
    if (!given) return kFound;
    const Format format = format_of(*given, kFormats);
    const std::string query = joined_words(*given, "query");
    const Request request = request_of(*given, query);
    Reader reader(index_of(*given));
    Printer printer(format, table_style_of(*given));
    const Walked walked = walk_passages(reader, request, [&](const Record& record, const std::vector<Span>& hits) { printer.print(record, hits); });
    printer.finish();
    write_manifest(*given, reader, request, "export", query);
    warn(counted(walked.passages, "passage") + " exported" + (walked.at_least ? "; at least: some of their items are cut short by their source" : ""));
    return walked.passages > 0 ? kFound : kNothing;
}

}  // namespace minutes::cli
