// Any bytes as a query: a tree, or a problem with a place in the query. What is printed of a tree is the same whenever it is parsed.
#include "corpus/decode.hpp"
#include "searcher/query.hpp"
#include "tests/fuzz/target.hpp"

using namespace minutes;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = fuzz::input(data, size);
    const Parsed parsed = parse_query(text, "2024-05-06");
    if (!parsed.problem.message.empty()) {
        fuzz::require(parsed.problem.at.begin <= parsed.problem.at.end && parsed.problem.at.end <= text.size() + 1, "a problem outside the query");
        fuzz::require(!with_caret(text, parsed.problem).empty(), "nothing to show");
        return 0;
    }
    const std::string printed = to_string(parsed.tree);
    fuzz::require(printed == to_string(parse_query(text, "2024-05-06").tree), "two readings of one query");
    fuzz::require(!is_utf8(text) || is_utf8(printed), "what is printed is not UTF-8");
    return 0;
}
