#include "cli/options.hpp"
#include "cli/output.hpp"
#include "searcher/reader.hpp"
#include "searcher/show.hpp"

namespace minutes::cli {
namespace {

constexpr char kExamples[] =
    "minutes show ID [options]\n\n"
    "  minutes show k3v9x2m7q1.26.h4x8t2      a passage within its item\n"
    "  minutes show k3v9x2m7q1.26             a whole item\n"
    "  minutes show k3v9x2m7q1                a whole meeting\n";
constexpr char kFormats[] = "text|json|csv|tsv";

}  // namespace

int run_show(const Args& args) {
    po::options_description options("Options");
    add_format_option(options, kFormats);
    add_table_options(options);
    add_common_options(options);
    const auto given = parse(args, options, "id", kExamples);
    if (!given) return kFound;
    const Format format = format_of(*given, kFormats);
    const std::string id = joined_words(*given, "id");
    if (id.empty()) throw Refused("no id given; search and mentions print the id of every passage");
    Reader reader(index_of(*given));
    const Showing showing = show(reader, id);
    if (showing.what == Shown::nothing) {
        warn("nothing in the index has the id " + id + "; ids are printed by search and mentions");
        return kNothing;
    }
    if (format == Format::text) write_out(showing_as_text(showing, style_of_stdout()));
    if (format == Format::json) write_out(showing_as_json(showing));
    if (format == Format::csv || format == Format::tsv) write_out(showing_as_csv(showing, table_style_of(*given)));
    return kFound;
}

}  // namespace minutes::cli
