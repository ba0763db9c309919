// How facets are listed: the syntax, and that listing never changes a count.
#include "searcher/facet_wish.hpp"

#include "corpus/problem.hpp"

#include <boost/test/unit_test.hpp>

using namespace minutes;

namespace {

std::string printed(const std::string& text) {
    try {
        const FacetWish wish = parse_facet(text);
        const std::string most = !wish.most ? "-" : *wish.most == static_cast<std::size_t>(-1) ? "all" : std::to_string(*wish.most);
        return std::string(wish.field->name) + " " + most + (wish.order == FacetOrder::value ? " value" : " count");
    } catch (const Refused&) {
        return "refused";
    }
}

std::string listed(const std::string& wanted, const std::string& words) {
    Facet facet;
    facet.field = field_named("speaker");
    facet.values = {{"Ann Marlow", 3}, {"Bea Okoro", 7}, {"", 3}, {"Cai Marlowe-Finch", 3}, {"Dee Smith", 1}};
    facet.distinct = facet.values.size();
    FacetWish wish = parse_facet(wanted);
    wish.words = words;
    arrange(facet, wish);
    std::string text = std::to_string(facet.distinct) + "/" + std::to_string(facet.matching) + ":";
    for (const FacetValue& value : facet.values) text += " " + (value.value.empty() ? "-" : value.value.substr(0, 3)) + std::to_string(value.passages);
    return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(facets_are_read) {
    const struct { std::string text, wish; } cases[] = {
        {"speaker", "speaker - count"}, {"speaker:20", "speaker 20 count"}, {"year:value", "year - value"}, {"council:50:value", "council 50 value"},
        {"council:value:50", "council 50 value"}, {"role:all", "role all count"}, {"role:all:value", "role all value"}, {"is:1:count", "is 1 count"},
        {"", "refused"}, {":20", "refused"}, {"x", "refused"}, {"title", "refused"}, {"date", "refused"}, {"speaker:", "refused"}, {"speaker:-1", "refused"},
        {"speaker:0", "refused"}, {"speaker:+5", "refused"}, {"speaker:5x", "refused"}, {"speaker:99999999999", "refused"}, {"speaker:5:6", "refused"},
        {"speaker:all:6", "refused"}, {"speaker:count:value", "refused"}, {"speaker:size", "refused"}, {"Speaker", "refused"},
    };
    for (const auto& c : cases) BOOST_TEST(printed(c.text) == c.wish, c.text);
    for (const std::string bad : {"", "speaker", "speaker:", "speaker: ..", "x:y", ":marl"}) BOOST_CHECK_THROW((void)parse_facet_search(bad), Refused);
    BOOST_TEST(parse_facet_search("speaker:Marl O").words == "marl o");
}

BOOST_AUTO_TEST_CASE(facets_are_listed) {
    const struct { std::string wish, words, list; } cases[] = {
        {"speaker", "", "5/5: Bea7 -3 Ann3 Cai3 Dee1"},
        {"speaker:2", "", "5/5: Bea7 -3"},
        {"speaker:value", "", "5/5: Ann3 Bea7 Cai3 Dee1 -3"},
        {"speaker:all", "marl", "5/2: Ann3 Cai3"},
        {"speaker:1", "marl", "5/2: Ann3"},
        {"speaker", "fin marl", "5/1: Cai3"},
        {"speaker", "arlow", "5/0:"},
    };
    for (const auto& c : cases) BOOST_TEST(listed(c.wish, c.words) == c.list, c.wish << " " << c.words);
}

BOOST_AUTO_TEST_CASE(no_more_values_are_asked_for_than_will_be_listed) {
    const auto wanted = [](std::initializer_list<const char*> facets, std::optional<std::size_t> unsaid, const std::string& words = {}) {
        std::vector<FacetWish> wishes;
        for (const char* facet : facets) wishes.push_back(parse_facet(facet));
        if (!words.empty()) wishes.back().words = words;
        const std::optional<std::size_t> most = values_wanted(wishes, unsaid);
        return most ? std::to_string(*most) : std::string("all");
    };
    BOOST_TEST(wanted({"speaker"}, 12) == "12");
    BOOST_TEST(wanted({"speaker"}, std::nullopt) == "all");
    BOOST_TEST(wanted({"speaker:20", "role"}, 12) == "20");
    BOOST_TEST(wanted({"speaker:3"}, std::nullopt) == "3");
    BOOST_TEST(wanted({"speaker:3", "role:all"}, 12) == "all");
    BOOST_TEST(wanted({"speaker:3:value"}, 12) == "all");     // the first by value may be those with the fewest passages
    BOOST_TEST(wanted({"speaker:3"}, 12, "marl") == "all");
    BOOST_TEST(wanted({}, 12) == "0");
}
