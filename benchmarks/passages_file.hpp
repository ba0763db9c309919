#pragma once

#include "corpus/problem.hpp"

#include <algorithm>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace minutes::bench {

/// A row of `minutes export --format tsv --raw-cells`, as far as the engines that are compared index it. A field that the document
/// does not say is "".
struct Passage {
    std::string council, committee, year, kind, text;
    std::vector<std::string> roles, persons;   ///< each value once
};

inline std::vector<std::string> split(std::string_view line, std::string_view by) {
    std::vector<std::string> parts;
    for (std::size_t end = line.find(by); end != std::string_view::npos; end = line.find(by)) {
        parts.emplace_back(line.substr(0, end));
        line.remove_prefix(end + by.size());
    }
    parts.emplace_back(line);
    return parts;
}

/// "a; b; a" as a, b.
inline std::vector<std::string> values_of(const std::string& cell) {
    std::vector<std::string> values;
    if (!cell.empty())
        for (const std::string& value : split(cell, "; "))
            if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
    return values;
}

/// Hands every row to `each`, in the order of the file. Throws Error when it is no such file.
inline void read_passages(const std::string& path, const std::function<void(const Passage&)>& each) {
    std::ifstream in(path);
    std::string line;
    if (!std::getline(in, line)) throw Error(path + " cannot be read; make it with: minutes export --format tsv --raw-cells");
    const std::vector<std::string> header = split(line, "\t");
    const auto column = [&](std::string_view name) {
        const auto found = std::find(header.begin(), header.end(), name);
        if (found == header.end()) throw Error(path + " has no column " + std::string(name));
        return static_cast<std::size_t>(found - header.begin());
    };
    const std::size_t council = column("council"), committee = column("committee"), date = column("date"), kind = column("kind"), text = column("text"),
                      roles = column("roles"), persons = column("persons");
    while (std::getline(in, line)) {
        const std::vector<std::string> cells = split(line, "\t");
        if (cells.size() != header.size()) throw Error(path + " has a row of another width");
        each({cells[council], cells[committee], cells[date].substr(0, 4), cells[kind], cells[text], values_of(cells[roles]), values_of(cells[persons])});
    }
}

}  // namespace minutes::bench
