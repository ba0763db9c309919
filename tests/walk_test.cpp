// What lies under the paths: every file once, nothing followed, nothing lost without a word.
#include "corpus/problem.hpp"
#include "corpus/walk.hpp"
#include "tests/workspace.hpp"

#include <boost/test/unit_test.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

using namespace minutes;
using namespace minutes::test;
namespace fs = std::filesystem;

namespace {

/// Paths relative to `base`, one a line, in the order found.
std::string files_of(const Walk& found, const fs::path& base) {
    std::string text;
    for (const FoundFile& file : found.files) text += file.path.substr(base.string().size() + 1) + "\n";
    return text;
}

std::string reason_for(const Walk& found, const fs::path& path) {
    for (const NotWalked& closed : found.not_walked)
        if (closed.path == path.string()) return closed.reason + (closed.is_folder ? " (folder)" : "");
    return {};
}

}  // namespace

BOOST_AUTO_TEST_CASE(finds_every_file_once_in_order) {
    const Workspace work;
    for (const std::string name : {"b.txt", "a/x.txt", "a/b/c/deep.md", "a-b.txt", ".hidden.txt", ".git/config.txt", "picture.png"}) work.write(name, "text");
    const std::string root = work.path().string();
    const std::string all = "a-b.txt\na/b/c/deep.md\na/x.txt\nb.txt\npicture.png\n";
    const struct { std::vector<std::string> roots; std::string files; } cases[] = {
        {{root}, all},
        {{root + "/"}, all},
        {{root + "/a/../."}, all},
        {{root, root + "/a", root + "/b.txt"}, all},
        {{root + "/b.txt", root + "/a", root}, all},
        {{root + "/a/b"}, "a/b/c/deep.md\n"},
        {{root + "/.hidden.txt"}, ".hidden.txt\n"},
        {{}, ""},
    };
    for (const auto& c : cases) {
        const Walk found = walk(c.roots);
        BOOST_TEST(files_of(found, work.path()) == c.files);
        BOOST_TEST(found.not_walked.empty());
        for (const FoundFile& file : found.files)
            if (c.files == all) BOOST_TEST(file.root == root, "the outermost root counts, whatever their order");
    }
}

BOOST_AUTO_TEST_CASE(tells_size_and_times) {
    const Workspace work;
    const fs::path file = work.write("a.txt", "12345");
    struct stat status {};
    BOOST_REQUIRE(stat(file.c_str(), &status) == 0);
    const Walk found = walk({file.string()});
    BOOST_REQUIRE(found.files.size() == 1u);
    BOOST_TEST(found.files[0].size == 5u);
    BOOST_TEST(found.files[0].inode == status.st_ino);
    BOOST_TEST(found.files[0].device == status.st_dev);
    BOOST_TEST(found.files[0].mtime_ns / 1'000'000'000 == status.st_mtim.tv_sec);
    BOOST_TEST(found.files[0].ctime_ns / 1'000'000'000 == status.st_ctim.tv_sec);
}

BOOST_AUTO_TEST_CASE(what_is_not_followed_is_named) {
    const Workspace work;
    work.write("real/a.txt", "text");
    fs::create_directory_symlink(work.path(), work.path() / "real/loop");
    fs::create_symlink(work.path() / "real/a.txt", work.path() / "link.txt");
    fs::create_symlink("nowhere", work.path() / "dangling.txt");
    BOOST_REQUIRE(mkfifo((work.path() / "pipe.txt").c_str(), 0600) == 0);
    const Walk found = walk({work.path().string()});
    BOOST_TEST(files_of(found, work.path()) == "real/a.txt\n");
    for (const std::string name : {"real/loop", "link.txt", "dangling.txt"}) BOOST_TEST(reason_for(found, work.path() / name) == "symbolic link, not followed", name);
    BOOST_TEST(reason_for(found, work.path() / "pipe.txt") == "named pipe, not a file");
    BOOST_TEST(found.not_walked.size() == 4u);
    BOOST_TEST(std::is_sorted(found.not_walked.begin(), found.not_walked.end(), [](const NotWalked& a, const NotWalked& b) { return a.path < b.path; }));
}

BOOST_AUTO_TEST_CASE(a_root_may_be_a_link) {
    const Workspace work;
    work.write("real/a.txt", "text");
    fs::create_directory_symlink("real", work.path() / "link");
    fs::create_symlink("real/a.txt", work.path() / "file.txt");
    const Walk found = walk({(work.path() / "link").string(), (work.path() / "file.txt").string()});
    BOOST_TEST(files_of(found, work.path()) == "file.txt\nlink/a.txt\n");
}

BOOST_AUTO_TEST_CASE(odd_names_survive) {
    const Workspace work;
    const std::string names[] = {"new\nline.txt", "\x1b[31m.txt", "\xff\xfe.txt", "-rf.txt", std::string(251, 'x') + ".txt", " .txt", "a\\b.txt"};
    for (const std::string& name : names) work.write(name, "text");
    const Walk found = walk({work.path().string()});
    BOOST_TEST(found.files.size() == std::size(names));
    for (const std::string& name : names)
        BOOST_TEST(std::count_if(found.files.begin(), found.files.end(), [&](const FoundFile& file) { return file.path == work.path().string() + "/" + name; }) == 1);
}

BOOST_AUTO_TEST_CASE(a_missing_root_is_an_error) {
    const Workspace work;
    work.write("a.txt", "text");
    BOOST_REQUIRE(mkfifo((work.path() / "pipe").c_str(), 0600) == 0);
    for (const std::string path : {"/missing", "/missing/a.txt", "/a.txt/b", "/pipe"})
        BOOST_CHECK_EXCEPTION((void)walk({work.path().string(), work.path().string() + path}), Error,
                              [&](const Error& error) { return std::string(error.what()).find(work.path().string()) != std::string::npos; });
}

BOOST_AUTO_TEST_CASE(a_closed_folder_is_named_or_an_error) {
    const Workspace work;
    work.write("open.txt", "text");
    work.write("closed/a.txt", "text");
    fs::permissions(work.path() / "closed", fs::perms::none);
    if (geteuid() == 0) {
        BOOST_TEST_MESSAGE("left out: root enters folders whatever their permissions say");
        return;
    }
    const Walk found = walk({work.path().string()});
    BOOST_TEST(files_of(found, work.path()) == "open.txt\n");
    BOOST_TEST(reason_for(found, work.path() / "closed").ends_with("(folder)"));
    BOOST_CHECK_THROW((void)walk({(work.path() / "closed").string()}), Error);
    fs::permissions(work.path() / "closed", fs::perms::owner_all);
}

BOOST_AUTO_TEST_CASE(folders_too_deep_are_named) {
    const Workspace work;
    std::string path = work.path().string();
    fs::path deepest;
    for (int i = 0; i < 300; ++i) path += "/d";
    fs::create_directories(path);
    work.write("a.txt", "text");
    const Walk found = walk({work.path().string()});
    BOOST_TEST(found.files.size() == 1u);
    BOOST_REQUIRE(found.not_walked.size() == 1u);
    BOOST_TEST(found.not_walked[0].reason == "folder not read: folders nested too deeply");
}
