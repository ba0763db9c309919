// Every example of docs/query-syntax.md does what the page says: those of the first tables find in the sample corpus as much as
// their last column says, those of the last are refused with the words printed there. UPDATE_GOLDEN=1 rewrites both.
#include "indexer/sync.hpp"
#include "searcher/reader.hpp"
#include "searcher/search.hpp"
#include "tests/workspace.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

using namespace minutes;
using namespace minutes::test;

namespace {

std::string with_bars_escaped(std::string text) {
    for (std::size_t at = text.find('|'); at != std::string::npos; at = text.find('|', at + 2)) text.insert(at, "\\");
    return text;
}

/// The query between the first pair of backquotes of a table row, with `\|` as the bar that it stands for; "" for other lines.
std::string example(const std::string& line) {
    if (!line.starts_with("| `")) return {};
    const std::size_t end = line.find("` |", 3);
    std::string query = line.substr(3, end - 3);
    for (std::size_t at; (at = query.find("\\|")) != std::string::npos;) query.erase(at, 1);
    return query;
}

/// The line with another last cell.
std::string with_last_cell(const std::string& line, const std::string& cell) {
    std::size_t bar = line.rfind('|');
    do bar = line.rfind('|', bar - 1);
    while (line[bar - 1] == '\\');
    return line.substr(0, bar) + "| " + cell + " |";
}

/// "47 in 45": occurrences in passages; passages alone where nothing is marked; or why the query is refused.
std::string found(Reader& reader, const std::string& query) {
    Parsed parsed = parse_query(query);
    if (!parsed.problem.message.empty()) return with_bars_escaped(parsed.problem.message);
    const Counts counts = search(reader, make_request(std::move(parsed.tree))).counts;
    return (counts.occurrences > 0 ? std::to_string(counts.occurrences) + " in " : "") + std::to_string(counts.passages);
}

}  // namespace

BOOST_AUTO_TEST_CASE(examples_do_what_the_page_says) {
    const std::string path = std::string(MINUTES_SOURCE) + "/docs/query-syntax.md";
    const Workspace work;
    SyncOptions options;
    options.paths = {std::string(MINUTES_SOURCE) + "/corpus/sample"};
    options.index = (work.path() / "index").string();
    (void)sync_index(options, [](std::uint64_t, std::uint64_t, const std::string&) {}, std::atomic<bool>(false));
    Reader reader(options.index);
    std::istringstream page(read_file(path));
    std::string written;
    bool refused = false;
    int understood_rows = 0, refused_rows = 0;
    for (std::string line; std::getline(page, line); written += line + '\n') {
        if (line.starts_with("## What is refused")) refused = true;
        const std::string query = example(line);
        if (query.empty()) continue;
        BOOST_TEST(parse_query(query).problem.message.empty() == !refused, query);
        const std::string now = with_last_cell(line, found(reader, query));
        BOOST_TEST((now == line || std::getenv("UPDATE_GOLDEN") != nullptr), "the page says: " << line << "\nand now: " << now);
        line = now;
        ++(refused ? refused_rows : understood_rows);
    }
    if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << written;
    BOOST_TEST(understood_rows >= 60);
    BOOST_TEST(refused_rows >= 25);
}
