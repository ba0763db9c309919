#include "cli/options.hpp"
#include "cli/output.hpp"
#include "searcher/coverage.hpp"
#include "searcher/reader.hpp"

namespace minutes::cli {
namespace {

constexpr char kExamples[] =
    "minutes coverage [options]\n\n"
    "  minutes coverage                 councils, committees, dates, gaps, what was skipped and why\n"
    "  minutes coverage --format csv    a row a committee\n"
    "  minutes coverage --roles         the titles that led to each role, with counts, to check them by\n";
constexpr char kFormats[] = "text|json|csv";

int print_roles(const RoleTable& table, Format format) {
    if (format == Format::text) write_out(roles_as_text(table));
    if (format == Format::json) write_out(roles_as_json(table));
    if (format == Format::csv) write_out(roles_as_csv(table));
    return table.roles.empty() ? kNothing : kFound;
}

}  // namespace

int run_coverage(const Args& args) {
    po::options_description options("Options");
    options.add_options()("roles", "canonical roles and the literal titles found, with counts; how many speakers could not be told");
    add_format_option(options, kFormats);
    add_common_options(options);
    const auto given = parse(args, options, nullptr, kExamples);
    if (!given) return kFound;
    const Format format = format_of(*given, kFormats);
    Reader reader(index_of(*given));
    if (given->count("roles")) return print_roles(role_table(reader), format);
    const Coverage covered = coverage(reader);
    if (format == Format::text) write_out(coverage_as_text(covered));
    if (format == Format::json) write_out(coverage_as_json(covered));
    if (format == Format::csv) write_out(coverage_as_csv(covered));
    return covered.base.documents > 0 ? kFound : kNothing;
}

}  // namespace minutes::cli
