// The index is never harmed: vanished folders, two writers, other versions, poison, kills.
#include "tests/sync_desk.hpp"

#include "searcher/index_check.hpp"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <random>

using namespace minutes;
using namespace minutes::test;
using State = FileRecord::State;

BOOST_AUTO_TEST_CASE(refuses_rather_than_empties) {
    const Desk desk;
    desk.write("a/x.txt", minutes_of(1, "alpha"));
    desk.write("b/y.txt", minutes_of(2, "beta"));
    desk.update();
    const Contents before = contents_of(desk.index);
    const auto refused = [&](const SyncOptions& options, const std::string& words) {
        BOOST_CHECK_EXCEPTION((void)sync(options), Error, [&](const Error& error) { return says(error, words) && says(error, "Nothing was changed"); });
        BOOST_TEST((contents_of(desk.index) == before));
    };
    fs::rename(desk.texts, desk.texts + ".away");
    refused(desk.options(), desk.texts);  // missing
    fs::create_directory(desk.texts);
    refused(desk.options(), "is empty");  // a mount point without its mount
    fs::remove(desk.texts);
    fs::rename(desk.texts + ".away", desk.texts);
    fs::rename(desk.texts + "/a", desk.work.path() / "a.away");
    fs::create_directory_symlink(desk.work.path() / "a.away", desk.texts + "/a");
    refused(desk.options(), "symbolic link");
    fs::remove(desk.texts + "/a");
    if (geteuid() != 0) {
        fs::permissions(desk.texts + "/b", fs::perms::none);
        refused(desk.options(), desk.texts + "/b");
        fs::permissions(desk.texts + "/b", fs::perms::owner_all);
    } else {
        BOOST_TEST_MESSAGE("left out: root enters folders whatever their permissions say");
    }
    SyncOptions elsewhere = desk.options();
    elsewhere.paths = {"/no/such/folder"};
    refused(elsewhere, "/no/such/folder");
    fs::remove_all(desk.texts + "/b");
    SyncOptions believe = desk.options();
    believe.allow_empty = true;
    BOOST_TEST(sync(believe).removed == 2u);
    BOOST_TEST(contents_of(desk.index).passages.empty());
}

BOOST_AUTO_TEST_CASE(a_second_writer_is_locked_out) {
    const Desk desk;
    desk.write("a.txt", minutes_of(1, "alpha"));
    {
        const WriterLock lock(desk.index);
        BOOST_CHECK_EXCEPTION((void)desk.update(), Locked, [&](const Locked& error) { return says(error, desk.index); });
    }
    BOOST_TEST(desk.update().added == 1u);
}

