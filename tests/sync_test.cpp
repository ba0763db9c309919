// The index mirrors the folders, whatever happens: edits, copies, moves, kills, poison, two writers, vanished disks.
#include "corpus/problem.hpp"
#include "indexer/index_directory.hpp"
#include "indexer/schema.hpp"
#include "indexer/sync.hpp"
#include "indexer/writer.hpp"
#include "searcher/reader.hpp"
#include "tests/workspace.hpp"

#include <boost/test/unit_test.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <map>
#include <random>
#include <set>

using namespace minutes;
using namespace minutes::test;
using State = FileRecord::State;
namespace fs = std::filesystem;

namespace {

const std::atomic<bool> kNever{false};

SyncSummary sync(const SyncOptions& options) {
    return sync_index(options, [](std::uint64_t, std::uint64_t, const std::string&) {}, kNever);
}

/// Minutes of `items` items, of a meeting that `day` and `word` tell from others.
std::string minutes_of(int day, const std::string& word, int items = 3) {
    std::string text = "EASTMOOR COUNCIL\n\nMinutes of the Scrutiny Panel held on " + std::to_string(day % 28 + 1) + " March " + std::to_string(2000 + day / 28) +
                       "\n\nPRESENT: Councillor Ashdown (Chair) and Councillor Birch.\n\n";
    for (int i = 1; i <= items; ++i)
        text += std::to_string(i) + ". BUSINESS " + std::string(1, static_cast<char>('A' + i)) + "\n\nThe Chair reported that " + word + " number " +
                std::to_string(i) + " was under way.\n\nCouncillor Birch asked about the cost of " + word + ".\n\n";
    return text;
}

/// A folder of texts and an index beside it.
struct Desk {
    Workspace work;
    std::string texts = (work.path() / "texts").string(), index = (work.path() / "index").string();

    Desk() { fs::create_directories(texts); }
    std::string write(const std::string& name, const std::string& bytes) const { return work.write("texts/" + name, bytes).string(); }
    [[nodiscard]] SyncOptions options() const {
        SyncOptions options;
        options.paths = {texts};
        options.index = index;
        return options;
    }
    SyncSummary update() const { return sync(options()); }
};

/// Everything that stands in an index, comparable: all terms, values and data of every passage, and every file's record.
struct Contents {
    std::multiset<std::string> passages;
    std::map<std::string, std::string> files;  ///< path -> state, note, meetings
    bool operator==(const Contents&) const = default;
};

std::string shown(const Xapian::Document& document) {
    std::string text;
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) text += *term + ":" + std::to_string(term.get_wdf()) + " ";
    for (auto value = document.values_begin(); value != document.values_end(); ++value) text += std::to_string(value.get_valueno()) + "=" + *value + " ";
    return text + document.get_data();
}

std::string shown(FileRecord file) {
    file.seen_ns = file.mtime_ns = file.ctime_ns = 0;
    file.inode = 0;
    return encode_file_record(file);
}

Contents contents_of(const std::string& index) {
    Reader reader(index);
    return reader.read([](const Xapian::Database& database) {
        Contents contents;
        const std::string passage = make_term(*field_named("type"), "passage"), file = make_term(*field_named("type"), "file");
        for (auto id = database.postlist_begin(passage); id != database.postlist_end(passage); ++id)
            contents.passages.insert(shown(database.get_document(*id)));
        for (auto id = database.postlist_begin(file); id != database.postlist_end(file); ++id) {
            const FileRecord record = decode_file_record(database.get_document(*id).get_data());
            contents.files[record.path] = shown(record);
        }
        BOOST_TEST(contents.passages.size() + contents.files.size() == database.get_doccount());
        return contents;
    });
}

std::vector<Record> records_of(const std::string& index) {
    Reader reader(index);
    return reader.read([](const Xapian::Database& database) {
        std::vector<Record> records;
        const std::string passage = make_term(*field_named("type"), "passage");
        for (auto id = database.postlist_begin(passage); id != database.postlist_end(passage); ++id)
            records.push_back(decode_record(database.get_document(*id).get_data()));
        return records;
    });
}

std::size_t passages_with(const std::string& index, const std::string& word) {
    const std::vector<Record> records = records_of(index);
    return static_cast<std::size_t>(std::count_if(records.begin(), records.end(), [&](const Record& r) { return r.text.find(word) != std::string::npos; }));
}

/// The contents that a build from nothing gives.
Contents fresh_contents(const Desk& desk) {
    const Workspace elsewhere;
    SyncOptions options = desk.options();
    options.index = (elsewhere.path() / "index").string();
    (void)sync(options);
    return contents_of(options.index);
}

/// "added 1, changed 0, removed 0, unchanged 2, duplicates 0"
std::string shown(const SyncSummary& s) {
    return "added " + std::to_string(s.added) + ", changed " + std::to_string(s.changed) + ", removed " + std::to_string(s.removed) + ", unchanged " +
           std::to_string(s.unchanged) + ", duplicates " + std::to_string(s.duplicates);
}

bool says(const std::exception& error, const std::string& words) { return std::string(error.what()).find(words) != std::string::npos; }

}  // namespace

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
}
