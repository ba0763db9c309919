#include "searcher/match.hpp"

#include "indexer/facet_values.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace minutes;

namespace {

std::string marked(std::string_view text, const std::vector<Span>& hits) {
    std::string result;
    std::uint32_t at = 0;
    for (const Span hit : hits) {
        result += std::string(slice(text, {at, hit.begin})) + "«" + std::string(slice(text, hit)) + "»";
        at = hit.end;
    }
    return result + std::string(text.substr(at));
}

/// The text with its hits between « and »; "no" when the record does not answer; the fault when the query is refused.
std::string answer(std::string_view query, const Record& record) {
    const Parsed parsed = parse_query(query);
    if (!parsed.problem.message.empty()) return parsed.problem.message;
    const Matched matched = match(parsed.tree, record, tokenise(record.text));
    return matched.yes ? marked(record.text, matched.hits) : "no";
}

Record with_text(std::string_view text) {
    Record record;
    record.text = text;
    return record;
}

Record sample() {
    Record record;
    record.id = "eastmoor/scrutiny/2021-03-04/3/2";
    record.item_id = "eastmoor/scrutiny/2021-03-04/3";
    record.meeting_id = "eastmoor/scrutiny/2021-03-04";
    record.council = "East Moor Council";
    record.committee = "Children’s Scrutiny Committee";
    record.date = "2021-03-04";
    record.item_title = "Annual Reports on Agency Staff";
    record.kind = "agenda-note";
    record.speakers = {{"vice-chair", "statement", "explicit", "Councillor Anne O’Brien", "The Vice-Chair"},
                       {"dcs", "answer", "explicit", "", "The DCS"},
                       {"vice-chair", "question", "implied", "Councillor Anne O’Brien", "she"}};
    record.text = "Agency staff.";
    record.path = "/minutes/a.txt";
    return record;
}

}  // namespace

BOOST_AUTO_TEST_CASE(matches_words_and_phrases) {
    static constexpr struct { std::string_view query, text, marked; } cases[] = {
        {"", "Any text", "Any text"},
        {"staff", "Staff, staffs and STAFF'S staffing", "«Staff», «staffs» and «STAFF'S» staffing"},
        {"\"staff\"", "Staff, staffs and STAFF'S", "«Staff», staffs and STAFF'S"},
        {"plan", "no such word", "no"},
        {"dying", "They die, dies, died, dying", "They «die», «dies», «died», «dying»"},
        {"policy", "policies police", "«policies» police"},
        {"café", "CAFE cafe\u0301 cafés", "«CAFE» «cafe\u0301» «cafés»"},
        {"finance", "The ﬁnance o\u00ADf ﬁ\u00ADnance", "The «ﬁnance» o\u00ADf «ﬁ\u00ADnance»"},
        // phrases
        {"\"agency staff\"", "Agency staff, agency-staff, agency\nstaff; agency staffs", "«Agency staff», «agency-staff», «agency\nstaff»; agency staffs"},
        {"\"agency staff\"", "staff agency and agency of staff", "no"},
        {"agency-staff", "agency staff", "«agency staff»"},
        {"\"agency staff\" agency", "agency, agency staff", "«agency», «agency staff»"},
        {"\"children's services\"", "Childrens Services CHILDREN’S services children services", "«Childrens Services» «CHILDREN’S services» children services"},
        {"\"childrens services\"", "Children's Services", "«Children's Services»"},
        {"\"its staff\"", "it's staff", "no"},
        {"\"a b\"", "a b a b a", "«a b» «a b» a"},
        {"\"a a\"", "a a a a a", "«a a» «a a» a"},
        {"\"a a\"", "a a  a a", "«a a»  «a a»"},
        {"\"a b\" \"b c d\"", "a b c d a b", "a «b c d» «a b»"},
        {"\"a b\" OR \"b c\"", "a b c", "«a b» c"},
        {"\"b c d\" a", "b c", "no"},
        {"\"the end\"", "the", "no"},
        // names, letters with dots
        {"obrien", "O'Brien, O’BRIEN, OBrien", "«O'Brien», «O’BRIEN», «OBrien»"},
        {"O'Brien", "OBrien", "«OBrien»"},
        {"DCS", "The D.C.S. and DCS's D.C.", "The «D.C.S.» and «DCS's» D.C."},
        // references, sums, percentages
        {"22/00345/FUL", "22/00345/ful, (22/00345/FUL). 22/00345/FUL/A 22 00345 FUL", "«22/00345/ful», («22/00345/FUL»). 22/00345/FUL/A 22 00345 FUL"},
        {"\"22 00345\"", "22/00345/FUL", "«22/00345»/FUL"},
        {"00345 22/00345/FUL", "22/00345/FUL 00345", "«22/00345/FUL» «00345»"},
        {"SPCLL.25", "SPCLL.25.The SPCLL.250", "«SPCLL.25».The SPCLL.250"},
        {"AT&T", "AT&T at t AT & T", "«AT&T» at t AT & T"},
        {"1200", "1,200 £1,200 1200", "«1,200» £«1,200» «1200»"},
        {"£1,200", "1,200 £1,200 £1200 $1,200", "1,200 «£1,200» «£1200» $1,200"},
        {"12.5", "12.5% 12.5", "«12.5»% «12.5»"},
        {"12.5%", "12.5% 12.5", "«12.5%» 12.5"},
        {"12.5 12.5%", "12.5% 12.5", "«12.5%» «12.5»"},
        {"\"saved £5 or 5%\"", "saved £5 or 5%; saved 5 or 5%", "«saved £5 or 5%»; saved 5 or 5%"},
        {"£5m-£7m", "£5m-£7m £5m to £7m 5m-7m", "«£5m-£7m» £5m to £7m 5m-7m"},
        // operators
        {"agency ofsted", "agency", "no"},
        {"agency OR ofsted", "agency staff", "«agency» staff"},
        {"agency -ofsted", "agency staff", "«agency» staff"},
        {"agency -ofsted", "agency Ofsted", "no"},
        {"NOT ofsted", "agency", "agency"},
        {"-(-agency)", "agency", "«agency»"},
        {"(agency -social) OR ofsted", "agency social Ofsted", "agency social «Ofsted»"},
        {"(agency social) OR staff", "agency staff", "agency «staff»"},
        {"agency (staff OR workers)", "agency workers, agency staff", "«agency» «workers», «agency» «staff»"},
        {"and", "staff and pupils", "staff «and» pupils"},
        {"(a OR b) (b OR c)", "b", "«b»"},
    };
    for (const auto& c : cases)
        BOOST_TEST_CONTEXT("query: " << c.query << " text: " << c.text) BOOST_TEST(answer(c.query, with_text(c.text)) == c.marked);
}

