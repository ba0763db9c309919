// Exports are read back, and every row is checked against its source: what was changed by one byte fails, and it alone.
#include "searcher/export_rows.hpp"
#include "searcher/printable.hpp"
#include "searcher/table.hpp"
#include "searcher/verify.hpp"
#include "tests/workspace.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace fs = std::filesystem;
using namespace minutes;
using namespace minutes::test;

namespace {

constexpr std::string_view kPanel =
    "Minutes of the meeting of the Quarry Panel held on 3 May 2021\n\n1.   WINDMILLS  AND\n     AIRSHIPS\n\n"
    "The Chair said that zeppelins were late and that the agency staff had left.\n\n"
    "- =SUM(A1) was the formula that the Treasurer wanted to see in the second of the two tables.\n\n"
    "2.   KILNS\n\nThe Clerk reported that the \x1b[31mred\x1b[0m kiln, \"Old Smoky\", was cold;\nit would stay cold.\n\n"
    "Councillor Aldous Penhallow asked whether agency staff could light it.\n";

/// A folder with one document, its index, and an export.
struct Desk {
    Workspace work;

    explicit Desk(std::string_view text = kPanel) {
        work.write("corpus/panel.txt", std::string(text));
        BOOST_REQUIRE(run({"index", (work.path() / "corpus").string()}).exit == 0);
    }
    [[nodiscard]] Ran run(const std::vector<std::string>& args) const { return run_minutes(work.path() / "index", args); }
    [[nodiscard]] std::string file() const { return (work.path() / "corpus/panel.txt").string(); }
    [[nodiscard]] fs::path write_export(const std::vector<std::string>& args) const {
        const Ran ran = run(args);
        BOOST_REQUIRE(ran.exit == 0);
        return work.write("export", ran.out);
    }
};

/// "ok ok missing ok": the verdicts on the rows of an export, in order.
std::string verdicts(const std::string& bytes, const std::string& root = "") {
    std::istringstream in(bytes);
    Verifier verifier(root);
    read_export(in, [&](const ExportRow& row) { verifier.add(row); });
    std::string text;
    for (const Verified& row : verifier.finish()) text += (text.empty() ? "" : " ") + std::string(name_of(row.verdict));
    return text;
}

std::string repeated(const std::string& word, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += (text.empty() ? "" : " ") + word;
    return text;
}

std::size_t words_in(const std::string& text) { return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1; }

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    BOOST_REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

const std::vector<std::vector<std::string>> kExports = {
    {"search", "--zone", "*", "--limit", "all", "--sort", "date"}, {"search", "the OR sum OR airships", "--limit", "all"},
    {"mentions", "the OR sum OR airships OR red"}, {"show", "WHOLE MEETING"}};

}  // namespace

BOOST_AUTO_TEST_CASE(every_export_of_an_unchanged_folder_is_ok) {
    const Desk desk;
    const std::string first = desk.run({"search", "zeppelins", "--format", "jsonl"}).out;
    const std::size_t at = first.find("\"meeting_id\":\"") + 14;
    for (std::vector<std::string> args : kExports)
        for (const std::string format : {"csv", "tsv", "jsonl", "json"})
            for (const bool raw : {false, true}) {
                if (args.front() == "show") args.back() = first.substr(at, first.find('"', at) - at);
                if (args.front() == "show" && format == "jsonl") continue;
                std::vector<std::string> all = args;
                all.insert(all.end(), {"--format", format});
                if (raw) all.emplace_back("--raw-cells");
                BOOST_TEST_CONTEXT(args.front() << " " << format << (raw ? " raw" : "")) {
                    const std::string out = desk.run(all).out, found = verdicts(out);
                    BOOST_TEST(words_in(found) >= 3u);
                    BOOST_TEST(found == repeated("ok", words_in(found)));
                }
            }
}