BOOST_AUTO_TEST_CASE(other_versions_are_refused_with_the_cure) {
    const Desk desk;
    desk.write("a.txt", minutes_of(1, "alpha"));
    desk.update();
    {
        Xapian::WritableDatabase database(*current_generation(desk.index), Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
        database.set_metadata(kSchemaVersionKey, "999");
        database.commit();
    }
    const auto cure = [](const Error& error) { return says(error, "999") && says(error, "minutes index --fresh"); };
    BOOST_CHECK_EXCEPTION((void)desk.update(), Error, cure);
    SyncOptions dry = desk.options();
    dry.dry_run = true;
    BOOST_CHECK_EXCEPTION((void)sync(dry), Error, cure);
    SyncOptions fresh = desk.options();
    fresh.fresh = true;
    BOOST_TEST(sync(fresh).added == 1u);
    BOOST_TEST((contents_of(desk.index) == fresh_contents(desk)));
}

BOOST_AUTO_TEST_CASE(no_folder_of_the_users_is_taken_for_an_index) {
    const Desk desk;
    desk.write("a.txt", minutes_of(1, "alpha"));
    SyncOptions options = desk.options();
    options.index = desk.texts;
    for (const bool fresh : {false, true}) {
        options.fresh = fresh;
        BOOST_CHECK_EXCEPTION((void)sync(options), Error, [](const Error& error) { return says(error, "holds other files"); });
    }
    BOOST_TEST(std::distance(fs::directory_iterator(desk.texts), fs::directory_iterator()) == 1, "nothing was put there");
    options.index = desk.texts + "/a.txt";
    BOOST_CHECK_THROW((void)sync(options), Error);
    options.index = desk.texts + "/sub/index";  // among the texts, yet none of them
    options.fresh = false;
    BOOST_TEST(sync(options).added == 1u);
    const SyncSummary again = sync(options);
    BOOST_TEST(again.unchanged == 1u);
    BOOST_TEST(again.skipped.empty());
}

BOOST_AUTO_TEST_CASE(a_damaged_place_is_an_error_and_fresh_mends_it) {
    const Desk desk;
    desk.write("a.txt", minutes_of(1, "alpha"));
    const auto mend = [&] {
        BOOST_CHECK_EXCEPTION((void)desk.update(), Error, [](const Error& error) { return says(error, "--fresh"); });
        SyncOptions fresh = desk.options();
        fresh.fresh = true;
        BOOST_TEST(sync(fresh).added == 1u);
        BOOST_TEST(passages_with(desk.index, "alpha") > 0u);
    };
    desk.update();
    desk.work.write("index/current", "../../etc\n");
    mend();
    fs::remove_all(*current_generation(desk.index));
    mend();
    desk.work.write("index/" + fs::path(*current_generation(desk.index)).filename().string() + "/iamglass", "remote :touch /tmp/owned\n");
    mend();
}

BOOST_AUTO_TEST_CASE(a_fresh_build_replaces_the_old_index_at_its_end) {
    const Desk desk;
    desk.write("a.txt", minutes_of(1, "alpha"));
    desk.write("b.txt", minutes_of(2, "beta"));
    desk.update();
    const std::string before = *current_generation(desk.index);
    SyncOptions fresh = desk.options();
    fresh.fresh = true;
    std::atomic<bool> stop{false};
    const SyncSummary stopped = sync_index(fresh, [&](std::uint64_t, std::uint64_t, const std::string&) { stop = true; }, stop);
    BOOST_TEST(stopped.interrupted);
    BOOST_TEST(stopped.files == 2u, "the old index stays");
    BOOST_TEST(stopped.added == 0u);
    BOOST_TEST(*current_generation(desk.index) == before);
    fs::create_directory(desk.index + "/gen-000077");  // left by a crash
    fs::remove(desk.texts + "/b.txt");
    BOOST_TEST(sync(fresh).added == 1u);
    BOOST_TEST(*current_generation(desk.index) != before);
    BOOST_TEST(passages_with(desk.index, "beta") == 0u);
    std::size_t generations = 0;
    for (const auto& entry : fs::directory_iterator(desk.index)) generations += entry.is_directory();
    BOOST_TEST(generations == 1u);
}

BOOST_AUTO_TEST_CASE(an_interrupted_update_keeps_what_is_done) {
    const Desk desk;
    for (int i = 0; i < 10; ++i) desk.write(std::to_string(i) + ".txt", minutes_of(i, "alpha"));
    std::atomic<bool> stop{false};
    const SyncSummary first = sync_index(desk.options(), [&](std::uint64_t done, std::uint64_t, const std::string&) { stop = done >= 4; }, stop);
    BOOST_TEST(first.interrupted);
    BOOST_TEST(first.added == 4u);
    BOOST_TEST(first.files == 4u);
    BOOST_TEST(desk.update().added == 6u);
    BOOST_TEST((contents_of(desk.index) == fresh_contents(desk)));
}

BOOST_AUTO_TEST_CASE(odd_texts_do_not_harm_their_neighbours) {
    const Desk desk;
    desk.write("a.txt", minutes_of(1, "alpha"));
    desk.write("b-words.txt", minutes_of(2, std::string(300, 'x')) + std::string(300, '\xC3') + "\n" + minutes_of(3, std::string(100'000, 'y')));
    desk.write("c-nuls.txt", minutes_of(4, "nul") + std::string(5, '\0') + std::string(6000, 'z'));
    std::string wide;
    for (int i = 0; i < 200; ++i) wide += "\xE1\xBB\x87";
    desk.write("d-wide.txt", minutes_of(5, wide));
    desk.write("e\n\x1b[31m\xff.txt", minutes_of(6, "named"));
    desk.write("f.txt", minutes_of(7, "omega"));
    const SyncSummary summary = desk.update();
    BOOST_TEST(summary.added == 6u);
    BOOST_TEST(summary.skipped.empty());
    for (const std::string word : {"alpha", "omega", "nul", "named"}) BOOST_TEST(passages_with(desk.index, word) > 0u, word);
    BOOST_TEST(shown(desk.update()) == "added 0, changed 0, removed 0, unchanged 6, duplicates 0");
}

BOOST_AUTO_TEST_CASE(a_file_that_the_index_refuses_is_skipped_alone) {
    const Workspace work;
    const std::string path = (work.path() / "gen-000001").string();
    const auto change_of = [](const std::string& name, const std::string& text) {
        FileChange change;
        change.file.path = name;
        change.file.sha256 = name;
        Record record;
        record.id = name + ".1";
        record.kind = "discussion";
        record.path = name;
        record.text = text;
        change.passages = {record, record};
        return change;
    };
    for (std::size_t poisoned = 0; poisoned < 7; ++poisoned) {
        std::vector<FileChange> batch;
        for (std::size_t i = 0; i < 7; ++i) batch.push_back(change_of("file" + std::to_string(i), i == poisoned ? std::string(17u << 20, ' ') : "a word"));
        batch[poisoned].passages.front().text = "a good first passage";
        IndexWriter writer(path);
        const auto refused = writer.commit(batch, {});
        BOOST_REQUIRE(refused.size() == 1u);
        BOOST_TEST(refused.front().first == "file" + std::to_string(poisoned));
        std::size_t indexed = 0, skipped = 0;
        for (const FileRecord& file : read_file_records(path)) {
            if (file.state == State::indexed) ++indexed;
            else if (file.state == State::skipped && file.path == refused.front().first && !file.note.empty()) ++skipped;
        }
        BOOST_TEST(indexed == 6u);
        BOOST_TEST(skipped == 1u);
        const Xapian::Database database(path, Xapian::DB_BACKEND_GLASS);
        BOOST_TEST(database.get_termfreq(make_term(*field_named("type"), "passage")) == 12u, "no half file");
    }
}

BOOST_AUTO_TEST_CASE(killed_at_any_moment_the_index_is_that_of_some_commit) {
    constexpr int kFiles = 120, kKills = 20;
    std::mt19937 random(11);
    const Desk desk;
    std::map<std::string, std::size_t> passages;  // of each file, by path, of every version of it
    const auto write_round = [&](int round) {
        for (int i = 0; i < kFiles; ++i)
            if (round == 0 || (i + round) % 3 == 0)
                desk.write(std::to_string(i) + ".txt", minutes_of(i, "round" + std::to_string(round) + "x", 40));
    };
    write_round(0);
    std::size_t killed = 0, acknowledged_lost = 0;
    std::set<std::string> committed;
    for (int kill_number = 0; kill_number < kKills; ++kill_number) {
        const pid_t writer = fork();
        BOOST_REQUIRE(writer >= 0);
        if (writer == 0) {
            try {
                (void)desk.update();
            } catch (...) {
                _exit(1);
            }
            _exit(0);
        }
        usleep(2'000 + static_cast<unsigned>(random() % 150'000));
        kill(writer, SIGKILL);
        int status = 0;
        waitpid(writer, &status, 0);
        if (WIFSIGNALED(status)) ++killed;
        else BOOST_TEST(WEXITSTATUS(status) == 0);
        if (!fs::exists(desk.index + "/current")) continue;
        if (kill_number % 5 == 0) BOOST_TEST(check_index(desk.index, false).sound(), check_as_text(check_index(desk.index, false)));
        // Every file that is noted as indexed has all its passages, of one version of its text, and no file else has any.
        std::map<std::string, std::pair<std::size_t, std::set<std::string>>> stored;
        for (const Record& record : records_of(desk.index)) {
            if (record.kind != "title") ++stored[record.path].first;
            stored[record.path].second.insert(record.sha256);
        }
        std::set<std::string> now;
        for (const FileRecord& file : read_file_records(*current_generation(desk.index))) {
            std::size_t expected = 0;
            for (const MeetingSummary& meeting : file.meetings) expected += meeting.passages;
            BOOST_TEST(stored[file.path].first == expected);
            BOOST_TEST((stored[file.path].second == std::set<std::string>{file.sha256}));
            stored.erase(file.path);
            now.insert(file.path);
        }
        BOOST_TEST(stored.empty());
        acknowledged_lost += static_cast<std::size_t>(std::count_if(committed.begin(), committed.end(), [&](const std::string& path) { return !now.count(path); }));
        committed = now;
        if (now.size() == kFiles) write_round(kill_number + 1);
    }
    BOOST_TEST(acknowledged_lost == 0u);
    BOOST_TEST(killed > 5u, "the writer must be killed while it works; make its work longer");
    (void)desk.update();
    BOOST_TEST((contents_of(desk.index) == fresh_contents(desk)));
    BOOST_TEST(check_as_text(check_index(desk.index, true)).find(" source files are as indexed.\n") != std::string::npos);
}

namespace {

/// A disk that is full to this process: no file may grow beyond `bytes`.
std::string update_on_a_full_disk(const Desk& desk, rlim_t bytes) {
    int ends[2];
    BOOST_REQUIRE(pipe(ends) == 0);
    const pid_t writer = fork();
    if (writer == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, bytes};
        setrlimit(RLIMIT_FSIZE, &limit);
        std::string said = "done";
        try {
            (void)desk.update();
        } catch (const Error& error) {
            said = error.what();
        }
        _exit(write(ends[1], said.data(), said.size()) == static_cast<ssize_t>(said.size()) ? 0 : 1);
    }
    int status = 0;
    waitpid(writer, &status, 0);
    close(ends[1]);
    std::string said(4096, '\0');
    const ssize_t size = read(ends[0], said.data(), said.size());
    close(ends[0]);
    return status == 0 && size > 0 ? said.substr(0, static_cast<std::size_t>(size)) : "crashed";
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_full_disk_loses_nothing_that_was_committed) {
    const Desk desk;
    desk.write("0.txt", minutes_of(0, "stone"));
    desk.update();
    const Contents before = contents_of(desk.index);
    for (int i = 1; i < 30; ++i) desk.write(std::to_string(i) + ".txt", minutes_of(i, "word" + std::to_string(i), 40));
    for (const rlim_t bytes : {0u, 100u, 40'000u, 100'000u}) {
        const std::string said = update_on_a_full_disk(desk, bytes);
        BOOST_TEST(said.find("heck the disk") != std::string::npos, bytes << ": " << said);
        BOOST_TEST((contents_of(desk.index) == before), bytes);
        BOOST_TEST(check_index(desk.index, false).sound(), bytes << ": " << check_as_text(check_index(desk.index, false)));
    }
    desk.update();
    BOOST_TEST((contents_of(desk.index) == fresh_contents(desk)));
}
