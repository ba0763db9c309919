// What an update will do is decided before anything is read: one row a case.
#include "indexer/digest.hpp"
#include "indexer/folder_given.hpp"
#include "indexer/ledger.hpp"
#include "indexer/sync_plan.hpp"
#include "tests/workspace.hpp"

#include <boost/test/unit_test.hpp>

using namespace minutes;
using namespace minutes::test;
using State = FileRecord::State;

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;

FoundFile found(const std::string& path) { return {path, "/r", 100, 10 * kSecond, 7, 1, 10 * kSecond}; }

FileRecord known(const std::string& path, State state = State::indexed) {
    FileRecord file;
    file.path = path;
    file.root = "/r";
    file.size = 100;
    file.mtime_ns = file.ctime_ns = 10 * kSecond;
    file.inode = 7;
    file.device = 1;
    file.seen_ns = 20 * kSecond;
    file.sha256 = state == State::skipped ? "" : "sha of " + path;
    file.given = "given";
    file.state = state;
    return file;
}

KnownFiles as_known(const std::vector<FileRecord>& files) {
    KnownFiles known;
    for (const FileRecord& file : files) known[file.path] = file;
    return known;
}

/// "read a, remove b, leave c, elsewhere d"
std::string shown(const SyncPlan& plan) {
    std::string text;
    const auto add = [&](const std::string& word, const std::string& path) { text += (text.empty() ? "" : ", ") + word + " " + path; };
    for (const FoundFile& file : plan.to_read) add("read", file.path);
    for (const std::string& path : plan.to_remove) add("remove", path);
    for (const FileRecord& file : plan.unchanged) add("leave", file.path);
    for (const FileRecord& file : plan.elsewhere) add("elsewhere", file.path);
    return text;
}

template <typename Change>
FoundFile found_but(Change change) {
    FoundFile file = found("/r/a.txt");
    change(file);
    return file;
}

template <typename Change>
FileRecord known_but(Change change) {
    FileRecord file = known("/r/a.txt");
    change(file);
    return file;
}

}  // namespace

BOOST_AUTO_TEST_CASE(plans) {
    const struct { std::string name; std::vector<FoundFile> files; std::vector<FileRecord> known; std::string plan; } cases[] = {
        {"nothing", {}, {}, ""},
        {"new", {found("/r/a.txt")}, {}, "read /r/a.txt"},
        {"unchanged", {found("/r/a.txt")}, {known("/r/a.txt")}, "leave /r/a.txt"},
        {"vanished", {}, {known("/r/a.txt")}, "remove /r/a.txt"},
        {"outside", {}, {known("/other/a.txt"), known("/rr/a.txt")}, "elsewhere /other/a.txt, elsewhere /rr/a.txt"},
        {"duplicate unchanged", {found("/r/a.txt")}, {known("/r/a.txt", State::duplicate)}, "leave /r/a.txt"},
        {"size", {found_but([](FoundFile& f) { f.size = 101; })}, {known("/r/a.txt")}, "read /r/a.txt"},
        {"time", {found_but([](FoundFile& f) { f.mtime_ns += 1; })}, {known("/r/a.txt")}, "read /r/a.txt"},
        {"time set back", {found_but([](FoundFile& f) { f.ctime_ns += 1; })}, {known("/r/a.txt")}, "read /r/a.txt"},
        {"another file under the name", {found_but([](FoundFile& f) { f.inode = 8; })}, {known("/r/a.txt")}, "read /r/a.txt"},
        {"other given", {found("/r/a.txt")}, {known_but([](FileRecord& f) { f.given = "old"; })}, "read /r/a.txt"},
        {"racy", {found("/r/a.txt")}, {known_but([](FileRecord& f) { f.seen_ns = f.mtime_ns + kSecond; })}, "read /r/a.txt"},
        {"read before it was written", {found("/r/a.txt")}, {known_but([](FileRecord& f) { f.seen_ns = 0; })}, "read /r/a.txt"},
        {"unreadable before", {found("/r/a.txt")}, {known("/r/a.txt", State::skipped)}, "read /r/a.txt"},
        {"no format of ours", {found("/r/a.jpg")}, {known("/r/a.jpg", State::skipped)}, "leave /r/a.jpg"},
        {"refused by the index", {found("/r/a.txt")}, {known_but([](FileRecord& f) { f.state = State::skipped; })}, "leave /r/a.txt"},
        {"archive unchanged", {found("/r/a.zip")}, {known("/r/a.zip", State::archive), known("/r/a.zip/b/c.txt")}, "leave /r/a.zip, leave /r/a.zip/b/c.txt"},
        {"archive changed: what becomes of its files shows when it is read", {found("/r/a.zip"), found("/r/a.txt")}, {known("/r/a.zip/b/c.txt"), known("/r/a.txt")}, "read /r/a.zip, leave /r/a.txt"},
        {"archive vanished", {}, {known("/r/a.zip", State::archive), known("/r/a.zip/b/c.txt")}, "remove /r/a.zip, remove /r/a.zip/b/c.txt"},
        {"moved", {found("/r/b.txt")}, {known("/r/a.txt")}, "read /r/b.txt, remove /r/a.txt"},
    };
    for (const auto& c : cases) {
        Walk walk;
        walk.files = c.files;
        GivenKeys given;
        for (const FoundFile& file : c.files) given[file.path] = "given";
        BOOST_TEST_CONTEXT(c.name) BOOST_TEST(shown(plan_sync(walk, {"/r"}, as_known(c.known), given)) == c.plan);
    }
}

