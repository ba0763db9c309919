#include "searcher/snippet.hpp"

#include <boost/test/unit_test.hpp>

using namespace minutes;

namespace {

/// Every «...» in `marked` is a hit; returns the snippet with its hits marked and its cuts shown as ….
std::string snippet_of(std::string_view marked, std::size_t max_bytes) {
    std::string text;
    std::vector<Span> hits;
    for (std::size_t i = 0; i < marked.size();) {
        if (marked.substr(i).starts_with("«")) {
            hits.push_back({static_cast<std::uint32_t>(text.size()), 0});
            i += 2;
        } else if (marked.substr(i).starts_with("»")) {
            hits.back().end = static_cast<std::uint32_t>(text.size());
            i += 2;
        } else {
            text += marked[i++];
        }
    }
    const Snippet snippet = make_snippet(text, hits, max_bytes);
    std::string shown = snippet.cut_before ? "…" : "";
    std::uint32_t at = 0;
    for (const Span hit : snippet.hits) {
        shown.append(slice(snippet.text, {at, hit.begin})).append("«").append(slice(snippet.text, hit)).append("»");
        at = hit.end;
    }
    return shown.append(std::string_view(snippet.text).substr(at)).append(snippet.cut_after ? "…" : "");
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_best_window_is_cut_cleanly) {
    static constexpr struct { std::string_view text; std::size_t max; std::string_view snippet; } cases[] = {
        {"", 40, ""},
        {"short and whole", 40, "short and whole"},
        {"no hits at all but a text that is rather long for it", 20, "no hits at all but a…"},
        {"the «agency» staff", 40, "the «agency» staff"},
        // The window goes where most hits are, not where the first is.
        {"one «hit» here and then a lot of other words until «two» «hits» stand together at last", 30, "…until «two» «hits» stand…"},
        // A sentence border near the edge is better than a word border.
        {"First things first. Then the «match» comes. And more follows after it all.", 44, "…Then the «match» comes.…"},
        // A hit longer than the window is kept whole.
        {"a «hit that is far longer than the window allows it to be» z", 20, "…«hit that is far longer than the window allows it to be»…"},
        {"é «é» é é é é é é é é é é é é", 10, "é «é» é…"},
    };
    for (const auto& c : cases) BOOST_TEST_CONTEXT("text: " << c.text) BOOST_TEST(snippet_of(c.text, c.max) == c.snippet);
}

BOOST_AUTO_TEST_CASE(a_text_without_spaces_is_cut_between_characters) {
    std::string text;
    for (int i = 0; i < 1000; ++i) text += "é";
    for (std::uint32_t at : {0u, 500u, 1998u}) {
        const Snippet snippet = make_snippet(text, {{at, at + 2}}, 101);
        BOOST_TEST(snippet.text.size() <= 104u);
        BOOST_TEST(snippet.text.size() % 2 == 0u);
        BOOST_TEST(snippet.hits.size() == 1u);
    }
}