BOOST_AUTO_TEST_CASE(a_hit_of_a_pdf_says_its_page) {
    Workspace work;
    fs::create_directories(work.path() / "corpus");
    const fs::path file = work.path() / "corpus/larkmere.pdf";
    fs::copy_file(fs::path(MINUTES_SOURCE) / "tests/formats/larkmere.pdf", file);
    const auto run = [&](const std::vector<std::string>& args) { return run_minutes(work.path() / "index", args).out; };
    BOOST_REQUIRE(run_minutes(work.path() / "index", {"index", (work.path() / "corpus").string()}).exit == 0);
    const std::string item = "kafc24nd1w.4";
    static const struct { std::vector<std::string> args; std::string says; } cases[] = {
        {{"search", "shelter hospital"}, "larkmere.pdf, page 3\n"},
        {{"search", "gullies were emptied"}, "larkmere.pdf, page 2\n"},
        {{"search", "shelter hospital", "--format", "jsonl"}, "\"page\":3,\"begin\":"},
        {{"search", "shelter hospital", "--format", "csv"}, ",3,3,minutes-search/1\r\n"},
        {{"search", "zone:minutes -shelter", "--format", "csv"}, ",2,,minutes-search/1\r\n"},
        {{"search", "shelter hospital", "--format", "atom"}, "<m:quote spans=\"1927-1934\" page=\"3\""},
        {{"mentions", "shelter"}, "4 p. 3 "},
        {{"mentions", "shelter", "--format", "jsonl"}, ",\"page\":3},\"item_title\":\"Bus shelters\""},
        {{"mentions", "shelter", "--format", "csv"}, ",3,minutes-mentions/1\r\n"},
        {{"show", item}, "discussion · member (Councillor Owen Sorrell) · page 3  " + item},
        {{"show", item, "--format", "csv"}, ",3,minutes-show/1\r\n"},
        {{"show", item, "--format", "json"}, "\"page\": 3,"},
        {{"decisions"}, "larkmere.pdf, page 3\n"},
        {{"decisions", "--format", "csv"}, ",3,minutes-decisions/1\r\n"},
        {{"export", "--format", "vrt"}, " page=\"3\" spans="},
    };
    for (const auto& c : cases) BOOST_TEST(run(c.args).find(c.says) != std::string::npos, c.args.front() << ": " << c.says << " is not in\n" << run(c.args));
    const std::string rows = run({"mentions", "shelter", "--format", "csv"});
    BOOST_TEST(verdicts(rows) == repeated("ok", words_in(verdicts(rows))));
    fs::rename(file, work.path() / "corpus/moved.pdf");
    const Ran ran = run_minutes(work.path() / "index", {"verify", work.write("rows.csv", rows).string()});
    BOOST_TEST(ran.exit == 1);
    BOOST_TEST(ran.out.find("; now on page 3 of ") != std::string::npos, ran.out);
}

BOOST_AUTO_TEST_CASE(a_byte_that_is_changed_fails_its_row_alone) {
    const Desk desk;
    const std::string out = desk.run({"search", "--limit", "all", "--format", "jsonl"}).out;
    std::istringstream in(out);
    std::vector<ExportRow> rows;
    read_export(in, [&](const ExportRow& row) { rows.push_back(row); });
    BOOST_REQUIRE(rows.size() >= 5u);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::string bytes(kPanel);
        char& byte = bytes[rows[i].quotes.front().at.back().end - 2];
        byte = byte == 'x' ? 'y' : 'x';
        desk.work.write("corpus/panel.txt", bytes);
        std::string expected;
        for (std::size_t row = 0; row < rows.size(); ++row) expected += (row > 0 ? " " : "") + std::string(row == i ? "missing" : "changed");
        BOOST_TEST(verdicts(out) == expected, rows[i].id);
    }
}

