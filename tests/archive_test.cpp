// Archives of documents: their files are read as those of a folder, bad ones are named, and their neighbours are unharmed.
#include "corpus/archive.hpp"
#include "tests/workspace.hpp"
#include "tests/zip_bytes.hpp"
#include "tests/zipped.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

using namespace minutes;
using namespace minutes::test;
namespace fs = std::filesystem;

namespace {

/// "a.txt=Benches.|b.jpg skipped: no document, by its name|! problem"
std::string shown(const std::string& bytes) {
    std::string text;
    const auto add = [&](const std::string& more) { text += (text.empty() ? "" : "|") + more; };
    const auto problems = read_archive(bytes, [&](const ArchiveMember& member) {
        const Skipped* const skipped = std::get_if<Skipped>(&member.bytes);
        add(member.name + (skipped ? " skipped: " + skipped->reason : "=" + std::get<std::string>(member.bytes).substr(0, 20)));
        return true;
    });
    for (const std::string& problem : problems) add("! " + problem);
    return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(names_become_ends_of_paths) {
    const struct { std::string stored, name, refused; bool hidden; } cases[] = {
        {"a.txt", "a.txt", "", false},
        {"2023/May/a.txt", "2023/May/a.txt", "", false},
        {"./a//b/./c.txt", "a/b/c.txt", "", false},
        {"2023\\May\\a.txt", "2023/May/a.txt", "", false},
        {"caf\xC3\xA9 and tea.txt", "caf\xC3\xA9 and tea.txt", "", false},
        {"a..txt", "a..txt", "", false},
        {"/etc/passwd", "etc/passwd", "an absolute name", false},
        {"\\\\server\\a.txt", "server/a.txt", "an absolute name", false},
        {"C:\\a.txt", "C:/a.txt", "an absolute name", false},
        {"a/../../b.txt", "a/../../b.txt", "a name that leads out of the archive", false},
        {"..", "..", "a name that leads out of the archive", false},
        {"./", "", "no name", false},
        {"", "", "no name", false},
        {std::string(1001, 'n'), std::string(1001, 'n'), "a name of more than 1000 bytes", false},
        {".git/config", ".git/config", "", true},
        {"__MACOSX/._a.txt", "__MACOSX/._a.txt", "", true},
    };
    for (const auto& c : cases) {
        const MemberName name = member_name(c.stored);
        BOOST_TEST_CONTEXT(c.stored) {
            BOOST_TEST(name.name == c.name);
            BOOST_TEST(name.refused == c.refused);
            BOOST_TEST(name.hidden == c.hidden);
        }
    }
}

BOOST_AUTO_TEST_CASE(files_of_archives) {
    const ZipEntry a{"a.txt", "Benches."}, z{"z.txt", "Ponds."};
    const auto with = [](ZipEntry entry, auto change) {
        change(entry);
        return entry;
    };
    const std::string sound = zip_bytes({a, z});
    std::string lying = sound;
    lying.replace(lying.find("PK\x01\x02") + 24, 4, four(0x7FFFFFF0));   // the size of the first as the directory has it
    const struct { std::string name, bytes, read; } cases[] = {
        {"sound", sound, "a.txt=Benches.|z.txt=Ponds."},
        {"folders", zip_bytes({{"b/", "", 0, 0, 040755}, {"b/a.txt", "Benches."}}), "b/a.txt=Benches."},
        {"hidden", zip_bytes({a, {".htaccess", "x"}, {"__MACOSX/._a.txt", "x"}}), "a.txt=Benches."},
        {"no document", zip_bytes({a, {"b.jpg", "x"}, z}), "a.txt=Benches.|b.jpg skipped: no document, by its name|z.txt=Ponds."},
        {"empty file", zip_bytes({{"a.txt", ""}, z}), "a.txt=|z.txt=Ponds."},
        {"encrypted", zip_bytes({a, with(a, [](ZipEntry& e) { e.name = "b.txt"; e.flags = 1; }), z}),
         "a.txt=Benches.|b.txt skipped: needs a password; unpack the archive into the folder, its files are then read|z.txt=Ponds."},
        {"a wrong checksum", zip_bytes({with(a, [](ZipEntry& e) { e.wrong = 1; }), z}), "a.txt skipped: damaged in its archive; get the archive again from its source|z.txt=Ponds."},
        {"a method nobody has", zip_bytes({with(a, [](ZipEntry& e) { e.method = 77; }), z}), "a.txt skipped: packed in a way that is not supported; unpack the archive into the folder, its files are then read|z.txt=Ponds."},
        {"bytes that do not unpack", zip_bytes({with(a, [](ZipEntry& e) { e.method = 8; }), z}), "a.txt skipped: damaged in its archive; get the archive again from its source|z.txt=Ponds."},
        {"a symbolic link", zip_bytes({{"a.txt", "/etc/passwd", 0, 0, 0120777}, z}), "a.txt skipped: symbolic link, not followed|z.txt=Ponds."},
        {"absolute, out of the archive", zip_bytes({{"/etc/a.txt", "x"}, {"../b.txt", "x"}, z}), "z.txt=Ponds.|! /etc/a.txt: an absolute name; it is not read|! ../b.txt: a name that leads out of the archive; it is not read"},
        {"twice", zip_bytes({a, {"a.txt", "Other."}, {"./a.txt", "Third."}, z}), "a.txt=Benches.|z.txt=Ponds.|! a.txt: stands twice in the archive; the first is read|! ./a.txt: stands twice in the archive; the first is read"},
        {"not UTF-8", zip_bytes({{"caf\x82.txt", "Tea."}}), "caf\u00E9.txt=Tea.|! caf\u00E9.txt: its name is not UTF-8; read as code page 437"},
        {"backslashes", zip_bytes({{"b\\a.txt", "Benches."}}), "b/a.txt=Benches."},
        {"nothing", zip_bytes({}), "! holds no file"},
        {"cut in a file", sound.substr(0, 50), "! holds no file"},
        {"cut in the directory", sound.substr(0, sound.size() - 40), "! holds no file"},
        {"no archive", "PK\x03\x04 and no more", "! holds no file"},
        {"a lying size", lying, "a.txt skipped: damaged in its archive; get the archive again from its source|z.txt=Ponds."},
    };
    for (const auto& c : cases) BOOST_TEST_CONTEXT(c.name) BOOST_TEST(shown(c.bytes) == c.read);
}

BOOST_AUTO_TEST_CASE(what_unpacks_to_too_much) {
    const Workspace work;
    const std::string spaces(static_cast<std::size_t>(3) << 20, ' ');
    BOOST_TEST(shown(read_file(zipped(work, {{"a.txt", "Benches."}, {"bomb.txt", spaces}, {"z.txt", "Ponds."}}))) ==
               "a.txt=Benches.|bomb.txt skipped: unpacks to more than 200 times its size in the archive, which no document does|z.txt=Ponds.");
    std::string overlapping = zip_bytes({{"a.txt", std::string(static_cast<std::size_t>(1) << 20, 'a')}}), directory;
    const std::size_t at = overlapping.find("PK\x01\x02"), end = overlapping.find("PK\x05\x06");
    for (int i = 0; i < 80; ++i) {   // all of them are the same bytes of the archive
        std::string row = overlapping.substr(at, end - at);
        row.replace(row.size() - 5, 1, std::string(1, static_cast<char>('0' + i)));
        directory += row;
    }
    overlapping = overlapping.substr(0, at) + directory + "PK\x05\x06" + four(0) + two(80) + two(80) + four(static_cast<std::uint32_t>(directory.size())) + four(static_cast<std::uint32_t>(at)) + two(0);
    const std::string told = shown(overlapping);
    BOOST_TEST(told.find(".txt=aaaa") != std::string::npos);
    BOOST_TEST(told.find("skipped: the archive unpacks to too much; unpack the archive into the folder, its files are then read") != std::string::npos, told);
    std::vector<std::pair<std::string, std::string>> bombs;
    for (int i = 0; i < 70; ++i) bombs.emplace_back(std::to_string(i) + ".txt", spaces);
    const std::string given_up = shown(read_file(zipped(work, bombs)));
    BOOST_TEST(given_up.find("69.txt skipped: the archive unpacks to too much") != std::string::npos, "bombs that come to nothing take room, too");
    std::vector<ZipEntry> many(10'050, {"", "x"});
    for (std::size_t i = 0; i < many.size(); ++i) many[i].name = std::to_string(i) + ".txt";
    std::size_t read = 0;
    const auto problems = read_archive(zip_bytes(many), [&](const ArchiveMember& member) {
        read += std::holds_alternative<std::string>(member.bytes);
        return true;
    });
    BOOST_TEST(read == 10'000u);
    BOOST_TEST(problems == std::vector<std::string>{"has 10050 files; those behind the first 10000 are not read; unpack the archive into the folder, its files are then read"}, boost::test_tools::per_element());
    for (ZipEntry& entry : many) entry.name = "../" + entry.name;
    many.resize(50);
    const auto refused = read_archive(zip_bytes(many), [](const ArchiveMember&) { return true; });
    BOOST_TEST(refused.size() == 21u);
    BOOST_TEST(refused.back() == "and 30 more of its files are not read for their names");
}

BOOST_AUTO_TEST_CASE(reading_can_be_stopped) {
    int read = 0;
    (void)read_archive(zip_bytes({{"a.txt", "1"}, {"b.txt", "2"}, {"c.txt", "3"}}), [&](const ArchiveMember&) { return ++read < 2; });
    BOOST_TEST(read == 2);
}

BOOST_AUTO_TEST_CASE(a_path_leads_into_an_archive) {
    const Workspace work;
    const std::string zip = work.write("2023.zip", zip_bytes({{"b/a.txt", "Benches."}, {"inner.zip", zip_bytes({{"c.txt", "Ponds."}})}, {"../up.txt", "x"}})).string();
    const std::string folder = work.path().string(), plain = work.write("plain.txt", "text").string();
    const struct { std::string path, archive, member; } paths[] = {
        {zip + "/b/a.txt", zip, "b/a.txt"}, {zip + "/missing.txt", zip, "missing.txt"}, {plain + "/a.txt", plain, "a.txt"},
        {zip, "", ""}, {zip + "/", "", ""}, {folder + "/missing.zip/a.txt", "", ""}, {folder, "", ""}, {"", "", ""}, {"a.txt", "", ""},
    };
    for (const auto& c : paths) {
        const auto found = archive_path(c.path);
        BOOST_TEST_CONTEXT(c.path) {
            BOOST_TEST((found ? found->archive : "") == c.archive);
            BOOST_TEST((found ? found->member : "") == c.member);
        }
    }
    const auto said = [](const std::string& path) {
        const auto got = read_document(path);
        const Skipped* const skipped = std::get_if<Skipped>(&got);
        return skipped ? "skipped: " + skipped->reason : std::get<Document>(got).text;
    };
    const struct { std::string path, said; } cases[] = {
        {zip + "/b/a.txt", "Benches."},
        {zip, "skipped: a zip archive; name a file in it: ARCHIVE/FILE"},
        {zip + "/inner.zip", "skipped: a zip archive; name a file in it: ARCHIVE/FILE"},
        {zip + "/b/none.txt", "skipped: no such file in its archive"},
        {zip + "/../up.txt", "skipped: no such file in its archive"},
        {plain + "/a.txt", "skipped: cannot be read: Not a directory"},
        {folder + "/missing.zip/a.txt", "skipped: cannot be read: No such file or directory"},
    };
    for (const auto& c : cases) BOOST_TEST_CONTEXT(c.path) BOOST_TEST(said(c.path) == c.said);
}
