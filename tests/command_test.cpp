// Drives the built command as a user would, on a copy of the sample corpus, and compares what it prints with golden files.
#include "tests/workspace.hpp"

#include <boost/test/unit_test.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace fs = std::filesystem;
using namespace minutes::test;

namespace {

/// A copy of the sample corpus and an index beside it.
class Desk {
public:
    Desk() {
        fs::copy(fs::path(MINUTES_SOURCE) / "corpus" / "sample", corpus(), fs::copy_options::recursive);
    }

    [[nodiscard]] fs::path corpus() const { return work_.path() / "corpus"; }
    [[nodiscard]] fs::path index() const { return work_.path() / "index"; }
    [[nodiscard]] const Workspace& work() const { return work_; }
    [[nodiscard]] Ran run(const std::vector<std::string>& args) const { return run_minutes(index(), args); }
    [[nodiscard]] Ran run_index() const { return run({"index", corpus().string()}); }

    /// What a command printed, with the temporary directory called DESK.
    [[nodiscard]] std::string normalised(std::string text) const {
        for (std::size_t at; (at = text.find(work_.path().string())) != std::string::npos;) text.replace(at, work_.path().string().size(), "DESK");
        return text;
    }

private:
    Workspace work_;
};

std::size_t count_lines(const std::string& text) { return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')); }

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

BOOST_AUTO_TEST_CASE(answers_are_those_of_the_golden_files) {
    const Desk desk;
    const Ran indexed = desk.run_index();
    BOOST_TEST(indexed.exit == 0, indexed.err);
    check_golden("index.txt", desk.normalised(indexed.out));
    const struct { std::string name; std::vector<std::string> args; int exit; } cases[] = {
        {"search_agency_staff.txt", {"search", "\"agency staff\""}, 0},
        {"search_by_dcs.txt", {"search", "\"agency staff\"", "--role", "dcs", "--sort", "date"}, 0},
        {"search_explain.txt", {"search", "agency -ofsted council:averill", "--limit", "2", "--explain"}, 0},
        {"search_decisions.csv", {"search", "--kind", "decision", "--limit", "5", "--sort", "-date", "--format", "csv"}, 0},
        {"search_agency_staff.json", {"search", "\"agency staff\"", "--limit", "2", "--format", "json"}, 0},
        {"mentions_agency_staff.txt", {"mentions", "\"agency staff\""}, 0},
        {"mentions_agency_staff.jsonl", {"mentions", "\"agency staff\"", "--format", "jsonl"}, 0},
        {"mentions_right.txt", {"mentions", "\"agency staff\"", "--sort", "right", "--context", "5", "--limit", "12"}, 0},
        {"mentions_group.txt", {"mentions", "\"agency staff\"", "--group", "year", "--sample", "12", "--seed", "7"}, 0},
        {"mentions_sentence.jsonl", {"mentions", "\"agency staff\"", "--context", "sentence", "--group", "council", "--limit", "3", "--format", "json"}, 0},
        {"show_around.txt", {"show", "ksd31r526y.spcyp-22.87cvd6", "--around", "1", "--query", "\"agency staff\" OR ofsted OR children"}, 0},
        {"show_around.json", {"show", "ksd31r526y.spcyp-22.87cvd6", "--around", "0", "--query", "\"agency staff\"", "--format", "json"}, 0},
        {"coverage.txt", {"coverage"}, 0},
        {"coverage.csv", {"coverage", "--format", "csv"}, 0},
        {"coverage_gaps.txt", {"coverage", "--council", "harrowmere", "--by", "year", "--gaps", "300"}, 0},
        {"coverage.json", {"coverage", "--committee", "children", "--format", "json"}, 0},
        {"coverage_absent.txt", {"coverage", "--absent", "\"agency staff\""}, 0},
        {"coverage_absent.csv", {"coverage", "--absent", "overspend role:dcs", "--year", "2022", "--format", "csv"}, 0},
        {"coverage_absent.json", {"coverage", "--absent", "asylum", "--council", "eskmoorshire", "--format", "json"}, 0},
        {"coverage_roles.txt", {"coverage", "--roles"}, 0},
        {"coverage_roles.csv", {"coverage", "--roles", "--format", "csv"}, 0},
        {"decisions.txt", {"decisions", "--council", "averill", "--from", "2023"}, 0},
        {"decisions_actions.csv", {"decisions", "--kind", "action", "--owner", "housing", "--format", "csv"}, 0},
        {"decisions_movers.json", {"decisions", "--mover", "*", "--format", "json"}, 0},
        {"decisions_mention.txt", {"decisions", "\"agency staff\"", "--kind", "decision"}, 0},
        {"count.txt", {"count", "\"agency staff\""}, 0},
        {"count_by_role.txt", {"count", "\"agency staff\"", "--by", "role", "--from", "2019"}, 0},
        {"search_acronym.txt", {"search", "~DCS", "--limit", "1", "--no-facets", "--explain"}, 0},
        {"search_concept.json", {"search", "concept:food-insecurity OR staffed", "--limit", "1", "--no-facets", "--format", "json"}, 0},
        {"search_suggest.txt", {"search", "overspnd", "--no-facets"}, 1},
        {"count_concept.txt", {"count", "concept:agency-staff"}, 0},
        {"search_concept_explained.txt", {"search", "concept:send", "--limit", "0", "--no-facets", "--explain"}, 0},
        {"count_by_council_year.csv", {"count", "overspend", "--by", "council", "--by", "year", "--format", "csv"}, 0},
        {"count_by_year.json", {"count", "--kind", "decision", "--council", "averill", "--by", "year", "--format", "json"}, 0},
        {"count_by_role.jsonl", {"count", "~DCS", "--by", "role", "--format", "jsonl"}, 0},
        {"people_role.txt", {"people", "--council", "calderick", "--role", "cabinet-member"}, 0},
        {"people_chair.csv", {"people", "--role", "chair", "--from", "2020", "--format", "csv"}, 0},
        {"people_name.popolo", {"people", "osei", "--year", "2023", "--format", "popolo"}, 0},
        {"count_nothing.txt", {"count", "zeppelin", "--council", "harrowmere"}, 1},
        {"search_facets.txt", {"search", "agency", "--limit", "0", "--facet", "speaker:3", "--facet", "year:value", "--facet", "month:value:4", "--facet-search", "committee:chi peo", "--facet", "is", "--facet", "zone:all"}, 0},
        {"search_facets.json", {"search", "agency", "--limit", "0", "--facet", "speaker:2", "--facet-search", "speaker:marg", "--format", "json"}, 0},
        {"search_nothing.txt", {"search", "zeppelin"}, 1},
        {"search_partial.txt", {"search", "--plain", "What did the Director say about agency staff?", "--limit", "3"}, 1},
        {"search_any.json", {"search", "agency cost overspend", "--any", "--limit", "1", "--no-facets", "--format", "json"}, 0},
        {"search_run.trec", {"search", "What did the Director say about agency staff?", "--format", "trec", "--limit", "5"}, 0},
        {"search_elsewhere.txt", {"search", "\"to receive a presentation\""}, 1},
        {"search_zone.txt", {"search", "registrable", "--zone", "declarations", "--facet", "zone"}, 0},
        {"mentions_attendance.txt", {"mentions", "public", "--kind", "attendance"}, 0},
        {"search_zones.json", {"search", "minutes", "--limit", "0", "--format", "json"}, 0},
    };
    for (const auto& c : cases) {
        const Ran ran = desk.run(c.args);
        BOOST_TEST(ran.exit == c.exit, c.name << ": " << ran.err);
        check_golden(c.name, desk.normalised(ran.out));
    }
}

BOOST_AUTO_TEST_CASE(the_index_mirrors_the_folder) {
    const Desk desk;
    BOOST_TEST(desk.run_index().exit == 0);
    const Ran before = desk.run({"mentions", "\"agency staff\"", "--format", "jsonl"});

    const Ran unchanged = desk.run_index();
    BOOST_TEST(has(unchanged.out, "0 files added, 0 changed, 0 removed"));
    BOOST_TEST(desk.run({"mentions", "\"agency staff\"", "--format", "jsonl"}).out == before.out);

    const fs::path extra = desk.work().write("corpus/extra/one.txt",
        "Minutes of the meeting of the Quarry Panel held on 3 May 2021\n\n1. WINDMILLS\n\nThe Chair said that zeppelins were agency staff.\n");
    BOOST_TEST(has(desk.run_index().out, "1 file added, 0 changed, 0 removed"));
    BOOST_TEST(desk.run({"search", "zeppelins"}).exit == 0);
    BOOST_TEST(count_lines(desk.run({"mentions", "\"agency staff\"", "--format", "jsonl"}).out) == count_lines(before.out) + 1);

    desk.work().write("corpus/extra/one.txt",
        "Minutes of the meeting of the Quarry Panel held on 3 May 2021\n\n1. WINDMILLS\n\nThe Chair said that airships were late.\n");
    BOOST_TEST(has(desk.run_index().out, "0 files added, 1 changed, 0 removed"));
    BOOST_TEST(desk.run({"search", "zeppelins"}).exit == 1);
    BOOST_TEST(desk.run({"search", "airships"}).exit == 0);

    fs::remove(extra);
    // The folder of a vanished file is empty now: that may be a mount that went away, so it takes a word to believe it.
    fs::remove(extra.parent_path());
    BOOST_TEST(has(desk.run_index().out, "0 files added, 0 changed, 1 removed"));
    BOOST_TEST(desk.run({"search", "airships"}).exit == 1);
    BOOST_TEST(desk.run({"mentions", "\"agency staff\"", "--format", "jsonl"}).out == before.out);
}

BOOST_AUTO_TEST_CASE(a_missing_folder_does_not_empty_the_index) {
    const Desk desk;
    BOOST_TEST(desk.run_index().exit == 0);
    fs::rename(desk.corpus(), desk.work().path() / "elsewhere");
    const Ran missing = desk.run_index();
    BOOST_TEST(missing.exit == 3);
    BOOST_TEST(has(missing.err, desk.corpus().string()));
    fs::create_directory(desk.corpus());
    const Ran empty = desk.run_index();
    BOOST_TEST(empty.exit == 3, "an empty mount point");
    BOOST_TEST(desk.run({"search", "\"agency staff\""}).exit == 0);
    BOOST_TEST(desk.run({"index", desk.corpus().string(), "--allow-empty"}).exit == 0);
    BOOST_TEST(desk.run({"search", "\"agency staff\""}).exit == 1);
}

BOOST_AUTO_TEST_CASE(every_id_that_is_printed_can_be_shown) {
    const Desk desk;
    BOOST_TEST(desk.run_index().exit == 0);
    const Ran hits = desk.run({"search", "\"agency staff\"", "--format", "jsonl", "--limit", "3"});
    std::istringstream lines(hits.out);
    std::size_t shown = 0;
    for (std::string line; std::getline(lines, line); ++shown)
        for (const std::string_view key : {"\"id\":\"", "\"item_id\":\"", "\"meeting_id\":\""}) {
            const std::size_t at = line.find(key) + key.size();
            const std::string id = line.substr(at, line.find('"', at) - at);
            BOOST_TEST(desk.run({"show", id}).exit == 0, id);
        }
    BOOST_TEST(shown == 3u);
    BOOST_TEST(desk.run({"show", "nothing.like.this"}).exit == 1);
}

BOOST_AUTO_TEST_CASE(bad_requests_are_refused_with_a_sentence) {
    const Desk desk;
    BOOST_TEST(desk.run({"search", "x"}).exit == 3);  // no index yet
    BOOST_TEST(desk.run_index().exit == 0);
    const struct { std::vector<std::string> args; int exit; std::string_view says; } cases[] = {
        {{}, 2, "--help"},
        {{"serch", "x"}, 2, "serch"},
        {{"search", "\"agency"}, 2, "^"},
        {{"search", "rolle:dcs"}, 2, "rolle"},
        {{"search", "x", "--role", "dsc"}, 2, "dcs"},
        {{"search", "x", "--sort", "size"}, 2, "relevance"},
        {{"search", "x", "--limit", "ten"}, 2, "--limit"},
        {{"search", "x", "--from", "soon"}, 2, "--from"},
        {{"search", "x", "--form", "json"}, 2, "--help"},
        {{"search", "x", "--format", "xml"}, 2, "json"},
        {{"search", "st*"}, 2, "wildcard"},
        {{"mentions", "--role", "dcs"}, 2, "search"},
        {{"count", "x", "--by", "nothing"}, 2, "choose among council"},
        {{"count", "x", "--by", "title"}, 2, "choose among council"},
        {{"count", "x", "--by", "role", "--by", "role"}, 2, "twice"},
        {{"count", "x", "--by", "role", "--by", "year", "--by", "kind"}, 2, "two"},
        {{"count", "x", "--by"}, 2, "--help"},
        {{"count", "x", "--month", "2024"}, 2, "2024-03"},
        {{"count", "month:2024-13"}, 2, "2024-03"},
        {{"coverage", "--by", "role"}, 2, "year"},
        {{"coverage", "--gaps", "many"}, 2, "--gaps"},
        {{"coverage", "--gaps", "-3"}, 2, "--gaps"},
        {{"coverage", "--absent", ""}, 2, "query"},
        {{"coverage", "--absent", "\"agency"}, 2, "^"},
        {{"coverage", "--absent", "the"}, 1, ""},
        {{"coverage", "--council", "atlantis"}, 1, "atlantis"},
        {{"coverage", "--year", "next"}, 2, "2021"},
        {{"show"}, 2, "id"},
        {{"decisions", "--kind", "voted"}, 2, "recommended"},
        {{"decisions", "--owner", "nobody of this name"}, 1, "owner"},
        {{"search", "x", "--zone", "notes"}, 2, "agenda"},
        {{"search", "x", "--facet", "size"}, 2, "zone"},
        {{"search", "x", "--facet", "x"}, 2, "choose among council"},
        {{"search", "x", "--facet", "title"}, 2, "choose among council"},
        {{"search", "x", "--facet", "speaker:-1"}, 2, "from 1"},
        {{"search", "x", "--facet", "speaker:0"}, 2, "from 1"},
        {{"search", "x", "--facet", "speaker:"}, 2, "from 1"},
        {{"search", "x", "--facet", "speaker:20:30"}, 2, "from 1"},
        {{"search", "x", "--facet", "speaker:value:count"}, 2, "from 1"},
        {{"search", "x", "--facet", "speaker:99999999999999"}, 2, "from 1"},
        {{"search", "x", "--facet", "role", "--facet", "role:3"}, 2, "twice"},
        {{"search", "x", "--facet-search", "speaker"}, 2, "speaker:marl"},
        {{"search", "x", "--facet-search", "speaker:..."}, 2, "speaker:marl"},
        {{"search", "x", "--facet-search", "nobody:marl"}, 2, "choose among council"},
        {{"search", "the", "--limit", "0"}, 0, ""},
        {{"segment"}, 2, "FILE"},
        {{"segment", "/no/such/file"}, 3, "/no/such/file"},
        {{"index"}, 2, "FOLDER"},
        {{"index", "/no/such/folder"}, 3, "/no/such/folder"},
        {{"search", "x", "--council", "atlantis"}, 1, "atlantis"},
    };
    for (const auto& c : cases) {
        const Ran ran = desk.run(c.args);
        BOOST_TEST_CONTEXT((c.args.empty() ? "(no verb)" : c.args.front()) << ": " << ran.err) {
            BOOST_TEST(ran.exit == c.exit);
            BOOST_TEST(has(ran.err, c.says), "says " << c.says);
        }
    }
}

BOOST_AUTO_TEST_CASE(every_verb_explains_itself) {
    const Desk desk;
    BOOST_TEST(desk.run({"--help"}).exit == 0);
    BOOST_TEST(desk.run({"--version"}).exit == 0);
    for (const std::string verb : {"index", "search", "mentions", "count", "decisions", "show", "export", "diff", "verify", "check", "segment", "coverage", "generate"}) {
        const Ran help = desk.run({verb, "--help"});
        BOOST_TEST(help.exit == 0, verb);
        BOOST_TEST(help.out.starts_with("minutes " + verb), verb);
        BOOST_TEST(has(help.out, "Exit codes"), verb);
    }
}

BOOST_AUTO_TEST_CASE(hostile_files_do_not_harm_their_neighbours) {
    const Desk desk;
    const Workspace& work = desk.work();
    const fs::path folder = work.path() / "hostile";
    const auto minutes_of = [](const std::string& word) { return "Minutes of the Test Panel held on 1 June 2020\n\n1. BUSINESS\n\nThe Chair mentioned " + word + ".\n"; };
    work.write("hostile/good1.txt", minutes_of("firstgood"));
    work.write("hostile/empty.txt", "");
    work.write("hostile/binary.txt", std::string("\x7f""ELF\0\0\1\2\3\xff\xfe\0\0", 14) + std::string(5000, '\0'));
    work.write("hostile/latin1.txt", minutes_of("caf\xe9 latinword"));
    work.write("hostile/broken.txt", minutes_of("brokenword \xff\xc3\x28 end"));
    work.write("hostile/report.pdf", "%PDF-1.4 not read in this version");
    work.write("hostile/two\nlines \x1b[31m.txt", minutes_of("newlineword"));
    {
        std::ofstream line(folder / "oneline.txt");
        const std::string chunk = "The Director reported that the onelineword programme continued. ";
#ifdef MINUTES_SANITIZED
        const std::size_t bytes = 5u << 20;  // a sanitizer makes it ten times slower
#else
        const std::size_t bytes = 50u << 20;
#endif
        for (std::size_t written = 0; written < bytes; written += chunk.size()) line << chunk;
    }
    work.write("hostile/unreadable.txt", minutes_of("secretword"));
    fs::permissions(folder / "unreadable.txt", fs::perms::none);
    fs::create_directory_symlink(folder, folder / "loop");
    fs::create_symlink("/dev/zero", folder / "zero.txt");
    BOOST_REQUIRE(mkfifo((folder / "pipe.txt").c_str(), 0600) == 0);
    work.write("hostile/zgood2.txt", minutes_of("lastgood"));

    const Ran ran = desk.run({"index", folder.string()});
    BOOST_TEST(ran.exit == 0, ran.err);
    for (const std::string word : {"firstgood", "lastgood", "latinword", "brokenword", "newlineword", "onelineword"})
        BOOST_TEST(desk.run({"search", word, "--limit", "1"}).exit == 0, word);
    for (const std::string_view file : {"empty.txt", "binary.txt", "report.pdf", "pipe.txt", "zero.txt", "loop"})
        BOOST_TEST(has(ran.out, file), file << " is named with its reason");
    if (geteuid() != 0) BOOST_TEST(has(ran.out, "unreadable.txt"));
    BOOST_TEST(!has(ran.out, "\x1b["), "a file name must not reach the terminal raw");
    const Ran shown = desk.run({"search", "newlineword"});
    BOOST_TEST(!has(shown.out, "\x1b["));
}
