// The project checks itself: which way the arrows between folders point, who may know Xapian, how files are kept.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

struct Source {
    std::string path;    ///< relative to the repository: "searcher/query.hpp"
    std::string folder;
    std::vector<std::string> lines;
};

/// corpus <- analyzers <- indexer <- searcher <- cli: a folder may include itself and those on its left.
const std::vector<std::string> kOrder = {"corpus", "analyzers", "indexer", "searcher", "cli"};

/// What the searcher may know of the indexer: the schema and the shapes on disk, never the writer.
const std::set<std::string> kSharedByIndexer = {"indexer/schema.hpp", "indexer/record.hpp", "indexer/file_record.hpp", "indexer/index_directory.hpp", "indexer/totals.hpp", "indexer/facet_values.hpp", "indexer/evidence_words.hpp",
                                               "indexer/word_shares.hpp", "indexer/column_file.hpp", "indexer/column_lists.hpp", "indexer/column_shapes.hpp", "indexer/passage_document.hpp"};

/// The few headers that own a Xapian type.
const std::set<std::string> kXapianHeaders = {"searcher/base.hpp", "searcher/candidates.hpp", "searcher/compile.hpp", "searcher/denominator.hpp", "searcher/doc_list.hpp", "searcher/notes.hpp",
                                              "searcher/passage_ranking.hpp", "searcher/reader.hpp"};

std::vector<Source> sources() {
    std::vector<Source> found;
    for (const std::string& folder : kOrder)
        for (const auto& entry : fs::recursive_directory_iterator(fs::path(MINUTES_SOURCE) / folder)) {
            const std::string extension = entry.path().extension();
            if (extension != ".hpp" && extension != ".cpp") continue;
            Source source{fs::relative(entry.path(), MINUTES_SOURCE).string(), folder, {}};
            std::ifstream in(entry.path());
            for (std::string line; std::getline(in, line);) source.lines.push_back(line);
            found.push_back(std::move(source));
        }
    return found;
}

/// "indexer/record.hpp" of the line `#include "indexer/record.hpp"`, else "".
std::string included(const std::string& line) {
    constexpr std::string_view kStart = "#include \"";
    if (!line.starts_with(kStart)) return {};
    return line.substr(kStart.size(), line.rfind('"') - kStart.size());
}

std::ptrdiff_t rank(const std::string& folder) { return std::find(kOrder.begin(), kOrder.end(), folder) - kOrder.begin(); }

bool contains(const Source& source, std::string_view text) {
    return std::any_of(source.lines.begin(), source.lines.end(), [&](const std::string& line) { return line.find(text) != std::string::npos; });
}

}  // namespace

BOOST_AUTO_TEST_CASE(no_arrow_runs_backwards) {
    const std::vector<Source> all = sources();
    BOOST_TEST(all.size() > 40u);
    for (const Source& source : all)
        for (const std::string& line : source.lines) {
            const std::string header = included(line);
            if (header.empty()) continue;
            const std::string folder = header.substr(0, header.find('/'));
            BOOST_TEST_CONTEXT(source.path + " includes " + header) {
                BOOST_TEST(rank(folder) <= rank(source.folder));
                if (source.folder == "searcher" && folder == "indexer") BOOST_TEST(kSharedByIndexer.count(header) == 1u);
            }
        }
}

BOOST_AUTO_TEST_CASE(xapian_is_known_to_few_headers) {
    for (const Source& source : sources())
        if (source.path.ends_with(".hpp") && contains(source, "xapian.h"))
            BOOST_TEST(kXapianHeaders.count(source.path) == 1u, source.path + " shows a Xapian type");
}

/// "Lexeme" of the line `struct Lexeme {` at the left margin, else "".
std::string defined_type(const std::string& line) {
    for (const std::string_view start : {"struct ", "class ", "enum class "}) {
        if (!line.starts_with(start) || line.find('{') == std::string::npos) continue;
        const std::size_t end = line.find_first_of(" :{", start.size());
        return line.substr(start.size(), end - start.size());
    }
    return {};
}

// Two types of one name in one namespace are one type to the linker: each file then uses the other's layout, in silence.
BOOST_AUTO_TEST_CASE(no_two_headers_define_a_type_of_one_name) {
    std::map<std::string, std::string> header_of;
    for (const Source& source : sources()) {
        if (!source.path.ends_with(".hpp") || contains(source, "namespace minutes::")) continue;
        for (const std::string& line : source.lines) {
            const std::string type = defined_type(line);
            if (type.empty()) continue;
            const auto [known, added] = header_of.emplace(type, source.path);
            BOOST_TEST(added, type << " is defined in " << known->second << " and in " << source.path);
        }
    }
    BOOST_TEST(header_of.size() > 50u);
}

BOOST_AUTO_TEST_CASE(xapian_is_used_safely) {
    for (const Source& source : sources()) {
        // Query::MatchAll is a shared object with a reference count that is not atomic.
        BOOST_TEST(!contains(source, "Query::MatchAll"), source.path);
        for (const std::string& line : source.lines) {
            const bool opens = line.find("<Xapian::Database>(") != std::string::npos || line.find("Xapian::WritableDatabase(") != std::string::npos;
            if (opens) BOOST_TEST(contains(source, "DB_BACKEND_GLASS"), source.path + ": " + line);
        }
    }
}

BOOST_AUTO_TEST_CASE(headers_are_guarded_and_files_are_short) {
    for (const Source& source : sources()) {
        if (source.path.ends_with(".hpp")) BOOST_TEST(contains(source, "#pragma once"), source.path);
        BOOST_TEST(source.lines.size() <= 400u, source.path + " does two jobs");
    }
}
