// What match() decides, held against equivalent queries and against a second way of deciding.
#include "tests/match_cases.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace minutes;
using namespace minutes::test;

/// Two ways to write one question: the same hits on every text.
BOOST_AUTO_TEST_CASE(equivalent_queries_have_the_same_answers) {
    static constexpr struct { std::string_view one, other; } pairs[] = {
        {"agency STAFF", "Agency staff"},           {"\"agency staff\"", "“Agency Staff”"},       {"café", "cafe\u0301"},
        {"children’s", "children's"},               {"agency staff", "staff agency"},             {"agency staff", "(agency) ((staff))"},
        {"agency AND staff", "agency staff"},       {"-(-staff)", "staff"},                       {"-(-(agency OR staff))", "agency OR staff"},
        {"(agency staff) cost", "agency (staff cost)"}, {"agency OR staff", "staff OR agency"},   {"\"agency staff\"~3", "=agency NEAR/3 =staff"},
        {"=agency NEAR/3 =staff", "=staff NEAR/3 =agency"}, {"\"agency (staff|cost)\"", "\"agency staff\" OR \"agency cost\""},
        {"\"agency staff\"", "=agency ADJ/1 =staff \"agency staff\""}, {"agency-staff", "\"agency staff\""}, {"=staff", "\"staff\""},
        {"-(agency OR staff)", "-agency -staff"},   {"-(agency staff)", "-agency OR -staff"},     {"^staff", "^(staff)"},
    };
    const std::vector<std::string> words = {"agency", "staff", "staffs", "cost", "the", "Agency", "Café", "children's", "STAFF"};
    std::mt19937 random(11);
    for (int round = 0; round < 500; ++round) {
        std::string text;
        for (auto count = random() % 9; count > 0; --count) text += (text.empty() ? "" : " ") + words[random() % words.size()];
        for (const auto& pair : pairs)
            BOOST_TEST_CONTEXT(pair.one << " / " << pair.other << " in " << text) BOOST_TEST(answer(pair.one, with_text(text)) == answer(pair.other, with_text(text)));
    }
}

// --- The same decided a second way: strings, no tokens, no positions ---

namespace naive {

/// A text of words and single spaces, with a space before and after; hits are found by searching it for " word ".
std::string padded(std::string_view text) {
    std::string result = " ";
    for (const char c : text) result += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return result + ' ';
}

std::string pattern(const Phrase& phrase) {
    std::string text = " ";
    for (const Place& place : phrase.places) text += place.any.front().form + ' ';
    return text;
}

std::vector<Span> places(const std::string& text, const std::string& wanted) {
    std::vector<Span> found;
    for (std::size_t at = text.find(wanted); at != std::string::npos; at = text.find(wanted, at + 1))
        found.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + wanted.size() - 2)});  // the padding is one byte
    return found;
}

std::vector<Span> places(const std::string& text, const Word& word) {
    std::vector<Span> found;
    for (std::size_t at = 0, end = 0; (end = text.find(' ', at + 1)) != std::string::npos; at = end) {
        const std::string other = text.substr(at + 1, end - at - 1);
        if (other == word.form || (!word.stem.empty() && stem(other) == word.stem))
            found.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end - 1)});
    }
    return found;
}

bool holds(const Node& node, const std::string& text, std::vector<Span>& hits) {
    if (const auto* word = std::get_if<Word>(&node.is)) {
        const auto found = places(text, *word);
        hits.insert(hits.end(), found.begin(), found.end());
        return !found.empty();
    }
    if (const auto* phrase = std::get_if<Phrase>(&node.is)) {
        const auto found = places(text, pattern(*phrase));
        hits.insert(hits.end(), found.begin(), found.end());
        return !found.empty();
    }
    if (const auto* negated = std::get_if<Not>(&node.is)) {
        std::vector<Span> unused;
        return !holds(*negated->of, text, unused);
    }
    std::size_t yes = 0, no = 0;
    std::vector<Span> inner;
    const auto* all = std::get_if<All>(&node.is);
    for (const Node& of : all != nullptr ? all->of : std::get<Any>(node.is).of) {
        std::vector<Span> own;
        (holds(of, text, own) ? yes : no) += 1;
        inner.insert(inner.end(), own.begin(), own.end());
        if (no > 0 && all != nullptr) return false;
    }
    if (yes == 0) return false;
    hits.insert(hits.end(), inner.begin(), inner.end());
    return true;
}

