#include "cli/options.hpp"

#include "cli/output.hpp"
#include "indexer/index_directory.hpp"
#include "searcher/context.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <sstream>

namespace minutes::cli {
namespace {

using Words = std::vector<std::string>;

constexpr char kExitCodes[] =
    "Exit codes: 0 found or done, 1 nothing found, 2 request refused, 3 index or file unusable,\n"
    "75 another process is writing the index, 130 interrupted.\n";

void add_dates(Node& query, const std::string& from, const std::string& to) {
    if (from.empty() && to.empty()) return;
    const auto first = from.empty() ? DateRange{} : parse_dates(from).value_or(DateRange{});
    const auto last = to.empty() ? DateRange{} : parse_dates(to).value_or(DateRange{});
    if (!from.empty() && first.from.empty()) throw Refused("--from " + from + ": not a date; write 2024, 2024-03 or 2024-03-01");
    if (!to.empty() && last.to.empty()) throw Refused("--to " + to + ": not a date; write 2024, 2024-03 or 2024-03-01");
    const DateRange range{first.from, last.to};
    if (!range.from.empty() && !range.to.empty() && range.from > range.to)
        throw Refused("--from " + from + " is after --to " + to + "; exchange them");
    All both;
    if (!std::holds_alternative<Everything>(query.is)) both.of.push_back(std::move(query));
    both.of.push_back(Node{range, {}});
    query = Node{std::move(both), {}};
}

/// The day of --today, or "".
std::string today_of(const po::variables_map& given) {
    if (!given.count("today")) return {};
    const std::string today = given["today"].as<std::string>();
    const std::optional<DateRange> range = parse_dates(today);
    if (!range || range->from != today || range->to != today) throw Refused("--today " + today + ": not a day; write 2024-03-01");
    return today;
}

std::shared_ptr<const ConceptTable> concepts_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    if (!(in && text << in.rdbuf())) throw Error("--concepts " + path + ": cannot be read, or is empty");
    return std::make_shared<const ConceptTable>(read_concepts(text.str()));
}

}  // namespace

std::optional<po::variables_map> parse(const Args& args, po::options_description& options, const char* positional, const char* examples) {
    po::positional_options_description bare;
    if (positional) bare.add(positional, -1);
    po::options_description all;
    all.add(options);
    if (positional) all.add_options()(positional, po::value<Words>(), "");
    const int style = po::command_line_style::default_style & ~po::command_line_style::allow_guessing;
    po::variables_map given;
    try {
        po::store(po::command_line_parser(args).options(all).positional(bare).style(style).run(), given);
        po::notify(given);
    } catch (const po::error& error) {
        throw Refused(std::string(error.what()) + "; see --help");
    }
    if (!given.count("help")) return given;
    std::ostringstream text;
    text << examples << '\n' << options << '\n' << kExitCodes;
    write_out(text.str());
    return std::nullopt;
}

void add_common_options(po::options_description& options) {
    options.add_options()("index", po::value<std::string>()->value_name("DIR"),
                          "place of the index (else $MINUTES_INDEX, else $XDG_DATA_HOME/minutes)")("help,h", "this text");
}

void add_format_option(po::options_description& options, const char* formats) {
    options.add_options()("format", po::value<std::string>()->default_value("text")->value_name("FORMAT"), formats);
}

void add_filter_options(po::options_description& options, std::string_view without) {
    for (const Field& field : kFields)
        if (field.use == FieldUse::facet && field.name != without)
            options.add_options()(std::string(field.name).c_str(), po::value<Words>()->composing()->value_name("VALUE"),
                                  std::string(field.help).c_str());
    options.add_options()("from", po::value<std::string>()->value_name("DATE"), "first day: 2024, 2024-03 or 2024-03-01")(
        "to", po::value<std::string>()->value_name("DATE"), "last day, in the same forms")(
        "concepts", po::value<std::string>()->value_name("FILE"), "concepts of your own instead of the command's: name, tab, variants")(
        "today", po::value<std::string>()->value_name("DATE"), "the day from which date:\"last 2 years\" counts: 2024-03-01");
}

