// Exports are read by Python's csv, json and xml modules, which hold them against each other and against the sources.
#include "tests/workspace.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace fs = std::filesystem;
using namespace minutes::test;

namespace {

constexpr char kHostile[] =
    "Minutes of the meeting of the Quarry <Panel> & Board held on 3 May 2021\n\nPresent: Councillor Aldous Penhallow (Chair)\n\n1.   WINDMILLS  &\n     <AIRSHIPS>\n\n"
    "The Chair said \"zeppelins\" & agency staff were late: ]]> \x1b[31mred\x1b[0m \x7f \u009b \u202e \uFFFE\uFFFF end.\n\n"
    "- =SUM(A1) was a formula;\tso was this.\n\n- @agency staff, as the Clerk wrote.\n\n- '=quoted, agency staff.\n";

struct Desk {
    Workspace work;

    Desk() {
        fs::copy(fs::path(MINUTES_SOURCE) / "corpus" / "sample", work.path() / "corpus", fs::copy_options::recursive);
        work.write("corpus/hostile & <odd>.txt", kHostile);
        BOOST_REQUIRE(run({"index", (work.path() / "corpus").string()}).exit == 0);
    }
    [[nodiscard]] Ran run(const std::vector<std::string>& args) const { return run_minutes(work.path() / "index", args); }
    void keep(const std::string& name, const std::vector<std::string>& args, int exit = 0) const {
        const Ran ran = run(args);
        BOOST_TEST_CONTEXT(name << ": " << ran.err) BOOST_REQUIRE(ran.exit == exit);
        work.write("kept/" + name, ran.out);
    }
};

std::string value_of(const std::string& json, const std::string& name) {
    const std::size_t at = json.find("\"" + name + "\":\"") + name.size() + 4;
    return json.substr(at, json.find('"', at) - at);
}

}  // namespace

BOOST_AUTO_TEST_CASE(readers_that_are_not_ours_read_what_was_exported) {
    const Desk desk;
    for (const std::string format : {"jsonl", "csv", "tsv", "vrt"}) desk.keep("export." + format, {"export", "agency OR the", "--zone", "*", "--format", format});
    for (const std::string format : {"jsonl", "atom"}) {
        desk.keep("search." + format, {"search", "agency", "--limit", "all", "--format", format});
        desk.keep("mentions." + format, {"mentions", "agency", "--format", format});
    }
    const std::string meeting = value_of(desk.run({"search", "zeppelins", "--format", "jsonl"}).out, "meeting_id");
    desk.keep("index.json", {"index", (desk.work.path() / "corpus").string(), "--format", "json"});
    desk.keep("segmented.json", {"segment", (desk.work.path() / "corpus/calderick/2018-03-08-environment-and-transport.txt").string(), "--format", "json"});
    desk.keep("search.json", {"search", "concept:agency-staff OR staffed", "--facet", "speaker:3", "--explain", "--format", "json"});
    desk.keep("partial.json", {"search", "agency zeppelins repairs", "--any", "--format", "json"}, 1);
    desk.keep("suggested.json", {"search", "overspnd zeppelinesque", "--format", "json"}, 1);
    desk.keep("mentions.json", {"mentions", "~DCS", "--group", "year", "--sample", "9", "--format", "json"});
    for (const std::string format : {"json", "jsonl"}) desk.keep("decisions." + format, {"decisions", "--format", format});
    desk.keep("checked.json", {"check", "--sources", "--format", "json"});
    desk.keep("verified.json", {"verify", (desk.work.path() / "kept/search.jsonl").string(), "--format", "json"});
    for (const std::string query : {"agency", "~DCS"}) {
        const std::string file = (desk.work.path() / ("kept/" + query + ".manifest")).string();
        BOOST_REQUIRE(desk.run({"count", query, "--manifest", file}).exit == 0);
    }
    desk.work.write("kept/diff.json", desk.run({"diff", (desk.work.path() / "kept/agency.manifest").string(), (desk.work.path() / "kept/~DCS.manifest").string(), "--format", "json"}).out);
    desk.keep("passage.json", {"show", value_of(desk.run({"search", "\"agency staff\"", "--format", "jsonl"}).out, "id"), "--around", "1", "--query", "agency", "--format", "json"});
    desk.keep("meeting.akn", {"show", meeting, "--format", "akn"});
    desk.keep("meeting.json", {"show", meeting, "--format", "json"});
    for (const std::string format : {"popolo", "csv", "tsv"}) desk.keep("people." + format, {"people", "--format", format});
    for (const std::string format : {"json", "jsonl", "csv", "tsv"}) desk.keep("count." + format, {"count", "agency", "--by", "council", "--by", "role", "--format", format});
    for (const std::string format : {"json", "csv", "tsv"}) {
        desk.keep("coverage." + format, {"coverage", "--format", format});
        desk.keep("absent." + format, {"coverage", "--absent", "agency", "--format", format});
        desk.keep("roles." + format, {"coverage", "--roles", "--format", format});
    }
    const fs::path report = desk.work.path() / "report";
    // Debian's Python, for the packages that .ci/install-packages installs are its.
    const std::string command = "/usr/bin/python3 '" + (fs::path(MINUTES_SOURCE) / "tests/formats_check.py").string() + "' '" + (desk.work.path() / "kept").string() + "' '" +
                                (fs::path(MINUTES_SOURCE) / "docs/minutes.schema.json").string() + "' >'" + report.string() + "' 2>&1";
    const int status = std::system(command.c_str());
    BOOST_TEST(status == 0, read_file(report));
}

BOOST_AUTO_TEST_CASE(an_export_holds_every_passage_once_in_the_order_of_the_files) {
    const Desk desk;
    const auto lines = [](const std::string& text) { return std::count(text.begin(), text.end(), '\n'); };
    const struct { std::vector<std::string> filters; } cases[] = {
        {{}}, {{"--zone", "*"}}, {{"agency"}}, {{"\"agency staff\"", "--council", "harrowmere"}}, {{"--kind", "decision", "--year", "2021"}},
        {{"agency OR repairs", "--role", "dcs"}}, {{"-agency"}},
        {{"item:{agency ofsted}"}}, {{"agency meeting:{\"agency staff\" overspend}"}}, {{"-item:{agency}", "--kind", "decision"}}};
    for (const auto& c : cases) {
        std::vector<std::string> exported{"export"}, found{"search", "--limit", "all", "--no-facets", "--format", "jsonl"};
        exported.insert(exported.end(), c.filters.begin(), c.filters.end());
        found.insert(found.end(), c.filters.begin(), c.filters.end());
        const Ran ran = desk.run(exported);
        BOOST_TEST(lines(ran.out) == lines(desk.run(found).out), (c.filters.empty() ? "everything" : c.filters.front()));
        BOOST_TEST(ran.out == desk.run(exported).out);
    }
    BOOST_TEST(desk.run({"export", "zeppelinesque"}).exit == 1);
    BOOST_TEST(desk.run({"export", "\"agency"}).exit == 2);
    BOOST_TEST(desk.run({"export", "--format", "text"}).exit == 2);
}
