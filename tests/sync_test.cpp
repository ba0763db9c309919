// The index mirrors the folders: edits, copies, moves, and what is given for them.
#include "tests/sync_desk.hpp"

#include <random>

using namespace minutes;
using namespace minutes::test;
using State = FileRecord::State;

BOOST_AUTO_TEST_CASE(mirrors_the_folder) {
    const Desk desk;
    desk.write("a.txt", minutes_of(1, "alpha"));
    desk.write("sub/b.md", minutes_of(2, "beta"));
    desk.write("picture.png", "no text");
    SyncSummary summary = desk.update();
    BOOST_TEST(shown(summary) == "added 2, changed 0, removed 0, unchanged 0, duplicates 0");
    BOOST_TEST(summary.files == 2u);
    BOOST_TEST(summary.skipped.size() == 1u);
    BOOST_TEST(summary.passages > 10u);
    const Contents first = contents_of(desk.index);
    BOOST_TEST(shown(desk.update()) == "added 0, changed 0, removed 0, unchanged 2, duplicates 0");
    BOOST_TEST((contents_of(desk.index) == first));

    desk.write("a.txt", minutes_of(1, "gamma"));
    fs::remove(desk.texts + "/sub/b.md");
    desk.write("c.txt", minutes_of(3, "delta"));
    summary = desk.update();
    BOOST_TEST(shown(summary) == "added 1, changed 1, removed 1, unchanged 0, duplicates 0");
    BOOST_TEST(passages_with(desk.index, "alpha") == 0u);
    BOOST_TEST(passages_with(desk.index, "beta") == 0u);
    BOOST_TEST(passages_with(desk.index, "gamma") > 0u);
    BOOST_TEST((contents_of(desk.index) == fresh_contents(desk)));
}

BOOST_AUTO_TEST_CASE(an_update_gives_what_a_fresh_build_gives) {
    std::mt19937 random(7);
    const auto below = [&](std::uint32_t limit) { return static_cast<int>(random() % limit); };
    const Desk desk;
    const auto name = [&] { return std::string(1, static_cast<char>('a' + below(3))) + "/" + std::to_string(below(8)) + ".txt"; };
    desk.write("keep.txt", minutes_of(99, "keep"));
    for (int round = 0; round < 15; ++round) {
        for (int edit = below(6); edit >= 0; --edit) {
            const std::string path = desk.texts + "/" + name();
            const int what = below(5);
            if (what == 0) fs::remove(path);
            else if (what == 1 && fs::exists(path)) {
                const std::string target = desk.write(name(), "x");
                if (target != path) fs::rename(path, target);
            } else if (what == 2) desk.write(name(), below(2) ? "" : std::string(50, '\0'));
            else desk.write(name(), minutes_of(below(4), "word" + std::to_string(below(3)), 1 + below(3)));  // twins are frequent
        }
        if (below(3) == 0) desk.work.write("texts/a/minutes.json", "{\"committee\": \"Panel " + std::to_string(below(2)) + "\"}");
        (void)desk.update();
        BOOST_TEST_CONTEXT("round " << round) {
            const Contents incremental = contents_of(desk.index), fresh = fresh_contents(desk);
            BOOST_TEST((incremental.files == fresh.files));
            BOOST_TEST((incremental.passages == fresh.passages));
        }
    }
}

BOOST_AUTO_TEST_CASE(the_same_bytes_are_indexed_once) {
    const Desk desk;
    const std::string text = minutes_of(1, "twin");
    desk.write("b.txt", text);
    desk.write("c.txt", text);
    BOOST_TEST(shown(desk.update()) == "added 2, changed 0, removed 0, unchanged 0, duplicates 1");
    const std::size_t once = passages_with(desk.index, "twin");
    const auto owner = [&] { return records_of(desk.index).front().path.substr(desk.texts.size() + 1); };
    BOOST_TEST(owner() == "b.txt");
    desk.write("a.txt", text);
    BOOST_TEST(shown(desk.update()) == "added 1, changed 0, removed 0, unchanged 2, duplicates 2");
    BOOST_TEST(owner() == "a.txt");
    BOOST_TEST(passages_with(desk.index, "twin") == once);
    fs::remove(desk.texts + "/a.txt");
    desk.update();
    BOOST_TEST(owner() == "b.txt");
    BOOST_TEST(passages_with(desk.index, "twin") == once);
    desk.write("b.txt", minutes_of(2, "other"));
    desk.update();
    BOOST_TEST(passages_with(desk.index, "twin") == once);
    BOOST_TEST((contents_of(desk.index) == fresh_contents(desk)));
    fs::remove(desk.texts + "/c.txt");
    desk.update();
    BOOST_TEST(passages_with(desk.index, "twin") == 0u);
}

