#include "tests/match_cases.hpp"

#include "indexer/facet_values.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace minutes;
using namespace minutes::test;

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
        // wildcards
        {"staff*", "Staff, staffing; stafford's STAFF'S sta", "«Staff», «staffing»; «stafford's» «STAFF'S» sta"},
        {"childrens*", "Children's childrens' children", "«Children's» «childrens»' children"},
        {"children's*", "Children's childrens children", "«Children's» «childrens» children"},
        {"22/003*", "22/00345/FUL 22/00445/FUL 22 00345", "«22/00345/FUL» 22/00445/FUL 22 00345"},
        {"ref*", "REF/22 and ref. reference", "«REF»/22 and «ref». «reference»"},
        {"\"agenc* staff\"", "agency staff, agencies staff, agent staff", "«agency staff», «agencies staff», agent staff"},
        {"\"agency staff*\"", "agency staffing; agency-staff; agency of staff", "«agency staffing»; «agency-staff»; agency of staff"},
        {"staff* -staffing", "staff", "«staff»"},
        {"staff* -staffing", "staff staffing", "no"},
        // alternatives
        {"\"agency (staff|worker*)\"", "agency staff, agency workers, agency nurses", "«agency staff», «agency workers», agency nurses"},
        {"\"(agency|bank) staff\"", "agency bank staff", "agency «bank staff»"},
        {"\"the (chief executive|director) said\"", "The director said; the chief executive said; the chief said", "«The director said»; «the chief executive said»; the chief said"},
        {"\"(a|b) (a|b)\"", "a b b c a", "«a b» b c a"},
        // exact forms
        {"=staff", "Staff, staffs and STAFF’S", "«Staff», staffs and STAFF’S"},
        {"=staff staff", "staffs", "no"},
        {"=staff staff", "staffs staff", "«staffs» «staff»"},
        // distances in any order
        {"\"a b\"~1", "a b, b a, a c b", "«a» «b», «b» «a», a c b"},
        {"\"a b\"~2", "a c b c d a", "«a» c «b» c d a"},
        {"\"a b\"~3", "a c b c d a", "«a» c «b» c d «a»"},
        {"\"a b c\"~1", "c a b c", "«c» «a» «b» «c»"},
        {"\"a b c\"~2", "a x b x c", "no"},
        {"\"a b c\"~3", "a x b x c", "«a» x «b» x «c»"},
        {"\"a a\"~2", "a b", "no"},
        {"\"a a\"~2", "a x a x x a", "«a» x «a» x x a"},
        {"\"(a|b) (b|c)\"~1", "b", "no"},
        {"\"(a|b) b\"~1", "b x b a", "b x «b» «a»"},
        {"\"staff staff*\"~2", "staff staffing", "«staff» «staffing»"},
        {"\"staff staff*\"~2", "staff", "no"},
        // NEAR and ADJ
        {"a NEAR/1 b", "a b x b x a b a", "«a» «b» x b x «a» «b» «a»"},
        {"a NEAR/2 b", "a x x b a", "a x x «b» «a»"},
        {"a ADJ/2 b", "b a x b a x x b", "b «a» x «b» a x x b"},
        {"staff NEAR/3 overspend", "staffs x x overspending; staff x x x overspend", "«staffs» x x «overspending»; «staff» x x x overspend"},
        {"a NEAR/1 a", "a", "no"},
        {"a NEAR/1 a", "a a x a", "«a» «a» x a"},
        {"a NEAR/2 b NEAR/2 c", "a b c", "«a» «b» «c»"},
        {"a NEAR/2 b NEAR/2 c", "a x b x x c x a", "no"},
        {"a NEAR/2 b NEAR/2 c", "b a c a b", "«b» «a» «c» «a» «b»"},
        {"a ADJ/1 b ADJ/1 c", "a b x b c x a b c", "a b x b c x «a» «b» «c»"},
        {"\"a b\" NEAR/2 \"c d\"", "a b x c d; a b x x c d", "«a b» x «c d»; «a b» x x c d"},
        {"\"a b\" NEAR/5 \"b c\"", "a b c", "no"},
        {"agency NEAR/2 (cost* OR \"spend on\")", "agency costs; spend on agency; spend agency", "«agency» «costs»; «spend on» «agency»; spend agency"},
        {"(a NEAR/1 b) -c", "a b", "«a» «b»"},
        {"(a NEAR/1 b) a", "a x a b", "«a» x «a» «b»"},
        // start of the passage
        {"^the", "The director and the chair", "«The» director and the chair"},
        {"^\"the director\"", "– The Director: the director", "– «The Director»: the director"},
        {"^director", "The director", "no"},
        {"^(the OR a)", "A the", "«A» the"},
        {"^direct*", "Directors", "«Directors»"},
        {"-^the", "A the", "A the"},
        {"the ^the", "the the", "«the» «the»"},
    };
    for (const auto& c : cases)
        BOOST_TEST_CONTEXT("query: " << c.query << " text: " << c.text) BOOST_TEST(answer(c.query, with_text(c.text)) == c.marked);
}

BOOST_AUTO_TEST_CASE(a_word_answers_with_its_family) {
    Word word;
    word.form = word.stem = "staff";
    word.family = {"staf", "personnel"};
    const Node node{word, {}};
    const Record record = with_text("Staff, staffing, staffed; personnel and person");
    BOOST_TEST(marked(record.text, match(node, record, tokenise(record.text)).hits) == "«Staff», «staffing», «staffed»; «personnel» and person");
    BOOST_TEST(to_string(node) == "staff+staf+personnel");
}

BOOST_AUTO_TEST_CASE(an_expansion_says_which_alternative_was_found) {
    Parsed parsed = parse_query("~DCS NEAR/3 said");
    auto& expansion = std::get<Expansion>(std::get<Near>(parsed.tree.is).operands.front().is);
    for (const char* other : {"=dcs", "\"director of children's services\"", "\"director of children's\""}) expansion.alternatives.push_back(parse_query(other).tree);
    const Record record = with_text("The DCS said: the Director of Children’s Services, far from it, was the DCS. Director of Childrens Services said.");
    const Matcher matcher(parsed.tree);
    const Matched matched = matcher.match(record);
    BOOST_TEST(marked(record.text, matched.hits) == "The «DCS» «said»: the «Director of Children’s Services», far from it, was the DCS. «Director of Childrens Services» «said».");
    BOOST_REQUIRE(matched.leaves.size() == matched.hits.size());
    BOOST_TEST(matched.leaves[0] == &expansion.alternatives[0]);
    BOOST_TEST(matched.leaves[2] == &expansion.alternatives[1]);
    BOOST_TEST(matched.leaves[3] == &expansion.alternatives[1]);
    BOOST_TEST(to_string(parsed.tree) == "(~DCS{=dcs \"director of children's services\" \"director of children's\"} NEAR/3 said)");
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
