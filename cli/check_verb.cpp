#include "cli/options.hpp"
#include "cli/output.hpp"
#include "searcher/index_check.hpp"

namespace minutes::cli {
namespace {

constexpr char kExamples[] =
    "minutes check [options]\n\n"
    "  minutes check                              is the index sound?\n"
    "  minutes check --sources                    and do the files still have the bytes that were indexed?\n\n"
    "Checks the database, and computes anew from its records all that is derived from them: terms, columns, sums. Takes about\n"
    "as long as indexing does. Exits with 0 if the index is sound, 1 if it is but source files differ, 3 if it is damaged.\n";
constexpr char kFormats[] = "text|json";

}  // namespace

int run_check(const Args& args) {
    po::options_description options("Options");
    options.add_options()("sources", "hash the source files, too");
    add_format_option(options, kFormats);
    add_common_options(options);
    const auto given = parse(args, options, nullptr, kExamples);
    if (!given) return kFound;
    const Format format = format_of(*given, kFormats);
    const IndexCheck check = check_index(index_of(*given), given->count("sources") > 0);
    write_out(format == Format::json ? check_as_json(check) : check_as_text(check));
    if (!check.sound()) return kUnusable;
    return check.sources_differ.empty() ? kFound : kNothing;
}

}  // namespace minutes::cli