BOOST_AUTO_TEST_CASE(a_twin_outside_the_paths_keeps_what_was_given_for_it) {
    const Desk desk;
    const std::string silent = "Minutes of the meeting held on 3 March 2001\n\n1. BUSINESS\n\nThe Chair mentioned twins.\n";
    desk.write("a/x.txt", silent);
    desk.write("b/x.txt", silent);
    SyncOptions a = desk.options(), b = desk.options();
    a.paths = {desk.texts + "/a"};
    a.given.council = "Averill Council";
    b.paths = {desk.texts + "/b"};
    b.given.council = "Brackwater Council";
    (void)sync(a);
    (void)sync(b);
    BOOST_TEST(records_of(desk.index).front().council == "Averill Council");
    desk.write("a/x.txt", minutes_of(5, "new"));
    (void)sync(a);
    std::set<std::string> councils;
    for (const Record& record : records_of(desk.index))
        if (record.path == desk.texts + "/b/x.txt") councils.insert(record.council);
    BOOST_TEST((councils == std::set<std::string>{"Brackwater Council"}));
}

BOOST_AUTO_TEST_CASE(what_is_given_is_part_of_what_was_read) {
    const Desk desk;
    desk.write("a.txt", "Minutes of the meeting held on 3 March 2001\n\n1. BUSINESS\n\nThe Chair mentioned it.\n");
    desk.update();
    SyncOptions options = desk.options();
    options.given.council = "Averill Council";
    BOOST_TEST(shown(sync(options)) == "added 0, changed 1, removed 0, unchanged 0, duplicates 0");
    BOOST_TEST(records_of(desk.index).front().council == "Averill Council");
    desk.work.write("texts/minutes.json", R"({"council": "Brackwater Council"})");
    (void)sync(options);
    BOOST_TEST(records_of(desk.index).front().council == "Brackwater Council");
    desk.work.write("texts/minutes.json", "{");
    const SyncSummary summary = sync(options);
    BOOST_TEST(records_of(desk.index).front().council == "Averill Council");
    const bool named = std::any_of(summary.problems.begin(), summary.problems.end(), [](const auto& p) { return p.second.find("minutes.json") != std::string::npos; });
    BOOST_TEST(named);
}

BOOST_AUTO_TEST_CASE(an_edit_behind_a_restored_time_is_seen) {
    const Desk desk;
    const fs::path file = desk.write("a.txt", minutes_of(1, "alpha"));
    const auto old = fs::file_time_type::clock::now() - std::chrono::hours(1);
    fs::last_write_time(file, old);
    desk.update();
    desk.write("a.txt", minutes_of(1, "omega"));  // as long as before
    fs::last_write_time(file, old);
    BOOST_TEST(shown(desk.update()) == "added 0, changed 1, removed 0, unchanged 0, duplicates 0");
    BOOST_TEST(passages_with(desk.index, "omega") > 0u);
    fs::last_write_time(file, old + std::chrono::minutes(1));
    BOOST_TEST(shown(desk.update()) == "added 0, changed 0, removed 0, unchanged 1, duplicates 0", "touched, the same bytes");
}

BOOST_AUTO_TEST_CASE(ids_survive_edits_elsewhere_and_moves) {
    const Desk desk;
    desk.write("a.txt", minutes_of(1, "alpha"));
    desk.update();
    const auto ids = [&] {
        std::set<std::string> all;
        for (const Record& record : records_of(desk.index)) all.insert(record.id);
        return all;
    };
    const std::set<std::string> before = ids();
    BOOST_TEST(before.size() == records_of(desk.index).size(), "unique");
    fs::rename(desk.texts + "/a.txt", desk.texts + "/moved.txt");
    desk.update();
    BOOST_TEST((ids() == before));
    std::string text = minutes_of(1, "alpha");
    text.insert(text.find("2. BUSINESS"), "Councillor Birch thanked the officers.\n\n");
    desk.write("moved.txt", text);
    desk.update();
    const std::set<std::string> after = ids();
    BOOST_TEST(after.size() == before.size() + 1);
    BOOST_TEST(std::includes(after.begin(), after.end(), before.begin(), before.end()));
}

BOOST_AUTO_TEST_CASE(forgets_what_it_is_told_to) {
    const Desk desk;
    desk.write("a/x.txt", minutes_of(1, "alpha"));
    desk.write("b/y.txt", minutes_of(2, "beta"));
    desk.update();
    SyncOptions options = desk.options();
    options.paths = {};
    options.forget = {desk.texts + "/a"};
    const SyncSummary summary = sync(options);
    BOOST_TEST(summary.removed == 1u);
    BOOST_TEST(summary.elsewhere == 1u);
    BOOST_TEST(passages_with(desk.index, "alpha") == 0u);
    BOOST_TEST(passages_with(desk.index, "beta") > 0u);
}

BOOST_AUTO_TEST_CASE(a_dry_run_changes_nothing) {
    const Desk desk;
    desk.write("a.txt", minutes_of(1, "alpha"));
    SyncOptions dry = desk.options();
    dry.dry_run = true;
    BOOST_TEST(shown(sync(dry)) == "added 1, changed 0, removed 0, unchanged 0, duplicates 0");
    BOOST_TEST(!fs::exists(desk.index));
    desk.update();
    const Contents before = contents_of(desk.index);
    desk.write("a.txt", minutes_of(1, "beta"));
    desk.write("b.txt", minutes_of(2, "beta"));
    const WriterLock lock(desk.index);  // a dry run waits for nobody
    BOOST_TEST(shown(sync(dry)) == "added 1, changed 1, removed 0, unchanged 0, duplicates 0");
    BOOST_TEST((contents_of(desk.index) == before));
}