BOOST_AUTO_TEST_CASE(under) {
    const struct { std::string path, root; bool under; } cases[] = {
        {"/r/a", "/r", true}, {"/r", "/r", true}, {"/rr/a", "/r", false}, {"/a", "/", true}, {"/r", "/r/a", false}, {"/r/a/b", "/r/a", true}, {"", "/r", false},
    };
    for (const auto& c : cases) BOOST_TEST(is_under(c.path, c.root) == c.under, c.path << " " << c.root);
}

BOOST_AUTO_TEST_CASE(refusals) {
    // No such folders exist: their nearest ancestor is "/", whose device serves as that of a vanished mount.
    const Workspace work;
    const std::string r = work.path().string();
    const std::uint64_t here = [&] {
        work.write("probe", "x");
        return walk({r}).files.at(0).device;
    }();
    const auto file = [&](const std::string& name, std::uint64_t device, State state = State::indexed) {
        FileRecord record = known(r + name, state);
        record.device = device;
        return record;
    };
    const auto left = [&](const std::string& name) {
        FoundFile found_file = found(r + name);
        found_file.device = here;
        return found_file;
    };
    const NotWalked closed{r + "/sub", "folder not read: Permission denied", true}, link{r + "/sub", "symbolic link, not followed", false},
        pipe{r + "/a.txt", "named pipe, not a file", false};
    const struct { std::string name; std::vector<FoundFile> files; std::vector<NotWalked> closed; std::vector<FileRecord> known; bool allow_empty; std::string why; } cases[] = {
        {"all there", {left("/a.txt")}, {}, {file("/a.txt", here)}, false, ""},
        {"one gone", {left("/a.txt")}, {}, {file("/a.txt", here), file("/b.txt", here)}, false, ""},
        {"root empty", {}, {}, {file("/a.txt", here)}, false, "is empty"},
        {"root empty, believed", {}, {}, {file("/a.txt", here)}, true, ""},
        {"root empty, held nothing", {}, {}, {file("/a.txt", here, State::skipped)}, false, ""},
        {"folder closed", {left("/a.txt")}, {closed}, {file("/a.txt", here), file("/sub/b.txt", here)}, false, "Permission denied"},
        {"folder closed is never believed to be empty", {left("/a.txt")}, {closed}, {file("/sub/b.txt", here)}, true, "Permission denied"},
        {"closed folder held nothing", {left("/a.txt")}, {closed}, {file("/a.txt", here)}, false, ""},
        {"closed folder held only skipped", {left("/a.txt")}, {closed}, {file("/sub/b.txt", here, State::skipped)}, false, ""},
        {"folder became a link", {left("/a.txt")}, {link}, {file("/sub/b.txt", here)}, false, "symbolic link"},
        {"file became a pipe", {left("/b.txt")}, {pipe}, {file("/a.txt", here), file("/b.txt", here)}, false, ""},
        {"mount gone", {left("/a.txt")}, {}, {file("/a.txt", here), file("/sub/b.txt", here + 1)}, false, "another disk"},
        {"mount gone, believed", {left("/a.txt")}, {}, {file("/a.txt", here), file("/sub/b.txt", here + 1)}, true, ""},
        {"disk renumbered", {left("/a.txt")}, {}, {file("/a.txt", here + 1), file("/sub/b.txt", here + 1)}, false, ""},
    };
    for (const auto& c : cases) {
        Walk walk;
        walk.files = c.files;
        walk.not_walked = c.closed;
        const KnownFiles known_files = as_known(c.known);
        const std::string why = why_refuse(walk, {r}, plan_sync(walk, {r}, known_files, {}), known_files, c.allow_empty);
        BOOST_TEST_CONTEXT(c.name << ": " << why) {
            BOOST_TEST(why.empty() == c.why.empty());
            BOOST_TEST(why.find(c.why) != std::string::npos);
            if (!why.empty()) BOOST_TEST(why.find("Nothing was changed") != std::string::npos, "says what to do");
        }
    }
}

