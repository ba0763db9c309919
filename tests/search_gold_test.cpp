// The mention counts of the hand-made search labels, per passage, as `mentions` finds them in the real documents.
// These documents are not part of the project: without them the test says that it was left out.
#include "indexer/sync.hpp"
#include "searcher/mentions.hpp"
#include "searcher/reader.hpp"
#include "tests/workspace.hpp"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include <map>

namespace fs = std::filesystem;
using namespace minutes;
using namespace minutes::test;
using Json = nlohmann::json;

namespace {

const fs::path kShared = fs::path(MINUTES_SOURCE) / ".." / "shared";

/// Byte offsets of the code points of `text`, and its size at the end: labels count characters, spans count bytes.
std::vector<std::uint32_t> byte_offsets(const std::string& text) {
    std::vector<std::uint32_t> offsets;
    for (std::uint32_t i = 0; i < text.size(); ++i)
        if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) offsets.push_back(i);
    offsets.push_back(static_cast<std::uint32_t>(text.size()));
    return offsets;
}

/// The id of the labelled passage that holds byte `at`, or "title".
std::string labelled_passage(const Json& gold, const std::vector<std::uint32_t>& offsets, std::uint32_t at) {
    for (const Json& passage : gold["passages"])
        for (const Json& span : passage["spans"])
            if (offsets.at(span[0]) <= at && at < offsets.at(span[1])) return passage["id"];
    return "title";
}

std::map<std::string, int> wanted_counts(const Json& phrase) {
    std::map<std::string, int> counts;
    for (const Json& row : phrase["passages"]) counts[row[0]] += row[2].get<int>();
    if (const int titles = phrase["in_titles"]) counts["title"] = titles;
    return counts;
}

}  // namespace

BOOST_AUTO_TEST_CASE(mentions_are_those_that_a_person_counted) {
    if (!fs::exists(kShared / "gold" / "SEARCH_GOLD.json")) {
        BOOST_TEST_MESSAGE("left out: ../shared/gold is not there");
        BOOST_TEST(true);
        return;
    }
    const Workspace work;
    SyncOptions options;
    options.paths = {fs::canonical(kShared / "minutes").string()};
    options.index = (work.path() / "index").string();
    (void)sync_index(options, [](std::uint64_t, std::uint64_t, const std::string&) {}, std::atomic<bool>(false));
    Reader reader(options.index);

    const Json gold_counts = Json::parse(read_file(kShared / "gold" / "SEARCH_GOLD.json"));
    int compared = 0;
    for (const auto& [seed, phrases] : gold_counts.items()) {
        const Json gold = Json::parse(read_file(kShared / "gold" / (seed + ".gold.json")));
        const auto offsets = byte_offsets(read_file(kShared / "minutes" / (seed + ".txt")));
        for (const auto& [name, phrase] : phrases.items()) {
            const std::string& document = seed;  // a structured binding cannot be captured in C++20 by every compiler
            const std::string words = name.substr(0, name.find(" ("));
            std::map<std::string, int> found;
            // The labels count all passages and titles, whatever their zone, and no furniture.
            (void)find_mentions(reader, make_request(std::move(parse_query("\"" + words + "\" zone:* -kind:furniture").tree)), 20, [&](const KwicLine& mention) {
                if (mention.record->path.find(document) != std::string::npos) ++found[labelled_passage(gold, offsets, mention.in_source.begin)];
            });
            BOOST_TEST(found == wanted_counts(phrase), seed << ": " << name);
            ++compared;
        }
    }
    BOOST_TEST(compared == 50);
}