BOOST_AUTO_TEST_CASE(what_moved_is_found_and_another_occurrence_is_not_taken_for_it) {
    const std::string panel(kPanel);
    const struct { std::string name, text, expected; } cases[] = {
        {"text put in front", "A line more.\n\n" + panel, "moved moved"},
        {"text put behind", panel + "\nA line more.\n", "changed changed"},
        {"one of two mentions edited", replaced(panel, "agency staff had", "agency stuff had"), "missing changed"},
        {"the other edited and moved", "x\n" + replaced(panel, "agency staff could", "agency stuff could"), "moved missing"},
        {"line breaks set anew", replaced(panel, "agency staff had", "agency\nstaff had"), "changed changed"},
        {"an empty file", "", "missing missing"},
    };
    const Desk desk;
    const std::string out = desk.run({"mentions", "\"agency staff\"", "--format", "csv"}).out;
    for (const auto& c : cases) {
        desk.work.write("corpus/panel.txt", c.text);
        BOOST_TEST(verdicts(out) == c.expected, c.name);
    }
}

BOOST_AUTO_TEST_CASE(a_moved_quote_says_where_it_stands) {
    const Desk desk;
    const fs::path hits = desk.write_export({"mentions", "\"agency staff\"", "--format", "csv"});
    fs::rename(desk.file(), desk.work.path() / "corpus/renamed.txt");
    const Ran ran = desk.run({"verify", hits.string()});
    BOOST_TEST(ran.exit == 1);
    BOOST_TEST(ran.out.find("now at line 6 of " + (desk.work.path() / "corpus/renamed.txt").string()) != std::string::npos, ran.out);
    BOOST_TEST(ran.out.find("2 rows: 0 ok, 0 changed, 2 moved, 0 missing.") != std::string::npos, ran.out);
    fs::remove(desk.work.path() / "corpus/renamed.txt");
    const Ran gone = desk.run({"verify", hits.string(), "--format", "json"});
    BOOST_TEST(gone.exit == 1);
    BOOST_TEST(gone.out.find("\"missing\": 2") != std::string::npos, gone.out);
}

BOOST_AUTO_TEST_CASE(sources_are_found_under_another_root) {
    const Desk desk;
    const std::string out = desk.run({"mentions", "\"agency staff\"", "--format", "tsv"}).out;
    fs::create_directories(desk.work.path() / "elsewhere/deep");
    fs::rename(desk.work.path() / "corpus", desk.work.path() / "elsewhere/deep/corpus");
    BOOST_TEST(verdicts(out) == "missing missing");
    BOOST_TEST(verdicts(out, (desk.work.path() / "elsewhere/deep").string()) == "ok ok");
    BOOST_TEST(verdicts(out, (desk.work.path() / "elsewhere/deep/corpus").string()) == "ok ok");
    BOOST_TEST(verdicts(out, (desk.work.path() / "elsewhere").string()) == "missing missing");
}

BOOST_AUTO_TEST_CASE(rows_that_were_edited_or_cut_off_are_said) {
    const Desk desk;
    const auto made = [&](const std::string& format) { return desk.run({"mentions", "\"agency staff\"", "--format", format}).out; };
    const std::string csv = made("csv"), tsv = made("tsv"), jsonl = made("jsonl");
    const struct { std::string name, bytes, expected; } cases[] = {
        {"CSV", csv, "ok ok"},
        {"with the mark and line ends of a spreadsheet", "\xEF\xBB\xBF" + replaced(csv, "\r\n", "\n"), "ok ok"},
        {"CSV cut in its last row", csv.substr(0, csv.size() - 60), "ok damaged"},
        {"CSV without its last line end", csv.substr(0, csv.size() - 2), "ok ok"},
        {"TSV cut in its last row", tsv.substr(0, tsv.size() - 60), "ok damaged"},
        {"JSON Lines cut in the last", jsonl.substr(0, jsonl.size() - 60), "ok damaged"},
        {"a line between that is no JSON", replaced(jsonl, "\n", "\nnot json\n"), "ok damaged ok"},
        {"its quote edited", replaced(jsonl, "\"exact\":\"agency staff\"", "\"exact\":\"agency stiff\""), "missing ok"},
        {"its place beyond the file", replaced(jsonl, "\"at\":[[", "\"at\":[[0,4294967295],["), "moved ok"},
        {"its place no number", replaced(jsonl, "\"at\":[[", "\"at\":[[\"a\","), "damaged ok"},
        {"its hash taken out", replaced(jsonl, "\"sha256\":\"", "\"sha256\":\"-"), "damaged ok"},
        {"its source taken out", replaced(jsonl, "\"source\"", "\"sauce\""), "damaged ok"},
        {"its file does not exist", replaced(jsonl, "panel.txt", "other.txt"), "moved ok"},
        {"its file is a folder", replaced(jsonl, "/panel.txt", ""), "missing ok"},
        {"its file is a device", replaced(jsonl, desk.file(), "/dev/zero"), "missing ok"},
    };
    for (const auto& c : cases)
        BOOST_TEST(verdicts(c.bytes) == c.expected, c.name);
}

