// What holds of every speaker, whatever the text, and what the page says of the rules.
#include "analyzers/speech/attribution_rules.hpp"

#include "analyzers/segment.hpp"
#include "tests/speaker_promises.hpp"
#include "tests/written_meeting.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <sstream>

using namespace minutes;
namespace fs = std::filesystem;

namespace {

std::string text_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> sample_texts() {
    std::vector<std::string> texts;
    for (const auto& entry : fs::recursive_directory_iterator(std::string(MINUTES_SOURCE) + "/corpus/sample"))
        if (entry.is_regular_file() && entry.path().extension() != ".json") texts.push_back(text_of(entry.path()));
    return texts;
}

/// The lines of a text, some of them dropped, doubled or swapped.
std::string mutated(const std::string& text, std::mt19937& random) {
    std::istringstream in(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) {
        const auto dice = random() % 16;
        if (dice != 0) lines.push_back(line);
        if (dice == 1) lines.push_back(line);
        if (dice == 2 && lines.size() > 1) std::swap(lines[lines.size() - 1], lines[lines.size() - 2]);
    }
    std::string out;
    for (const std::string& line : lines) out += line + "\n";
    return out;
}
}  // namespace

BOOST_AUTO_TEST_CASE(promises_hold_for_the_sample_and_what_is_left_of_it) {
    std::mt19937 random(7);
    const std::vector<std::string> texts = sample_texts();
    BOOST_TEST(texts.size() >= 20u);
    for (const std::string& text : texts)
        for (int round = 0; round < 4; ++round) {
            const Document doc = make_document("case.txt", round == 0 ? text : mutated(text, random));
            for (const Meeting& meeting : segment(doc).meetings) BOOST_TEST(test::broken_promises(doc, meeting) == "");
        }
}

BOOST_AUTO_TEST_CASE(candidates_are_bounded) {
    std::string list = "Present: ";
    for (char first = 'A'; first <= 'Z'; ++first)
        for (char second = 'a'; second <= 'z'; ++second) list += std::string("Councillor ") + first + second + "ne Hay, ";
    const auto in = tests::read({.list = list, .paragraphs = "Councillor Hay asked why."});
    const Speaker& speaker = in.meeting.items[1].passages.at(0).speakers.at(0);
    BOOST_TEST(name_of(speaker.resolution) == "ambiguous");
    BOOST_TEST(speaker.candidates.size() == 20u);
}

BOOST_AUTO_TEST_CASE(the_page_lists_the_rules) {
    std::ifstream page(std::string(MINUTES_SOURCE) + "/docs/segmentation.md");
    std::vector<std::string> printed_rows, rows;
    bool in_table = false;
    for (std::string line; std::getline(page, line);) {
        if (line.starts_with("| rule | when it decides |")) in_table = true;
        else if (in_table && line.starts_with("| `")) printed_rows.push_back(line);
        else if (line.empty()) in_table = false;
    }
    for (const AttributionRule& rule : attribution_rules()) rows.push_back("| `" + std::string(rule.id) + "` | " + std::string(rule.says) + " |");
    BOOST_TEST(printed_rows == rows, boost::test_tools::per_element());
}
