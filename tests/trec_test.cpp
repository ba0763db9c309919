// Sets of queries and runs: what is read, what is written, and what a file is worth whose passages were found.
#include "analyzers/tokens.hpp"
#include "searcher/trec.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace minutes;

namespace {

std::string topics_of(std::string_view bytes) {
    std::string text;
    const Topics topics = read_topics(bytes);
    for (const Topic& topic : topics.list) text += "[" + topic.id + "|" + topic.text + "]";
    for (const std::string& problem : topics.problems) text += "!" + problem.substr(0, problem.find(" is"));
    return text;
}

std::string words_of_text(std::string_view text) {
    std::string shown;
    for (const RankingWord& word : plain_words(text)) {
        if (word.importance == 0 || word.joined) continue;
        shown += (shown.empty() ? "" : " ") + word.form;
        if (word.importance < 1) shown += "*";
    }
    return shown;
}

PartialMatch match_of(const std::string& path, const std::string& item, const std::string& id, double score, std::vector<double> words) {
    PartialMatch match;
    match.path = path;
    match.item_id = item;
    match.id = id;
    match.score = score;
    match.words = std::move(words);
    return match;
}

}  // namespace

BOOST_AUTO_TEST_CASE(sets_of_queries_are_read_whatever_they_hold) {
    static constexpr struct { std::string_view bytes, topics; } cases[] = {
        {"", ""},
        {"1\tflood defences\n2\twhat did \"they\" say (then)?\n", "[1|flood defences][2|what did \"they\" say (then)?]"},
        {"q-1\ta\r\nq-2\tb", "[q-1|a][q-2|b]"},
        {"\n  \n7\ttitle: -x OR\n", "[7|title: -x OR]"},
        {"\xEF\xBB\xBF" "1\tx\n", "[1|x]"},
        {"{\"_id\":\"a\",\"text\":\"b\"}\n{\"id\":3,\"query\":\"c\"}\n{\"qid\":\"4\",\"title\":\"d\"}\n", "[a|b][3|c][4|d]"},
        {"no tab\n1\tx\n{\"id\":\n{\"text\":\"no id\"}\n\tno id\n", "[1|x]!line 1!line 3!line 4!line 5"},
        {"1\t\n", "[1|]"},
        {"[{\"id\":1,\"query\":\"a\"},\n {\"id\":2}, 7]", "[1|a]!entry 2!entry 3"},
        {"[not json\n1\tx", "[1|x]!line 1"},
    };
    for (const auto& c : cases) BOOST_TEST_CONTEXT(c.bytes) BOOST_TEST(topics_of(c.bytes) == c.topics);
}

BOOST_AUTO_TEST_CASE(scaffolding_of_a_question_says_nothing) {
    static constexpr struct { std::string_view text, words; } cases[] = {
        {"", ""},
        {"?!()", ""},
        {"What did Ann Hay think about gritting?", "ann hay gritting"},
        {"Summarize the discussion about the salt barn.", "salt barn"},
        {"Why did the Director disagree with members on parking", "director disagree* members* parking"},
        {"in terms of cost", "cost"},
        {"how many terms of office", "terms office"},
        {"salt Salt SALT", "salt"},
        {"application 22/00345/FUL", "application 22 00345 ful 22/00345/ful"},
        {"what was said?", "what was said"},
    };
    for (const auto& c : cases) BOOST_TEST_CONTEXT(c.text) BOOST_TEST(words_of_text(c.text) == c.words);
}

BOOST_AUTO_TEST_CASE(other_spellings_are_looked_for) {
    const auto also_has = [](std::string_view word, std::string_view other) {
        const std::vector<RankingWord> words = plain_words(word);
        const std::string wanted = stem(other);
        return words.front().stem == wanted || std::find(words.front().also.begin(), words.front().also.end(), wanted) != words.front().also.end();
    };
    static constexpr struct { std::string_view word, other; } cases[] = {
        {"organisation", "organization"}, {"organizations", "organisations"}, {"summarise", "summarize"}, {"labour", "labor"}, {"neighbor", "neighbours"},
        {"centre", "center"}, {"centers", "centres"}, {"programme", "program"}, {"program", "programmes"}, {"licence", "license"}, {"analyze", "analyse"}};
    for (const auto& c : cases) BOOST_TEST(also_has(c.word, c.other), c.word << " and " << c.other);
    BOOST_TEST(!also_has("for", "four"));
    BOOST_TEST(plain_words("what").front().also.empty());
}

BOOST_AUTO_TEST_CASE(two_words_may_be_written_as_one) {
    std::string joined;
    for (const RankingWord& word : plain_words("the cost of child care in a well run plan"))
        if (word.joined) joined += word.form + " ";
    BOOST_TEST(joined == "childcare wellrun runplan ");
}

BOOST_AUTO_TEST_CASE(plain_words_are_never_syntax) {
    BOOST_TEST(plain_query("What (did) \"Ann\" say: role:dcs -NOT OR?") == "what did ann say role dcs not or");
    BOOST_TEST(plain_query("\"(:-") == "");
}

BOOST_AUTO_TEST_CASE(a_file_is_worth_its_passages_together) {
    const std::vector<PartialMatch> found = {match_of("d/a.txt", "a.1", "a.1.x", 5, {5, 0}), match_of("d/b.txt", "b.1", "b.1.x", 4, {4, 0}),
                                             match_of("d/b.txt", "b.2", "b.2.x", 4, {0, 4})};
    const auto first = [&](TrecId id) { return run_lines(found, id, 10).front().document; };
    BOOST_TEST(first(TrecId::passage) == "a.1.x");
    BOOST_TEST(first(TrecId::file) == "d/b.txt");
    BOOST_TEST(first(TrecId::name) == "b");
    BOOST_TEST(first(TrecId::item) == "a.1");
    BOOST_TEST(run_lines(found, TrecId::passage, 2).size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_run_has_six_columns) {
    BOOST_TEST(run_as_text("1", {{"my file.txt", 1.5}, {"", 0.25}}, "a tag") == "1 Q0 my%20file.txt 1 1.500000000 a%20tag\n1 Q0 - 2 0.250000000 a%20tag\n");
}
