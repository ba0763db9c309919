#include "analyzers/facts/word_finder.hpp"

#include "analyzers/facts/scan.hpp"
#include "analyzers/people/word_sets.hpp"

#include <boost/test/unit_test.hpp>

#include <random>
#include <string>

namespace minutes {
namespace {

const std::vector<std::string_view> kPhrases = {"met", "meeting", "met at", "held on", "- off", "a", "council chamber", "caf\u00e9", "5 pm"};
const WordSet kSome = {"and", "councillor", "a-very-long-word-of-many-letters", "o'brien"};

/// What the finder should find, one phrase after the other.
std::vector<std::pair<std::size_t, std::size_t>> found_singly(std::string_view text) {
    std::vector<std::pair<std::size_t, std::size_t>> hits;
    for (std::size_t phrase = 0; phrase < kPhrases.size(); ++phrase)
        for (std::size_t at = scan::find_word(text, kPhrases[phrase]); at != std::string_view::npos; at = scan::find_word(text, kPhrases[phrase], at + 1)) hits.emplace_back(at, phrase);
    return hits;
}

}  // namespace

BOOST_AUTO_TEST_CASE(finds_what_each_phrase_finds_alone) {
    const WordFinder finder(kPhrases);
    std::mt19937 random(11);
    const std::vector<std::string> pieces = {"met", "MET", " ", "  ", "\n", "\n\n", "at", "Meeting", "held", "on", "-", "off", "a", "council\u00a0chamber", "caf\u00e9", "\u2019", ".", "5", "pm", "x", "\u2014"};
    for (int round = 0; round < 5000; ++round) {
        std::string text;
        for (std::size_t count = random() % 14; count > 0; --count) text += pieces[random() % pieces.size()];
        std::vector<std::pair<std::size_t, std::size_t>> hits;
        for (const auto [at, phrase] : finder.all_in(text)) hits.emplace_back(at, phrase);
        BOOST_TEST_CONTEXT("text: " << text) {
            BOOST_TEST((hits == found_singly(text)));
            BOOST_TEST(finder.any_in(text) == !hits.empty());
        }
    }
}

BOOST_AUTO_TEST_CASE(words_fold_to_one_form_that_knows_its_sets) {
    static constexpr struct { std::string_view letters, form; bool in_set; } cases[] = {
        {"And", "and", true}, {"AND", "and", true}, {"an", "an", false}, {"Councillor", "councillor", true}, {"councillors", "councillors", false},
        {"a", "a", false}, {"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz", false}, {"abcdefgh", "abcdefgh", false}, {"abcdefghijklmnop", "abcdefghijklmnop", false}};
    for (const auto& c : cases)
        BOOST_TEST_CONTEXT("word: " << c.letters) {
            BOOST_TEST(folded_letters(c.letters).form == c.form);
            BOOST_TEST(folded_word(c.form).form.data() == folded_letters(c.letters).form.data());
            BOOST_TEST(kSome.has(folded_letters(c.letters)) == c.in_set);
        }
    BOOST_TEST(kSome.has(folded_word("o'brien")));
    BOOST_TEST(kSome.has(folded_word("a-very-long-word-of-many-letters")));
    BOOST_TEST(!kSome.has(folded_word("a-very-long-word-of-many-lettres")));
}

BOOST_AUTO_TEST_CASE(every_short_word_has_a_form_of_its_own) {
    std::vector<std::string> words;
    for (const char a : std::string_view("ab'1-")) {
        words.push_back({a});
        for (const char b : std::string_view("ab'1-")) {
            words.push_back({a, b});
            for (const char c : std::string_view("ab'1-")) words.insert(words.end(), {{a, b, c}, {a, b, c, 'z'}, {a, b, c, 'z', 'z', 'z', 'z', 'z'}, {a, 'z', 'z', 'z', 'z', 'z', 'z', b, c}});
        }
    }
    for (const std::string& word : words) BOOST_TEST(folded_word(word).form == word);
}

}  // namespace minutes
