// The files in an archive are files of the index: added, changed, removed, found again.
#include "searcher/index_check.hpp"
#include "tests/sync_desk.hpp"
#include "tests/zip_bytes.hpp"

#include <sys/stat.h>

#include <chrono>
#include <random>
#include <thread>

using namespace minutes;
using namespace minutes::test;
using State = FileRecord::State;

namespace {

ZipEntry entry(const std::string& name, int day, const std::string& word) { return {name, minutes_of(day, word)}; }

std::string skipped_in(const SyncSummary& summary, const std::string& folder) {
    std::string text;
    for (const auto& [path, reason] : summary.skipped) text += path.substr(folder.size() + 1) + ": " + reason + "\n";
    for (const auto& [path, problem] : summary.problems) text += "! " + path.substr(folder.size() + 1) + ": " + problem + "\n";
    return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(an_archive_is_a_folder) {
    const Desk desk;
    desk.write("plain.txt", minutes_of(1, "alpha"));
    const std::string zip = desk.write("2003.zip", zip_bytes({entry("a.txt", 2, "beta"), entry("sub/b.txt", 3, "gamma"), {"c.jpg", "x"}, entry("../d.txt", 4, "out"), {"e.zip", zip_bytes({entry("f.txt", 5, "deep")})}, entry("copy.txt", 1, "alpha")}));
    SyncOptions dry = desk.options();
    dry.dry_run = true;
    for (const SyncSummary& summary : {sync(dry), desk.update()}) {
        BOOST_TEST(shown(summary) == "added 4, changed 0, removed 0, unchanged 0, duplicates 1");
        BOOST_TEST(skipped_in(summary, desk.texts) == "2003.zip/c.jpg: no document, by its name\n2003.zip/e.zip: an archive in an archive; unpack it into the folder, its files are then read\n"
                                                      "! 2003.zip: ../d.txt: a name that leads out of the archive; it is not read\n");
        BOOST_TEST(summary.files == 3u);
    }
    const Contents first = contents_of(desk.index);
    BOOST_TEST(shown(desk.update()) == "added 0, changed 0, removed 0, unchanged 4, duplicates 1");
    BOOST_TEST((contents_of(desk.index) == first));
    BOOST_TEST(passages_with(desk.index, "deep") == 0u);
    for (const Record& record : records_of(desk.index))
        if (record.text.find("gamma") != std::string::npos) BOOST_TEST(record.path == zip + "/sub/b.txt");

    desk.write("2003.zip", zip_bytes({entry("a.txt", 2, "delta"), entry("new.txt", 6, "epsilon"), entry("moved.txt", 3, "gamma")}));
    BOOST_TEST(shown(desk.update()) == "added 2, changed 2, removed 2, unchanged 0, duplicates 0");   // plain.txt counts for itself again
    BOOST_TEST(passages_with(desk.index, "beta") == 0u);
    BOOST_TEST(passages_with(desk.index, "gamma") > 0u);
    BOOST_TEST((contents_of(desk.index) == fresh_contents(desk)));

    desk.write("2003.zip", minutes_of(7, "text"));   // no archive any more
    BOOST_TEST(shown(desk.update()) == "added 1, changed 0, removed 3, unchanged 1, duplicates 0");
    BOOST_TEST((contents_of(desk.index) == fresh_contents(desk)));
    desk.write("2003.zip", zip_bytes({entry("a.txt", 2, "delta")}));
    BOOST_TEST(shown(desk.update()) == "added 1, changed 0, removed 1, unchanged 1, duplicates 0");
    fs::remove(zip);
    BOOST_TEST(shown(desk.update()) == "added 0, changed 0, removed 1, unchanged 1, duplicates 0");
    BOOST_TEST((contents_of(desk.index) == fresh_contents(desk)));
}

BOOST_AUTO_TEST_CASE(what_is_unchanged_is_not_read_and_what_was_interrupted_is) {
    const Desk desk;
    const std::string bytes = zip_bytes({entry("a.txt", 1, "alpha"), entry("b.txt", 2, "beta"), entry("c.txt", 3, "gamma")});
    const std::string zip = desk.write("a.zip", bytes);
    const auto age = [&] { fs::last_write_time(zip, fs::last_write_time(zip) - std::chrono::hours(1)); };
    age();
    std::atomic<bool> stop{false};
    SyncOptions options = desk.options();
    desk.write("0.txt", minutes_of(9, "omega"));
    const SyncSummary cut = sync_index(options, [&](std::uint64_t, std::uint64_t, const std::string&) { stop = true; }, stop);   // after 0.txt
    BOOST_TEST(cut.interrupted);
    BOOST_TEST(shown(desk.update()) == "added 3, changed 0, removed 0, unchanged 1, duplicates 0");
    std::uint64_t read = 0;
    const auto count = [&](std::uint64_t, std::uint64_t, const std::string&) { ++read; };
    std::this_thread::sleep_for(std::chrono::milliseconds(2100));   // a file is hashed again when it was read within two seconds of its time
    (void)sync_index(options, count, kNever);
    read = 0;
    const SyncSummary again = sync_index(options, count, kNever);
    BOOST_TEST(read == 0u);
    BOOST_TEST(shown(again) == "added 0, changed 0, removed 0, unchanged 4, duplicates 0");
    age();   // another time, the same bytes
    BOOST_TEST(shown(sync_index(options, count, kNever)) == "added 0, changed 0, removed 0, unchanged 4, duplicates 0");
    BOOST_TEST(read == 1u);
    options.paths = {};
    options.forget = {zip};
    BOOST_TEST(shown(sync(options)) == "added 0, changed 0, removed 3, unchanged 0, duplicates 0");
}

BOOST_AUTO_TEST_CASE(archives_of_every_history_give_what_a_fresh_build_gives) {
    std::mt19937 random(11);
    const auto below = [&](std::uint32_t limit) { return static_cast<int>(random() % limit); };
    const Desk desk;
    desk.write("keep.txt", minutes_of(99, "keep"));
    for (int round = 0; round < 8; ++round) {
        for (int edit = below(3); edit >= 0; --edit) {
            const std::string name = std::string(1, static_cast<char>('a' + below(3))) + (below(3) == 0 ? ".txt" : ".zip");
            std::vector<ZipEntry> entries;
            for (int i = below(4); i >= 0; --i) entries.push_back(entry(std::to_string(below(4)) + ".txt", below(4), "word" + std::to_string(below(3))));   // twins and names that stand twice are frequent
            if (below(5) == 0) fs::remove(desk.texts + "/" + name);
            else desk.write(name, below(6) == 0 ? minutes_of(below(4), "plain") : zip_bytes(entries));
        }
        (void)desk.update();
        BOOST_TEST_CONTEXT("round " << round) BOOST_TEST((contents_of(desk.index) == fresh_contents(desk)));
    }
    BOOST_TEST(check_index(desk.index, true).sound());
    BOOST_TEST(check_index(desk.index, true).sources_differ.empty());
}

BOOST_AUTO_TEST_CASE(sources_in_archives_are_checked_and_quotes_found_again) {
    const Desk desk;
    const std::string zip = desk.write("2003.zip", zip_bytes({entry("a.txt", 2, "beta"), entry("b.txt", 3, "gamma")}));
    (void)desk.update();
    BOOST_TEST(check_as_text(check_index(desk.index, true)).find("All 3 source files are as indexed.") != std::string::npos);
    const std::string hits = desk.work.write("hits.csv", run_minutes(desk.index, {"mentions", "gamma", "--format", "csv"}).out).string();
    BOOST_TEST(run_minutes(desk.index, {"verify", hits}).exit == 0);
    const Ran segmented = run_minutes(desk.index, {"segment", zip + "/b.txt"});
    BOOST_TEST(segmented.out.find("gamma") != std::string::npos);
    BOOST_TEST(run_minutes(desk.index, {"segment", zip}).err.find("name a file in it: ARCHIVE/FILE") != std::string::npos);

    fs::create_directories(desk.work.path() / "other/place");
    fs::rename(zip, desk.work.path() / "other/place/2003.zip");
    BOOST_TEST(run_minutes(desk.index, {"verify", hits}).exit == 1);
    BOOST_TEST(run_minutes(desk.index, {"verify", hits, "--root", (desk.work.path() / "other/place").string()}).exit == 0);
    desk.write("2003.zip", zip_bytes({entry("a.txt", 2, "beta"), entry("b.txt", 3, "delta")}));
    const std::string text = check_as_text(check_index(desk.index, true));
    for (const char* says : {"2 of 3 source files differ", "2003.zip: has other bytes than were indexed\n", "2003.zip/b.txt: has other bytes than were indexed\n"}) BOOST_TEST(text.find(says) != std::string::npos, text);
    fs::remove(zip);
    desk.work.write("elsewhere", "");
    BOOST_TEST(::mkfifo(zip.c_str(), 0600) == 0);   // would be waited for, were it opened
    BOOST_TEST(check_as_text(check_index(desk.index, true)).find("2003.zip: not a regular file\n") != std::string::npos);
}