/// Takes the hit of most words, then the leftmost, and strikes out all that overlap it, until none is left.
std::vector<Span> disjoint(std::vector<Span> hits, std::string_view text) {
    const auto words = [&](Span hit) { return std::count(text.begin() + hit.begin, text.begin() + hit.end, ' ') + 1; };
    std::vector<Span> kept;
    while (!hits.empty()) {
        Span best = hits.front();
        for (const Span hit : hits)
            if (words(hit) > words(best) || (words(hit) == words(best) && hit.begin < best.begin)) best = hit;
        kept.push_back(best);
        std::erase_if(hits, [&](Span hit) { return hit.begin < best.end && best.begin < hit.end; });
    }
    std::sort(kept.begin(), kept.end());
    return kept;
}

}  // namespace naive

namespace {

std::string random_query(std::mt19937& random, const std::vector<std::string>& words, int depth) {
    const auto word = [&] { return words[random() % words.size()]; };
    const auto kind = depth == 0 ? random() % 4 : random() % 9;
    if (kind < 2) return word();
    if (kind == 2) return '"' + word() + '"';
    if (kind == 3) return '"' + word() + ' ' + word() + (random() % 2 != 0 ? ' ' + word() : "") + '"';
    const std::string left = random_query(random, words, depth - 1), right = random_query(random, words, depth - 1);
    if (kind < 6) return '(' + left + ' ' + right + ')';
    if (kind < 8) return '(' + left + " OR " + right + ')';
    return "-(" + left + ')';
}

}  // namespace

BOOST_AUTO_TEST_CASE(agrees_with_a_naive_second_way) {
    const std::vector<std::string> words = {"a", "b", "staff", "staffs", "agency", "agencies", "die", "dying", "plan", "planned"};
    std::mt19937 random(1999);
    int yes = 0;
    for (int round = 0; round < 30'000; ++round) {
        std::string text;
        for (auto count = random() % 12; count > 0; --count) text += (text.empty() ? "" : " ") + words[random() % words.size()];
        const std::string query = random_query(random, words, 3);
        const Parsed parsed = parse_query(query);
        BOOST_REQUIRE_MESSAGE(parsed.problem.message.empty(), query);
        const Matched matched = match(parsed.tree, with_text(text), tokenise(text));
        std::vector<Span> hits;
        const bool expected = naive::holds(parsed.tree, naive::padded(text), hits);
        BOOST_REQUIRE_MESSAGE(matched.yes == expected, query << " / " << text);
        const std::string marks = expected ? marked(text, naive::disjoint(hits, text)) : text;
        BOOST_REQUIRE_MESSAGE(marked(text, matched.hits) == marks, query << "\n" << marked(text, matched.hits) << "\n" << marks);
        yes += expected ? 1 : 0;
    }
    BOOST_TEST(yes > 5000);
    BOOST_TEST(yes < 25'000);
}

/// The matcher stems a word only where its first letters allow it; this is what it relies on.
BOOST_AUTO_TEST_CASE(a_stem_keeps_the_letters_that_the_matcher_compares) {
    static constexpr std::string_view endings[] = {"", "s", "es", "ed", "ing", "y", "ies", "ied", "ying", "ly", "ational", "ization", "iveness", "fulness",
                                                   "ousli", "ement", "able", "ible", "e", "'s", "edly", "ingly", "ated", "bled", "ized", "alize", "ity"};
    std::mt19937 random(3);
    for (int round = 0; round < 100'000; ++round) {
        std::string form;
        for (auto count = 1 + random() % 6; count > 0; --count) form += "abdefgilnoprstuy"[random() % 16];
        form += endings[random() % std::size(endings)];
        const std::string wanted = stem(form);
        const Parsed parsed = parse_query(form);
        const auto* word = std::get_if<Word>(&parsed.tree.is);
        BOOST_REQUIRE_MESSAGE(word != nullptr, form);
        Word by_stem;
        by_stem.form = "?";
        by_stem.stem = word->stem;
        Node node{by_stem, {}};
        BOOST_REQUIRE_MESSAGE(match(node, with_text(form), tokenise(form)).yes, form << " has the stem " << wanted);
    }
}
