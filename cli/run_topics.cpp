#include "cli/run_topics.hpp"

#include "cli/output.hpp"
#include "searcher/reader.hpp"
#include "searcher/trec.hpp"

#include <fstream>
#include <iterator>

namespace minutes::cli {
namespace {

constexpr std::uint64_t kUsualLines = 1000;
/// Candidates read a topic: for each line of a run of passages, and of files and items, which have many passages each.
constexpr std::size_t kPerPassage = 3, kPerDocument = 10, kLeastPool = 2000;

std::string bytes_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw Refused("--queries " + path + ": cannot be read");
    return {std::istreambuf_iterator<char>(in), {}};
}

TrecId trec_id_of(const std::string& name) {
    if (name == "passage") return TrecId::passage;
    if (name == "item") return TrecId::item;
    if (name == "file") return TrecId::file;
    if (name == "name") return TrecId::name;
    throw Refused("--trec-id " + name + ": choose one of passage, item, file, name");
}

Topics topics_of(const po::variables_map& given, const std::string& query) {
    if (!given.count("queries")) return {{{"1", query}}, {}};
    if (!query.empty()) throw Refused("--queries reads the queries from a file: leave out QUERY, or --queries");
    return read_topics(bytes_of(given["queries"].as<std::string>()));
}

/// What a file set aside can be what a set of queries asks for; and a run is no count.
void search_every_zone(Request& filters) {
    for (const Filter& filter : filters.selections)
        if (filter.field->name == "zone") return;
    select(filters, *field_named("zone"), std::string(kAnyValue));
}

}  // namespace

void add_run_options(po::options_description& options) {
    options.add_options()("queries", po::value<std::string>()->value_name("FILE"), "with --format trec: a set of queries, lines of id, tab, query or JSON objects")(
        "trec-id", po::value<std::string>()->default_value("passage"), "what a run names: passage, item, file (path) or name (file name without extension)")(
        "tag", po::value<std::string>()->default_value("minutes"), "last column of a run");
}

int run_topics(const po::variables_map& given, const std::string& query) {
    const TrecId id = trec_id_of(given["trec-id"].as<std::string>());
    const std::size_t limit = given["limit"].defaulted() ? kUsualLines : number_of(given, "limit", true);
    const std::size_t per_line = id == TrecId::passage ? kPerPassage : kPerDocument;
    AnyRequest any;
    any.filters = request_of(given, "");
    search_every_zone(any.filters);
    any.pool = std::max(kLeastPool, std::min<std::size_t>(limit, kUsualLines) * per_line);
    const Topics topics = topics_of(given, query);
    for (const std::string& problem : topics.problems) warn(problem);
    Reader reader(index_of(given));
    bool found = false;
    for (const Topic& topic : topics.list) {
        any.words = plain_words(topic.text);
        const std::vector<RunLine> lines = run_lines(search_any(reader, any), id, limit);
        write_out(run_as_text(topic.id, lines, given["tag"].as<std::string>()));
        found = found || !lines.empty();
    }
    return found ? kFound : kNothing;
}

}  // namespace minutes::cli
