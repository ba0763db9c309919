#include "cli/options.hpp"
#include "cli/output.hpp"
#include "searcher/reader.hpp"
#include "searcher/render_akn.hpp"
#include "searcher/show.hpp"

namespace minutes::cli {
namespace {

constexpr char kExamples[] =
    "minutes show ID [options]\n\n"
    "  minutes show k3v9x2m7q1.26.h4x8t2      a passage within its item\n"
    "  minutes show k3v9x2m7q1.26             a whole item\n"
    "  minutes show k3v9x2m7q1                a whole meeting\n"
    "  minutes show k3v9x2m7q1 --query '\"agency staff\"'    with what answers the query marked\n"
    "  minutes show k3v9x2m7q1.26.h4x8t2 --around 2         two passages on each side, and the answers to its questions\n";
constexpr char kFormats[] = "text|json|csv|tsv|akn";

}  // namespace

int run_show(const Args& args) {
    po::options_description options("Options");
    options.add_options()("query", po::value<std::string>()->value_name("QUERY"), "mark what answers it")(
        "around", po::value<std::string>()->value_name("N"), "of a passage: N passages on each side, not the whole item");
    add_format_option(options, kFormats);
    add_table_options(options);
    add_common_options(options);
    const auto given = parse(args, options, "id", kExamples);
    if (!given) return kFound;
    const Format format = format_of(*given, kFormats);
    const std::string id = joined_words(*given, "id");
    if (id.empty()) throw Refused("no id given; search and mentions print the id of every passage");
    ShowOptions shown;
    if (given->count("query")) shown.query = parsed_query((*given)["query"].as<std::string>());
    if (given->count("around")) shown.around = number_of(*given, "around", false);
    Reader reader(index_of(*given));
    const Showing showing = show(reader, id, shown);
    if (showing.what == Shown::nothing) {
        warn("nothing in the index has the id " + id + "; ids are printed by search and mentions");
        return kNothing;
    }
    if (format == Format::text) write_out(showing_as_text(showing, style_of_stdout()));
    if (format == Format::json) write_out(showing_as_json(showing));
    if (format == Format::akn) write_out(showing_as_akn(showing));
    if (format == Format::csv || format == Format::tsv) write_out(showing_as_csv(showing, table_style_of(*given)));
    return kFound;
}

}  // namespace minutes::cli
