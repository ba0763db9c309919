#include "cli/options.hpp"
#include "cli/output.hpp"
#include "searcher/people.hpp"
#include "searcher/reader.hpp"
#include "searcher/render_people.hpp"

namespace minutes::cli {
namespace {

constexpr char kExamples[] =
    "minutes people [NAME] [options]\n\n"
    "  minutes people                             who is in the attendance lists or speaks, council by council\n"
    "  minutes people thorne                      those of that name, and where\n"
    "  minutes people --role dcs --council eastmoor    who was Director of Children's Services, and when\n"
    "  minutes people --format popolo > people.json    persons, organizations, posts, memberships and events as Popolo\n";
constexpr char kFormats[] = "text|csv|tsv|popolo";

}  // namespace

int run_people(const Args& args) {
    po::options_description options("Options");
    for (const char* field : {"council", "committee", "year", "month", "role"})
        options.add_options()(field, po::value<std::vector<std::string>>()->composing()->value_name("VALUE"), std::string(field_named(field)->help).c_str());
    options.add_options()("from", po::value<std::string>()->value_name("DATE"), "first day: 2024, 2024-03 or 2024-03-01")(
        "to", po::value<std::string>()->value_name("DATE"), "last day, in the same forms");
    add_table_options(options);
    add_format_option(options, kFormats);
    add_common_options(options);
    const auto given = parse(args, options, "name", kExamples);
    if (!given) return kFound;
    const Format format = format_of(*given, kFormats);
    Request request = request_of(*given, "");
    if (given->count("name")) select(request, *field_named("speaker"), joined_words(*given, "name"));
    Reader reader(index_of(*given));
    const PeopleAnswer answer = find_people(reader, request);
    if (format == Format::text) write_out(people_as_text(answer));
    if (format == Format::popolo) write_out(people_as_popolo(answer));
    if (format == Format::csv || format == Format::tsv) write_out(people_as_csv(answer, table_style_of(*given)));
    if (format != Format::popolo)
        for (const std::string& note : answer.notes) warn(note);
    return answer.people.empty() ? kNothing : kFound;
}

}  // namespace minutes::cli