BOOST_AUTO_TEST_CASE(one_of_the_same_bytes_is_the_owner) {
    FileRecord a = known("/r/a.txt"), b = known("/r/b.txt", State::duplicate), c = known("/r/c.txt", State::duplicate);
    a.sha256 = b.sha256 = c.sha256 = "same";
    Ledger ledger({c, a, b});
    BOOST_TEST(ledger.owner("same") == "/r/a.txt");
    BOOST_TEST(ledger.owner("other").empty());
    BOOST_TEST(ledger.orphans().empty());
    ledger.drop("/r/a.txt");
    BOOST_TEST(ledger.owner("same").empty());
    BOOST_TEST(ledger.orphans().size() == 2u);
    BOOST_TEST(ledger.orphans().front().path == "/r/b.txt");
    b.state = State::indexed;
    ledger.put(b);
    BOOST_TEST(ledger.orphans().empty());
    // An owner that gives way before its successor's bytes change leaves the successor in place.
    ledger.put(a);
    b.state = State::duplicate;
    ledger.put(b);
    BOOST_TEST(ledger.owner("same") == "/r/a.txt");
    BOOST_TEST(ledger.find("/r/none") == nullptr);
    ledger.drop("/r/none");
}

BOOST_AUTO_TEST_CASE(given_can_be_read_back) {
    for (const Given& given : {Given{"", ""}, Given{"Eastmoor Council", ""}, Given{"", "Panel"}, Given{"A", "B"}}) {
        BOOST_TEST(given_of(given_key(given)).council == given.council);
        BOOST_TEST(given_of(given_key(given)).committee == given.committee);
    }
    BOOST_TEST(given_key({"A", ""}) != given_key({"", "A"}));
    BOOST_TEST(given_of("").council.empty());
}

BOOST_AUTO_TEST_CASE(folders_say_what_texts_leave_out) {
    const Workspace work;
    const std::string r = work.path().string();
    work.write("minutes.json", R"({"council": "Top"})");
    work.write("a/minutes.json", R"({"council": "Eastmoor", "committee": "Panel"})");
    work.write("bad/minutes.json", "{\"council\": ");
    work.write("list/minutes.json", "[1]");
    work.write("number/minutes.json", R"({"council": 5, "committee": "Panel"})");
    work.write("typo/minutes.json", R"({"concil": "Eastmoor"})");
    work.write("long/minutes.json", R"({"council": ")" + std::string(501, 'x') + "\"}");
    work.write("deep/minutes.json", std::string(60'000, '['));
    work.write("huge/minutes.json", std::string(100'000, ' '));
    std::filesystem::create_directories(work.path() / "folder/minutes.json");
    std::filesystem::create_directories(work.path() / "link");
    std::filesystem::create_symlink("/dev/zero", work.path() / "link/minutes.json");
    const struct { std::string file, root, given; bool problem; } cases[] = {
        {"/x.txt", "", "Top|", false},
        {"/none/deeper/x.txt", "", "Top|", false},
        {"/a/x.txt", "", "Eastmoor|Panel", false},
        {"/a/b/x.txt", "", "Eastmoor|Panel", false},
        {"/a/b/x.txt", "/a/b", "|", false},
        {"/bad/x.txt", "", "|", true},
        {"/list/x.txt", "", "|", true},
        {"/number/x.txt", "", "|Panel", true},
        {"/typo/x.txt", "", "|", true},
        {"/long/x.txt", "", "|", true},
        {"/deep/x.txt", "", "|", true},
        {"/huge/x.txt", "", "|", true},
        {"/folder/x.txt", "", "|", true},
        {"/link/x.txt", "", "|", true},
    };
    FolderGiven folders;
    for (const auto& c : cases)
        BOOST_TEST_CONTEXT(c.file << " under " << c.root) {
            const FolderGiven::Found& found_given = folders.of(r + c.file, r + c.root);
            BOOST_TEST(found_given.given.council + "|" + found_given.given.committee == c.given);
            BOOST_TEST(!found_given.problem.empty() == c.problem, found_given.problem);
        }
}