void add_table_options(po::options_description& options) {
    options.add_options()("raw-cells", "CSV and TSV as the text is: no apostrophe in front of what a spreadsheet would run as a formula");
}

std::string facet_names() {
    std::string names;
    for (const Field& field : kFields)
        if (field.use == FieldUse::facet) names += (names.empty() ? "" : ", ") + std::string(field.name);
    return names;
}

std::string index_of(const po::variables_map& given) {
    return index_place(given.count("index") ? given["index"].as<std::string>() : std::string());
}

Format format_of(const po::variables_map& given, const char* formats) {
    const std::string name = given["format"].as<std::string>();
    const bool allowed = ("|" + std::string(formats) + "|").find("|" + name + "|") != std::string::npos;
    if (!allowed || name.empty()) throw Refused("--format " + name + ": choose one of " + formats);
    static constexpr std::pair<std::string_view, Format> kNames[] = {
        {"text", Format::text}, {"json", Format::json}, {"jsonl", Format::jsonl}, {"csv", Format::csv}, {"tsv", Format::tsv}, {"trec", Format::trec},
        {"atom", Format::atom}, {"vrt", Format::vrt}, {"akn", Format::akn}, {"popolo", Format::popolo}};
    for (const auto& [known, format] : kNames)
        if (known == name) return format;
    throw Refused("--format " + name + ": choose one of " + formats);
}

TableStyle table_style_of(const po::variables_map& given) { return {given["format"].as<std::string>() == "tsv", given.count("raw-cells") > 0}; }

Style style_of_stdout() {
    Style style;
    const char* no_color = std::getenv("NO_COLOR");
    const char* terminal = std::getenv("TERM");
    style.colour = isatty(STDOUT_FILENO) && !(no_color && *no_color) && !(terminal && std::string_view(terminal) == "dumb");
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 40) style.width = size.ws_col;
    return style;
}

Node parsed_query(const std::string& query, std::string_view today) {
    Parsed parsed = parse_query(query, today);
    if (parsed.problem.message.empty()) return std::move(parsed.tree);
    const std::size_t column = characters_in(std::string_view(query).substr(0, parsed.problem.at.begin)) + 1;
    throw Refused("the query is not understood at column " + std::to_string(column) + "\n" + with_caret(query, parsed.problem));
}

Request request_of(const po::variables_map& given, const std::string& query, std::string_view without) {
    Node tree = parsed_query(query, today_of(given));
    const auto date = [&](const char* name) { return given.count(name) ? given[name].as<std::string>() : std::string(); };
    add_dates(tree, date("from"), date("to"));
    Request request = make_request(std::move(tree));
    if (given.count("concepts")) request.concepts = concepts_of(given["concepts"].as<std::string>());
    for (const Field& field : kFields) {
        const std::string name(field.name);
        if (field.use != FieldUse::facet || name == without || !given.count(name)) continue;
        for (const std::string& value : given[name].as<Words>()) select(request, field, value);
    }
    return request;
}

std::string joined_words(const po::variables_map& given, const char* name) {
    std::string text;
    if (!given.count(name)) return text;
    for (const std::string& word : given[name].as<Words>()) text += (text.empty() ? "" : " ") + word;
    return text;
}

std::uint64_t number_of(const po::variables_map& given, const char* option, bool all_allowed) {
    const std::string text = given[option].as<std::string>();
    if (all_allowed && text == "all") return std::numeric_limits<std::uint32_t>::max();
    std::uint64_t number = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failed != std::errc{} || end != text.data() + text.size() || number > std::numeric_limits<std::uint32_t>::max())
        throw Refused("--" + std::string(option) + " " + text + ": not a whole number" + (all_allowed ? " or \"all\"" : ""));
    return number;
}

}  // namespace minutes::cli
