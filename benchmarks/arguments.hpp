#pragma once

#include "corpus/problem.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace minutes::bench {

/// `--name value` pairs and the rest, for programs of two or three options.
struct Arguments {
    std::map<std::string, std::string> options;
    std::vector<std::string> rest;

    /// Throws Refused for an option that is not among `known` or has no value.
    Arguments(int argc, char** argv, const std::vector<std::string>& known) {
        for (int i = 1; i < argc; ++i) {
            const std::string word = argv[i];
            if (!word.starts_with("--")) {
                rest.push_back(word);
                continue;
            }
            const std::string name = word.substr(2);
            if (std::find(known.begin(), known.end(), name) == known.end() || i + 1 == argc) throw Refused(word + ": no such option, or no value");
            options[name] = argv[++i];
        }
    }

    [[nodiscard]] std::uint64_t number(const std::string& name, std::uint64_t otherwise) const {
        const auto found = options.find(name);
        return found == options.end() ? otherwise : std::stoull(found->second);
    }
    [[nodiscard]] std::string text(const std::string& name, const std::string& otherwise) const {
        const auto found = options.find(name);
        return found == options.end() ? otherwise : found->second;
    }
};

}  // namespace minutes::bench
