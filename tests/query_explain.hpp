#pragma once

#include "searcher/query.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

namespace minutes::test {

/// The printed tree, or "! from-to message": the bytes at fault and why.
inline std::string explain(std::string_view query) {
    const Parsed parsed = parse_query(query);
    if (parsed.problem.message.empty()) return to_string(parsed.tree);
    return "! " + std::to_string(parsed.problem.at.begin) + "-" + std::to_string(parsed.problem.at.end) + " " + parsed.problem.message;
}

/// Expectations of long lists end in "...": then only what stands before is compared.
inline std::string cut_like(std::string text, std::string_view expected) {
    if (!expected.ends_with("...")) return text;
    return text.substr(0, expected.size() - 3) + "...";
}

inline std::string repeated(std::string_view piece, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += piece;
    return text;
}

/// Holds what the parser makes of each query, a tree or a fault, against what is expected of it.
template <typename Cases>
void check_queries(const Cases& cases) {
    for (const auto& c : cases)
        BOOST_TEST_CONTEXT("query: " << c.query) BOOST_TEST(cut_like(explain(c.query), c.tree) == c.tree);
}

}  // namespace minutes::test
