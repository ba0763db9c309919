// Every example of docs/query-syntax.md does what the page says: the first table is understood, the second refused.
#include "searcher/query.hpp"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <string>

using namespace minutes;

namespace {

/// The query between the first pair of backquotes of a table row, with `\|` as the bar that it stands for; "" for other lines.
std::string example(const std::string& line) {
    if (!line.starts_with("| `")) return {};
    const std::size_t end = line.find("` |", 3);
    std::string query = line.substr(3, end - 3);
    for (std::size_t at; (at = query.find("\\|")) != std::string::npos;) query.erase(at, 1);
    return query;
}

}  // namespace

BOOST_AUTO_TEST_CASE(examples_do_what_the_page_says) {
    std::ifstream page(std::string(MINUTES_SOURCE) + "/docs/query-syntax.md");
    bool refused = false;
    int understood_rows = 0, refused_rows = 0;
    for (std::string line; std::getline(page, line);) {
        if (line.starts_with("## What is refused")) refused = true;
        const std::string query = example(line);
        if (query.empty()) continue;
        const std::string message = parse_query(query).problem.message;
        BOOST_TEST(message.empty() == !refused, query << ": " << message);
        ++(refused ? refused_rows : understood_rows);
    }
    BOOST_TEST(understood_rows >= 20);
    BOOST_TEST(refused_rows >= 10);
}
