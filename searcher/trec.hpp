#pragma once

#include "corpus/problem.hpp"
#include "searcher/any_search.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace minutes {

/// A query of a set. `text` is words, never syntax.
struct Topic {
    std::string id, text;
};

struct Topics {
    std::vector<Topic> list;            ///< in the order of the file
    std::vector<std::string> problems;  ///< "line 7: no tab between id and query: ..."; such lines are left out
};

/// Reads a set of queries: lines of id, tab, query, or JSON objects, a line each or in one array, with an id ("id", "_id", "qid" or "query_id")
/// and a text ("text", "query" or "title"). Blank lines are skipped. Never throws for bad input.
[[nodiscard]] Topics read_topics(std::string_view bytes);

/// What a run names: files by path or by name (no folder, no extension), items, or passages.
enum class TrecId { passage, item, file, name };

/// One line of a run.
struct RunLine {
    std::string document;
    double score = 0;
};

/// The best `limit` documents of what was found, best first, ties by id. A file or item scores as its best passage,
/// a falling share of the next ones, and what its best passages say of each word together. `matches`: best first.
[[nodiscard]] std::vector<RunLine> run_lines(const std::vector<PartialMatch>& matches, TrecId id, std::size_t limit);

/// "topic Q0 document rank score tag", a line each; white space inside ids becomes %20 and the like.
[[nodiscard]] std::string run_as_text(const std::string& topic, const std::vector<RunLine>& lines, const std::string& tag);

}  // namespace minutes