BOOST_AUTO_TEST_CASE(what_is_no_export_is_refused) {
    const Desk desk;
    const struct { std::string name, bytes, says; } cases[] = {
        {"nothing", "", "empty"},
        {"a CSV of somebody else", "name,age\nAnn,7\n", "column"},
        {"semicolons", "id;path;sha256;spans;format;text\n", "column"},
        {"no header", "x,y,z\r\n1,2,3\r\n", "column"},
        {"coverage", desk.run({"coverage", "--format", "csv"}).out, "column"},
        {"JSON of somebody else", "{\n\"a\": 1}", "format"},
        {"JSON cut off", desk.run({"search", "staff", "--format", "json"}).out.substr(0, 700), "cut off"},
        {"text", desk.run({"search", "staff"}).out, "column"},
        {"bytes", std::string("\x00\xff\xfe\x80", 4), "column"},
    };
    for (const auto& c : cases) {
        const Ran ran = desk.run({"verify", desk.work.write("export", c.bytes).string()});
        BOOST_TEST(ran.exit == 2, c.name);
        BOOST_TEST(ran.err.find(c.says) != std::string::npos, c.name << ": " << ran.err);
    }
    BOOST_TEST(desk.run({"verify"}).exit == 2);
    BOOST_TEST(desk.run({"verify", "/no/such/export"}).exit == 3);
}

BOOST_AUTO_TEST_CASE(guards_are_taken_off_as_they_were_put_on) {
    for (const std::string value : {"", "plain", "=1", "'=1", "''=1", "'", "''", "'quoted'", "@x", "\ttab", "\rcr", "\nlf", "+44", "-", "a'=b", "' =1"}) {
        BOOST_TEST(unguarded(guarded(value)) == value, value);
        BOOST_TEST((guarded(value).empty() || std::string_view("=+-@\t\r\n").find(guarded(value).front()) == std::string_view::npos), value);
    }
}

BOOST_AUTO_TEST_CASE(rows_come_back_as_they_were_written) {
    const Cells cells = {"", "a,b", "say \"no\"", "two\nlines", "tab\there", " spaced ", "é", "\"", "end"};
    for (const bool tabs : {false, true}) {
        std::istringstream in(table_row(cells, {tabs, true}) + table_row(cells, {tabs, true}));
        TableReader reader(in, tabs);
        Cells read;
        for (int row = 0; row < 2; ++row) {
            BOOST_TEST(reader.next(read));
            BOOST_TEST(read.size() == cells.size());
            if (!tabs) BOOST_TEST(read == cells, boost::test_tools::per_element());
        }
        BOOST_TEST(!reader.next(read));
        BOOST_TEST(!reader.cut());
    }
}

BOOST_AUTO_TEST_CASE(no_raw_control_character_is_in_any_export) {
    const Desk desk("Minutes of the meeting of the Quarry Panel held on 3 May 2021\n\n1. KILNS\n\nThe Clerk said kiln \x1b[31mred \x7f \u009b1m \u202e end.\n");
    for (const std::string format : {"text", "json", "jsonl", "csv", "tsv"})
        for (const std::string verb : {"search", "mentions"}) {
            const std::string out = desk.run({verb, "kiln OR red", "--format", format}).out;
            BOOST_TEST_CONTEXT(verb << " " << format)
                for (const std::string_view bad : {"\x1b", "\x7f", "\u009b", "\u202e"}) BOOST_TEST(out.find(bad) == std::string::npos);
        }
}
