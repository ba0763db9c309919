#include "searcher/columns.hpp"
#include "searcher/snippet.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

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
        {"one «hit» here and then a lot of other words until «two» «hits» stand together at last", 30, "…until «two» «hits» stand together…"},
        // A sentence border near the edge is better than a word border.
        {"First things first. Then the «match» comes. And more follows after it all.", 44, "…Then the «match» comes.…"},
        // A hit longer than the window is kept whole.
        {"a «hit that is far longer than the window allows it to be» z", 20, "…«hit that is far longer than the window allows it to be»…"},
        {"é «é» é é é é é é é é é é é é", 10, "é «é» é…"},
        // Different hits are worth more than many alike.
        {"«salt» «salt» «salt» and then nothing of note for a very long while until «salt» and «grit»", 30, "…long while until «salt» and «grit»"},
        // Hits that stand apart are shown in windows of their own.
        {"The «salt» was bought in October for the whole of the winter to come. Nobody spoke of anything else for an hour, and tea was taken. Then the «grit» came up.",
         130, "The «salt» was bought in October for the whole of the winter to … Then the «grit» came up."},
        // A shortened word ends no sentence.
        {"It was said by Mr. Oakenshaw of Corrie Bridge that the «salt» had run out at last in the end", 84, "…said by Mr. Oakenshaw of Corrie Bridge that the «salt» had run out at last in the end"},
        // A hit that does not fit is not cut in two.
        {"the «salt» and some more words and the «very long phrase that is a hit» end", 50, "the «salt» and some more words and the…"},
    };
    for (const auto& c : cases) BOOST_TEST_CONTEXT("text: " << c.text) BOOST_TEST(snippet_of(c.text, c.max) == c.snippet);
}

BOOST_AUTO_TEST_CASE(an_accent_stays_with_its_letter) {
    std::string text;
    for (int i = 0; i < 200; ++i) text += "e\u0301";  // three bytes a letter
    for (std::uint32_t size = 20; size < 40; ++size) {
        const Snippet snippet = make_snippet(text, {{300, 303}}, size);
        BOOST_TEST(snippet.text.size() % 3 == 0u);
        BOOST_TEST(snippet.text.front() == 'e');
        BOOST_TEST(snippet.hits.size() == 1u);
    }
}

BOOST_AUTO_TEST_CASE(columns_are_those_of_a_terminal) {
    BOOST_TEST(columns_of("abc") == 3u);
    BOOST_TEST(columns_of("caf\u00e9") == 4u);
    BOOST_TEST(columns_of("cafe\u0301") == 4u);
    BOOST_TEST(columns_of("\u4e2d\u6587") == 4u);
    BOOST_TEST(columns_of("\xff") == 1u);
    BOOST_TEST(columns_of("") == 0u);
}

// Whatever the text and the hits: every hit shown is one of the text's, none is cut, and the length keeps its limit.
BOOST_AUTO_TEST_CASE(hits_of_any_text_are_exact) {
    std::uint32_t seed = 7;
    const auto random = [&](std::uint32_t below) {
        seed = seed * 1664525u + 1013904223u;
        return (seed >> 8) % below;
    };
    static constexpr std::string_view kWords[] = {"salt", "grit", "a", "caf\u00e9", "e\u0301tude", "end.", "Mr.", "lorry", "\u4e2d\u6587"};
    for (int round = 0; round < 500; ++round) {
        std::string text;
        std::vector<Span> hits;
        const std::uint32_t words = random(120);
        for (std::uint32_t i = 0; i < words; ++i) {
            const std::string_view word = kWords[random(std::size(kWords))];
            if (random(8) == 0) hits.push_back({static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(text.size() + word.size())});
            text += word;
            text += random(20) == 0 ? "\n" : " ";
        }
        const std::size_t limit = 20 + random(200);
        const Snippet snippet = make_snippet(text, hits, limit);
        BOOST_TEST(snippet.text.size() <= limit + 2 * kGap.size());
        BOOST_TEST((hits.empty() || !snippet.hits.empty()));
        for (std::size_t i = 0; i < snippet.hits.size(); ++i) {
            const std::string_view shown = slice(snippet.text, snippet.hits[i]);
            BOOST_TEST(std::any_of(hits.begin(), hits.end(), [&](Span hit) { return slice(text, hit) == shown; }));
            BOOST_TEST((i == 0 || snippet.hits[i - 1].end < snippet.hits[i].begin));
        }
    }
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
