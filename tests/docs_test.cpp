// Every example of docs/query-syntax.md does what the page says: those of the first tables find in the sample corpus as much as
// their last column says, those of the last are refused with the words printed there. What the README and docs/tour.md show is what the
// command prints on the sample corpus. UPDATE_GOLDEN=1 rewrites the pages.
#include "indexer/sync.hpp"
#include "searcher/reader.hpp"
#include "searcher/search.hpp"
#include "tests/workspace.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

using namespace minutes;
using namespace minutes::test;
namespace fs = std::filesystem;

namespace {

/// The words of a shell line without expansions: spaces separate, single quotes hold together.
std::vector<std::string> shell_words(const std::string& line) {
    std::vector<std::string> words;
    bool quoted = false, open = false;
    for (const char c : line) {
        if (c == '\'') {
            quoted = !quoted;
            if (!open) words.emplace_back();
            open = true;
        } else if (c == ' ' && !quoted) {
            open = false;
        } else {
            if (!open) words.emplace_back();
            open = true;
            words.back() += c;
        }
    }
    return words;
}

/// A page whose blocks ```console, each a command and what it prints, are run in order in one folder.
class ShownPage {
public:
    explicit ShownPage(const std::string& name) : path_(fs::path(MINUTES_SOURCE) / name), page_(read_file(path_)) {
        fs::copy(fs::path(MINUTES_SOURCE) / "corpus" / "sample", work_.path() / "corpus", fs::copy_options::recursive);
    }

    /// How often each verb was run.
    std::map<std::string, int> run() {
        constexpr std::string_view kStart = "```console\n$ minutes ", kEnd = "```\n";
        std::string shown;
        std::map<std::string, int> verbs;
        for (std::size_t at = 0;;) {
            const std::size_t start = page_.find(kStart, at);
            shown += page_.substr(at, start == std::string::npos ? start : start + kStart.size() - at);
            if (start == std::string::npos) break;
            const std::size_t line_end = page_.find('\n', start + kStart.size());
            const std::string line = page_.substr(start + kStart.size(), line_end - start - kStart.size());
            shown += line + "\n" + printed(line);
            ++verbs[line.substr(0, line.find(' '))];
            at = page_.find(kEnd, line_end);
        }
        if (std::getenv("UPDATE_GOLDEN")) std::ofstream(path_, std::ios::binary) << shown;
        else BOOST_TEST(shown == page_);
        return verbs;
    }

private:
    Workspace work_;
    fs::path path_;
    std::string page_;

    [[nodiscard]] std::string in_folder(const std::string& word) const {
        if (word.starts_with("corpus/sample")) return (work_.path() / ("corpus" + word.substr(13))).string();
        const bool file = word.ends_with(".csv") || word.ends_with(".json") || word == "made";
        return file ? (work_.path() / word).string() : word;
    }

    /// Output and messages; the folder is left out of paths. "> FILE" at the end keeps the output there.
    [[nodiscard]] std::string printed(const std::string& line) const {
        std::vector<std::string> args = shell_words(line);
        for (std::string& word : args) word = in_folder(word);
        std::string kept;
        if (args.size() > 2 && args[args.size() - 2] == ">") {
            kept = args.back();
            args.resize(args.size() - 2);
        }
        const Ran ran = run_minutes(work_.path() / "index", args);
        if (!kept.empty()) std::ofstream(kept, std::ios::binary) << ran.out;
        std::string text = (kept.empty() ? ran.out : "") + ran.err;
        std::erase(text, '\r');
        for (const auto& [from, to] : {std::pair(work_.path().string() + "/corpus", std::string("corpus/sample")), std::pair(work_.path().string() + "/", std::string())})
            for (std::size_t at; (at = text.find(from)) != std::string::npos;) text.replace(at, from.size(), to);
        return text;
    }
};

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

BOOST_AUTO_TEST_CASE(the_readme_shows_what_the_command_prints) {
    int examples = 0;
    for (const auto& [verb, times] : ShownPage("README.md").run()) examples += times;
    BOOST_TEST(examples == 5);
}

BOOST_AUTO_TEST_CASE(the_tour_shows_what_every_verb_prints) {
    const std::map<std::string, int> run = ShownPage("docs/tour.md").run();
    const Workspace work;
    std::istringstream help(run_minutes(work.path() / "index", {"--help"}).out);
    int verbs = 0;
    for (std::string line; std::getline(help, line);) {
        const std::size_t end = line.find("  ", 3);
        if (!line.starts_with("  ") || line.starts_with("  minutes") || end == std::string::npos) continue;
        const std::string verb = line.substr(2, line.find(' ', 2) - 2);
        BOOST_TEST(run.contains(verb), verb << " is not in docs/tour.md");
        ++verbs;
    }
    BOOST_TEST(verbs >= 13);
}
