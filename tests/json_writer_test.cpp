#include "analyzers/json_text.hpp"
#include "analyzers/json_writer.hpp"

#include <nlohmann/json.hpp>

#include <boost/test/unit_test.hpp>

#include <random>

namespace minutes {

using Json = nlohmann::ordered_json;

BOOST_AUTO_TEST_CASE(strings_are_written_as_the_library_writes_them) {
    const std::string cases[] = {"", "plain", "a \"quoted\" \\ back", "tab\tline\nreturn\rbell\x07 del\x7f", "caf\u00e9 \u2019 \u20ac \U0001F600",
                                 "stray \xff byte", "cut \xe2\x80", "overlong \xc0\xaf", "C1 \u009b31m \u0080", "\u202e overrides \u2066", "cut \xc2", "surrogate \xed\xa0\x80", "\x80", std::string("nul \0 inside", 12)};
    for (const std::string& text : cases)
        BOOST_TEST_CONTEXT("text: " << text) {
            JsonWriter json;
            json.string(text);
            BOOST_TEST(std::move(json).finished() == json_block(text));
        }
}

BOOST_AUTO_TEST_CASE(any_bytes_are_written_as_the_library_writes_them) {
    std::mt19937 random(7);
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (std::size_t length = random() % 12; text.size() < length;) text += static_cast<char>(random() % 2 == 0 ? random() % 256 : "\xe2\x80\x99\"a\\\n\x7f\xc2\xae\xa6\x81"[random() % 12]);
        JsonWriter json;
        json.string(text);
        BOOST_TEST(std::move(json).finished() == json_block(text));
    }
}

BOOST_AUTO_TEST_CASE(values_nest_as_the_library_nests_them) {
    JsonWriter json;
    json.begin_object();
    json.key("empty").begin_array();
    json.end_array();
    json.key("none").begin_object();
    json.end_object();
    json.key("list").begin_array();
    json.string("a");
    json.span({3, 7});
    json.begin_object();
    json.key("b").boolean(true);
    json.key("c").string_or_null("");
    json.end_object();
    json.end_array();
    json.key("half").number(0.5);
    json.key("most").number(std::uint64_t{18446744073709551615u});
    json.end_object();
    Json expected;
    expected["empty"] = Json::array();
    expected["none"] = Json::object();
    Json third;
    third["b"] = true;
    third["c"] = nullptr;
    expected["list"] = Json::array({"a", Json::array({3, 7}), third});
    expected["half"] = 0.5;
    expected["most"] = 18446744073709551615u;
    BOOST_TEST(std::move(json).finished() == expected.dump(1) + "\n");
}

BOOST_AUTO_TEST_CASE(json_keeps_its_values_and_shows_no_control_character) {
    static constexpr struct { std::string_view json, safe; } cases[] = {
        {"\"plain £7.1m – café\"", "\"plain £7.1m – café\""}, {"\"a\x7f\"", "\"a\\u007f\""}, {"\"\u009b31m\"", "\"\\u009b31m\""},
        {"\"\u202ex\"", "\"\\u202ex\""}, {"\"\u2028 \u00a0\"", "\"\u2028 \u00a0\""}, {"\"\u20ac \u00c2\"", "\"\u20ac \u00c2\""}, {"\"\xe2\x80", "\"\xe2\x80"},
    };
    for (const auto& c : cases) BOOST_TEST(json_printable(std::string(c.json)) == c.safe);
}

}  // namespace minutes