BOOST_AUTO_TEST_CASE(filters_hold_or_not) {
    static constexpr struct { std::string_view query; bool yes; } cases[] = {
        {"council:moor", true},          {"council:\"east moor\"", true},  {"council:\"moor east\"", false}, {"council:eastmoor", false},
        {"council:(north east)", true},  {"committee:childrens", true},    {"committee:children’s", true},   {"committee:children", false},
        {"speaker:obrien", true},        {"speaker:\"anne o'brien\"", true}, {"speaker:anne", true},         {"speaker:ann", false},
        {"role:vice-chair", true},       {"role:chair", false},            {"role:dcs", true},               {"role:(chair dcs)", true},
        {"role:dcs role:chair", true},   {"role:dcs AND role:chair", false}, {"role:dcs AND role:vice-chair", true}, {"-role:dcs", false},
        {"kind:agenda-note", true},      {"kind:title", false},            {"year:2021", true},              {"year:2020", false},
        {"year:2019..2021", true},       {"year:..2020", false},           {"date:2021-03", true},           {"date:2021-03-05..", false},
        {"date:2021-03-04", true},       {"date:..2021-03-03", false},     {"date:(2019 2021)", true},       {"is:incomplete", false},
        {"title:agency", true},          {"title:report", true},           {"title:\"reports on\"", true},   {"title:\"report on\"", false},
        {"title:staff title:annual", true}, {"title:ofsted", false},       {"title:agency-staff", true},     {"-title:agency", false},
        {"id:eastmoor/scrutiny/2021-03-04/3/2", true}, {"id:eastmoor", false}, {"item:eastmoor/scrutiny/2021-03-04/3", true},
        {"meeting:eastmoor/scrutiny/2021-03-04", true}, {"file:/minutes/a.txt", true}, {"file:a.txt", false},
        {"agency role:dcs year:2021", true}, {"ofsted role:dcs", false},
    };
    for (const auto& c : cases)
        BOOST_TEST_CONTEXT("query: " << c.query) {
            const Parsed parsed = parse_query(c.query);
            BOOST_TEST(parsed.problem.message == "");
            BOOST_TEST(match(parsed.tree, sample(), tokenise(sample().text)).yes == c.yes);
        }
}

BOOST_AUTO_TEST_CASE(records_that_say_little) {
    Record record = with_text("Ofsted Reports");
    BOOST_TEST(answer("date:..2030", record) == "no");
    BOOST_TEST(answer("-date:..2030 ofsted", record) == "«Ofsted» Reports");
    BOOST_TEST(answer("title:report", record) == "no");
    record.kind = "title";
    BOOST_TEST(answer("title:report ofsted", record) == "«Ofsted» Reports");
    record.item_incomplete = true;
    BOOST_TEST(answer("is:incomplete", record) == "Ofsted Reports");
    BOOST_TEST(answer("ofsted", with_text("")) == "no");
    BOOST_TEST(answer("", with_text("")) == "");
}

BOOST_AUTO_TEST_CASE(facet_values_of_a_record) {
    static constexpr struct { std::string_view field, values; } cases[] = {
        {"council", "East Moor Council|"}, {"committee", "Children’s Scrutiny Committee|"}, {"year", "2021|"}, {"role", "vice-chair|dcs|"},
        {"speaker", "Councillor Anne O’Brien|"}, {"kind", "agenda-note|"}, {"is", ""}, {"title", ""}, {"date", ""},
    };
    for (const auto& c : cases) {
        std::string values;
        for (const std::string& value : facet_values(sample(), *field_named(c.field))) values += value + '|';
        BOOST_TEST_CONTEXT("field: " << c.field) BOOST_TEST(values == c.values);
    }
    for (const Field& field : kFields) BOOST_TEST(facet_values(Record(), field).empty());
}

BOOST_AUTO_TEST_CASE(a_value_contains_the_words_in_a_row) {
    static constexpr struct { std::string_view value, wanted; bool yes; } cases[] = {
        {"East Moor Council", "moor", true},  {"East Moor Council", "east council", false}, {"East-Moor", "east moor", true},
        {"St. Anne’s", "annes", true},        {"St. Annes", "st anne's", true},             {"", "moor", false},
        {"Moor", "", false},                  {"Moorland", "moor", false},
    };
    for (const auto& c : cases)
        BOOST_TEST_CONTEXT(c.value << " / " << c.wanted) BOOST_TEST(value_matches(c.value, c.wanted) == c.yes);
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
