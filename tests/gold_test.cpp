// Scores the segmentation of documents against labels made by hand, and fails below the bars.

#include "analyzers/segment.hpp"
#include "corpus/read_document.hpp"
#include "tests/score.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iterator>
#include <sstream>

using namespace minutes;
namespace fs = std::filesystem;

namespace {

struct Bar {
    const char* measure;
    double least;  ///< F1
};

/// Roles are the softest labels: two annotators differ on the passive voice more often than the program may.
constexpr Bar kBars[] = {
    {"passage", 0.97}, {"item", 0.98},       {"number", 0.97}, {"in_item", 0.97}, {"field", 0.97},
    {"incomplete", 1}, {"kind", 0.90},       {"people", 0.95}, {"role", 0.80},
};

std::string contents_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    BOOST_REQUIRE_MESSAGE(file, "cannot read " << path);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// What the folder's minutes.json says where the text is silent.
Given given_for(const fs::path& document) {
    const fs::path path = document.parent_path() / "minutes.json";
    if (!fs::exists(path)) return {};
    const auto json = nlohmann::json::parse(contents_of(path));
    return {json.value("council", ""), json.value("committee", "")};
}

std::vector<fs::path> gold_files(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().string().ends_with(".gold.json")) files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

Score score_file(const fs::path& gold_path, const fs::path& texts) {
    const auto gold = nlohmann::json::parse(contents_of(gold_path));
    const fs::path path = texts / gold.at("file").get<std::string>();
    const auto read = read_document(path.string());
    BOOST_REQUIRE_MESSAGE(std::holds_alternative<Document>(read), path << " is not read");
    const auto& doc = std::get<Document>(read);
    Score score = score_document(gold, contents_of(path), doc, segment(doc, given_for(path)));
    for (std::string& miss : score.misses) miss = gold.at("file").get<std::string>() + ": " + miss;
    return score;
}

std::string table_of(const Score& score) {
    std::ostringstream table;
    table << std::fixed << std::setprecision(3);
    for (const auto& [measure, tally] : score.tallies)
        table << '\n' << std::left << std::setw(12) << measure << " F1 " << tally.f1() << "   precision " << tally.precision()
              << "   recall " << tally.recall() << "   (" << tally.hit << " of " << tally.expected << ')';
    return table.str();
}

void check_against(const fs::path& gold, const fs::path& texts, std::size_t least_files) {
    Score score;
    const std::vector<fs::path> files = gold_files(gold);
    BOOST_TEST(files.size() >= least_files);
    for (const fs::path& file : files) score += score_file(file, texts);
    for (const std::string& miss : score.misses) BOOST_TEST_MESSAGE(miss);
    BOOST_TEST_MESSAGE(files.size() << " documents" << table_of(score));
    for (const Bar& bar : kBars)
        BOOST_TEST(score.tallies[bar.measure].f1() >= bar.least, bar.measure << " F1 is " << score.tallies[bar.measure].f1()
                                                                            << ", the bar " << bar.least);
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_sample_corpus_is_read_as_people_read_it) {
    check_against(MINUTES_SOURCE "/tests/gold", MINUTES_SOURCE "/corpus/sample", 8);
}

BOOST_AUTO_TEST_CASE(real_minutes_are_read_as_people_read_them) {
    const fs::path shared = MINUTES_SOURCE "/../shared";
    if (!fs::exists(shared / "gold")) {
        BOOST_TEST_MESSAGE("left out: no real minutes beside the sources (" << shared.string() << ')');
        return;
    }
    check_against(shared / "gold", shared / "minutes", 1);
}

// A scorer that calls everything right would prove nothing: it must see each kind of fault.
BOOST_AUTO_TEST_CASE(the_scorer_sees_faults) {
    const auto gold = nlohmann::json::parse(R"({
        "meeting": {"council": "Eastmoor Council", "date": "2020-01-02", "present": [{"name": "Mr A Bell", "role": "CHAIR"}]},
        "items": [{"key": "1", "number_inferred": "1", "title": "Caf\u00e9s", "truncated": true}],
        "passages": [{"id": "1", "item": "1", "para": "1.1", "kind": "discussion", "spans": [[6, 30]], "first8": "",
                      "roles_strict": ["DCS"], "acts": ["report"], "persons": [], "speakers": [{"role": "DCS", "act": "report"}]}]})");
    const std::string raw = "Cafés\n1.1 The DCS said no more.\n";
    const Document doc = make_document("test.txt", raw);
    Segmented none;
    none.meetings.emplace_back();
    const Score score = score_document(gold, raw, doc, none);
    for (const char* measure : {"passage", "item", "number", "in_item", "kind", "role", "people", "incomplete", "act"})
        BOOST_TEST(score.tallies.at(measure).f1() == 0.0, measure);
    BOOST_TEST(score.tallies.at("field").hit == 5u);  // council and date are wanted; the other five are rightly empty

    Item item{.number = "1", .title = "CAFÉS", .heading = {}, .kind = PassageKind::discussion, .incomplete = true, .passages = {}};
    item.passages.push_back({.kind = PassageKind::discussion, .parts = {{7, 31}}, .marker = {7, 11}, .number = "1.1",
                             .incomplete = false, .speakers = {{Role::dcs, Act::report, Attribution::explicit_, "", {}}}});
    none.meetings.front().items.push_back(item);
    const Score better = score_document(gold, raw, doc, none);
    for (const char* measure : {"passage", "item", "number", "in_item", "kind", "role", "role_strict", "incomplete", "act"})
        BOOST_TEST(better.tallies.at(measure).f1() == 1.0, measure);
}
