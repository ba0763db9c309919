#include "cli/options.hpp"
#include "cli/output.hpp"
#include "searcher/reader.hpp"
#include "searcher/render_coverage.hpp"

namespace minutes::cli {
namespace {

constexpr char kExamples[] =
    "minutes coverage [options]\n\n"
    "  minutes coverage                           councils, committees, dates, gaps, what was skipped and why\n"
    "  minutes coverage --council eastmoor --by year   a row a year of each committee\n"
    "  minutes coverage --gaps 180                times of more than 180 days without a meeting\n"
    "  minutes coverage --absent '\"agency staff\"' --from 2019   the meetings and committees that have no mention\n"
    "  minutes coverage --format csv              a row a committee\n"
    "  minutes coverage --roles                   the titles that led to each role, with counts, to check them by\n";
constexpr char kFormats[] = "text|json|csv|tsv";

int print_roles(const RoleTable& table, Format format, TableStyle style) {
    if (format == Format::text) write_out(roles_as_text(table));
    if (format == Format::json) write_out(roles_as_json(table));
    if (format == Format::csv || format == Format::tsv) write_out(roles_as_csv(table, style));
    return table.roles.empty() ? kNothing : kFound;
}

int print_absent(const AbsentAnswer& answer, const std::string& query, Format format, TableStyle style) {
    if (format == Format::text) write_out(absent_as_text(answer));
    if (format == Format::json) write_out(absent_as_json(answer, query));
    if (format == Format::csv || format == Format::tsv) write_out(absent_as_csv(answer, style));
    if (format != Format::json)
        for (const std::string& note : answer.notes) warn(note);
    return answer.meetings.empty() ? kNothing : kFound;
}

int print_coverage(const Coverage& covered, bool list_gaps, Format format, TableStyle style) {
    if (format == Format::text) write_out(coverage_as_text(covered, list_gaps));
    if (format == Format::json) write_out(coverage_as_json(covered));
    if (format == Format::csv || format == Format::tsv) write_out(coverage_as_csv(covered, style));
    if (format != Format::json)
        for (const std::string& note : covered.notes) warn(note);
    return covered.all.documents > 0 ? kFound : kNothing;
}

/// Whether rows are by year, the one field that coverage is split by.
bool by_year(const po::variables_map& given) {
    if (!given.count("by")) return false;
    const std::string field = given["by"].as<std::string>();
    if (field != "year") throw Refused("--by " + field + ": coverage is split by year alone");
    return true;
}

}  // namespace

int run_coverage(const Args& args) {
    po::options_description options("Options");
    for (const char* field : {"council", "committee", "year", "month"})
        options.add_options()(field, po::value<std::vector<std::string>>()->composing()->value_name("VALUE"), std::string(field_named(field)->help).c_str());
    options.add_options()("from", po::value<std::string>()->value_name("DATE"), "first day: 2024, 2024-03 or 2024-03-01")(
        "to", po::value<std::string>()->value_name("DATE"), "last day, in the same forms")(
        "by", po::value<std::string>()->value_name("year"), "year: a row a year of each committee")(
        "gaps", po::value<std::string>()->value_name("DAYS"), "list the times of more than so many days without a meeting (counted from 120 on)")(
        "absent", po::value<std::string>()->value_name("QUERY"), "list the meetings and committees in which nothing answers the query")(
        "roles", "canonical roles and the literal titles found, with counts; how many speakers could not be told");
    add_table_options(options);
    add_format_option(options, kFormats);
    add_common_options(options);
    const auto given = parse(args, options, nullptr, kExamples);
    if (!given) return kFound;
    const Format format = format_of(*given, kFormats);
    const std::string absent = given->count("absent") ? (*given)["absent"].as<std::string>() : std::string();
    if (given->count("absent") && absent.find_first_not_of(" \t\n") == std::string::npos) throw Refused("--absent: what is to be absent? Write a query");
    CoverageWish wish{request_of(*given, absent), by_year(*given)};
    if (given->count("gaps")) wish.gap_days = static_cast<std::uint32_t>(number_of(*given, "gaps", false));
    Reader reader(index_of(*given));
    if (given->count("roles")) return print_roles(role_table(reader), format, table_style_of(*given));
    if (given->count("absent")) return print_absent(find_absent(reader, wish.request), absent, format, table_style_of(*given));
    return print_coverage(coverage(reader, wish), given->count("gaps") > 0, format, table_style_of(*given));
}

}  // namespace minutes::cli
