#pragma once

#include "benchmarks/passages_file.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace minutes::bench {

/// What every engine is asked, in no engine's language. A row: class, form, words, role, year, between tabs.
struct Query {
    std::string of;                      ///< the class: "common word", "2-word AND" ...
    std::string form;                    ///< and, or, phrase, prefix, all, mentions (of a phrase, each with its context), count (by role and year)
    std::vector<std::string> words;
    std::string role, year;              ///< filters; "" = none
};

inline std::vector<Query> read_queries(const std::string& path) {
    std::ifstream in(path);
    if (!in) throw Error(path + " cannot be read; make it with benchmarks/draw");
    std::vector<Query> queries;
    for (std::string line; std::getline(in, line);) {
        const std::vector<std::string> cells = split(line, "\t");
        if (cells.size() != 5) throw Error(path + " has a row of another width");
        queries.push_back({cells[0], cells[1], cells[2].empty() ? std::vector<std::string>() : split(cells[2], " "), cells[3], cells[4]});
    }
    return queries;
}

inline std::string joined(const std::vector<std::string>& words, std::string_view by) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : std::string(by)) + word;
    return text;
}

}  // namespace minutes::bench
