// Whatever the text: every byte in one place, and in linear time.
#include "analyzers/structure/structure.hpp"

#include "tests/structure_dump.hpp"
#include "tests/tiling_fault.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>
#include <sstream>

using namespace minutes;
using namespace minutes::test;

namespace {

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}
std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    std::istringstream in{std::string(text)};
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

std::size_t some_place(const std::string& line, std::mt19937& random) {
    std::size_t at = random() % (line.size() + 1);
    while (at < line.size() && (static_cast<unsigned char>(line[at]) & 0xC0) == 0x80) ++at;
    return at;
}

/// One seeded change of one line: drop, repeat, indent, re-case, cut in two, join with the next, or spoil with bytes.
std::string mutated(std::string_view text, std::mt19937& random) {
    std::vector<std::string> lines = lines_of(text);
    const std::size_t changes = 1 + random() % 12;
    for (std::size_t i = 0; i < changes && !lines.empty(); ++i) {
        const std::size_t at = random() % lines.size();
        std::string& line = lines[at];
        switch (random() % 8) {
            case 0: lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(at)); break;
            case 1: lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at), 1 + random() % 4, std::string(line)); break;
            case 2: line.insert(0, random() % 9, ' '); break;
            case 3: for (char& c : line) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c))); break;
            case 4: if (line.size() > 2) line.insert(some_place(line, random), "\n"); break;
            case 5: if (at + 1 < lines.size()) { line += " " + lines[at + 1]; lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(at) + 1); } break;
            case 6: line.insert(some_place(line, random), random() % 2 != 0 ? " | " : "\u00A0"); break;
            default: line += random() % 2 != 0 ? " view the full minutes text for item 3." : " PDF 3 KB"; break;
        }
    }
    std::string changed;
    for (const std::string& line : lines) changed += line + "\n";
    return changed;
}

double seconds_for(const std::string& text) {
    const Document doc = make_document("case.txt", text);
    const auto begin = std::chrono::steady_clock::now();
    const Segmented segmented = find_structure(doc);
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begin;
    BOOST_TEST(tiling_fault(doc, segmented) == "");
    return spent.count();
}
}  // namespace

BOOST_AUTO_TEST_CASE(tiles_any_text) {
    const std::string cases[] = {
        "", "\n", "\r\r\r", "\xEF\xBB\xBF", "|", "||||", "---|---|\n|", "1.", "**", "##", "\u00A0", "RESOLVED:", "Minutes:", "Present:", "ACTION:", "iv)  ...  view the full minutes text for item 27.",
        "view the full", "PDF 3 KB", "pdf icon PDF 3 KB", "Agenda item", "Agenda item\n", "1.\n2.\n3.\n", "Agenda and minutes\n1.\n\n2.\n\n3.\n", "view the\nfull minutes text\nfor item 5. More text.",
        "line one\rline two\rline three", repeated("RESOLVED:\n\n", 50), repeated("Present:\n", 50), repeated("Minutes:\n\n", 50), repeated("</AI1>\n", 9),
        "\u2026 view the full minutes text for item 5", "a\u2026  view the full agenda text for item 5.b"};
    for (const std::string& text : cases) BOOST_TEST_CONTEXT("text: " << text.substr(0, 60)) BOOST_TEST(fault_of(text) == "");
}

BOOST_AUTO_TEST_CASE(tiles_mutated_documents) {
    std::mt19937 random(20231);
    std::vector<std::string> texts = {std::string(kNumberedPage), std::string(kPdfText), std::string(kWebPage)};
    for (const char* folder : {"/../shared/minutes", "/../shared/skeletons"}) {
        const std::filesystem::path path = std::string(MINUTES_SOURCE) + folder;
        if (!std::filesystem::exists(path)) {
            std::cout << "left out: no " << path << '\n';
            continue;
        }
        for (const auto& entry : std::filesystem::directory_iterator(path))
            if (entry.path().extension() == ".txt") {
                std::ifstream in(entry.path());
                texts.push_back(std::string(std::istreambuf_iterator<char>(in), {}));
            }
    }
    for (int round = 0; round < 60; ++round)
        for (const std::string& text : texts) {
            const std::string changed = mutated(text, random);
            BOOST_TEST_CONTEXT("round " << round << ": " << changed.substr(0, 200)) BOOST_TEST(fault_of(changed) == "");
        }
}

BOOST_AUTO_TEST_CASE(cuts_long_text_into_ordinary_passages) {
    const std::string text = repeated("The Chair said \u2018yes\u2019 to that. ", 6000);
    const Document doc = make_document("case.txt", text);
    const Segmented segmented = find_structure(doc);
    BOOST_TEST(tiling_fault(doc, segmented) == "");
    BOOST_REQUIRE_EQUAL(segmented.meetings.size(), 1u);
    const std::vector<Passage>& passages = segmented.meetings[0].items.at(0).passages;
    BOOST_TEST(passages.size() > 5u);
    for (const Passage& passage : passages) {
        BOOST_TEST(passage_text(doc.text, passage).size() <= 32768u);
        BOOST_TEST(passage_text(doc.text, passage).ends_with("that."));
    }
    BOOST_TEST(segmented.problems.size() == 2u);
}

#ifdef MINUTES_SANITIZED
constexpr std::size_t kSmaller = 10;  // the sanitizers take more than ten times as long
#else
constexpr std::size_t kSmaller = 1;
#endif

BOOST_AUTO_TEST_CASE(finds_every_item_of_a_very_long_list) {
#ifdef MINUTES_SANITIZED
    constexpr std::size_t kItems = 12'000;
#else
    constexpr std::size_t kItems = 200'000;
#endif
    std::string text = "Minutes of the Parks Committee held on 3 May 2021\n\n";
    for (std::size_t i = 1; i <= kItems; ++i) text += std::to_string(i) + ". Benches of oak\n\nMs Elm spoke of oak.\n\n";
    const Document doc = make_document("case.txt", text);
    const Segmented segmented = find_structure(doc);
    BOOST_REQUIRE(segmented.meetings.size() == 1u);
    BOOST_TEST(segmented.meetings.front().items.size() == kItems);
    BOOST_TEST(segmented.meetings.front().items.back().number == std::to_string(kItems));
}

BOOST_AUTO_TEST_CASE(takes_linear_time) {
    const std::pair<const char*, std::string> cases[] = {
        {"one line of letters", repeated("x", (5u << 20) / kSmaller)},
        {"one line of words", repeated("the committee noted 1. A 2. B view PDF | ", 120000 / kSmaller)},
        {"short lines", repeated("ab\n", 100000 / kSmaller)},
        {"numbers", repeated("1.\n\nTitle\n\n", 30000 / kSmaller)},
        {"bullets", repeated("- item\n", 100000 / kSmaller)},
        {"marks", repeated("view the full minutes text for item 5. ", 50000 / kSmaller)},
        {"views", repeated("view ", 500000 / kSmaller)},
        {"decisions", repeated("RESOLVED:\n\n(a) x;\n\n", 30000 / kSmaller)},
        {"codes", repeated("AB.1 TITLE\n\ntext\n\n", 30000 / kSmaller)},
        {"tables", repeated("a | b ||\n", 60000 / kSmaller)},
        {"blank", repeated(" \n", 300000 / kSmaller)},
        {"actions", repeated("It was so. ACTION: x ", 100000 / kSmaller)},
    };
    for (const auto& [name, text] : cases) {
        const double spent = seconds_for(text);
        BOOST_TEST_CONTEXT(name) BOOST_TEST(spent < 20.0);   // quadratic work took minutes, linear work less than a second
    }
}
