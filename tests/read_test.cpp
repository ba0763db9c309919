// Files as they come: encodings, what is no text, what cannot be read.
#include "corpus/decode.hpp"
#include "corpus/read_document.hpp"
#include "tests/workspace.hpp"

#include <boost/test/unit_test.hpp>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <atomic>
#include <cstring>
#include <ctime>
#include <fstream>
#include <thread>

using namespace minutes;
using namespace minutes::test;
using namespace std::string_literals;
namespace fs = std::filesystem;

namespace {

/// "text|problems" of a document, or "skipped: reason".
std::string shown(const std::variant<Document, Skipped>& read) {
    if (const Skipped* skipped = std::get_if<Skipped>(&read)) return "skipped: " + skipped->reason;
    const Document& doc = std::get<Document>(read);
    std::string text = doc.text + "|";
    for (const Problem& problem : doc.problems) text += "line " + std::to_string(line_number(doc, problem.at.begin)) + ": " + problem.message + ";";
    return text;
}

bool starts_with(const std::string& text, std::string_view start) { return text.starts_with(start); }

}  // namespace

BOOST_AUTO_TEST_CASE(bytes_become_text_or_a_reason) {
    const struct { std::string name, bytes, shown; } cases[] = {
        {"ascii", "Item 1\n", "Item 1\n|"},
        {"no line end at the end", "Item 1", "Item 1|"},
        {"utf-8", "caf\xC3\xA9 \xE2\x80\x99s", "caf\xC3\xA9 \xE2\x80\x99s|"},
        {"utf-8 mark", "\xEF\xBB\xBFItem", "Item|"},
        {"decomposed becomes composed", "cafe\xCC\x81", "caf\xC3\xA9|"},
        {"line ends", "a\r\nb\rc\n\r\nd", "a\nb\nc\n\nd|"},
        {"utf-16 little", "\xFF\xFEI\0t\0\x19\x20"s, "It\xE2\x80\x99|line 1: read as UTF-16;"},
        {"utf-16 big", "\xFE\xFF\0I\0t\x20\x19"s, "It\xE2\x80\x99|line 1: read as UTF-16;"},
        {"utf-16 pair", "\xFF\xFE\x3D\xD8\x00\xDE"s, "\xF0\x9F\x98\x80|line 1: read as UTF-16;"},
        {"utf-16 lone surrogate and odd byte", "\xFF\xFE\x3D\xD8" "a\0b"s, "\xEF\xBF\xBD" "a|line 1: read as UTF-16;"},
        {"windows-1252", "one\ncouncil\x92s \xA3""5 \x96 caf\xE9", "one\ncouncil\xE2\x80\x99s \xC2\xA3""5 \xE2\x80\x93 caf\xC3\xA9|line 2: not UTF-8; read as windows-1252;"},
        {"windows-1252 hole", "a \x81 b", "a \xC2\x81 b|line 1: not UTF-8; read as windows-1252;"},
        {"utf-8 with a stray byte", "council\xE2\x80\x99s caf\xC3\xA9\n\xA3""5", "council\xE2\x80\x99s caf\xC3\xA9\n\xC2\xA3""5|line 2: 1 byte is not UTF-8; read as windows-1252;"},
        {"utf-8 cut within a character", "it\xE2\x80\x99s, it\xE2\x80\x99s, it\xE2\x80", "it\xE2\x80\x99s, it\xE2\x80\x99s, it\xC3\xA2\xE2\x82\xAC|line 1: 2 bytes are not UTF-8; read as windows-1252;"},
        {"overlong", "a \xC0\xAF b", "a \xC3\x80\xC2\xAF b|line 1: not UTF-8; read as windows-1252;"},
        {"surrogate in utf-8", "a \xED\xA0\x80 b", "a \xC3\xAD\xC2\xA0\xE2\x82\xAC b|line 1: not UTF-8; read as windows-1252;"},
        {"a stray NUL", std::string(2000, 'a') + "\0b"s, std::string(2000, 'a') + "b|line 1: 1 NUL bytes left out;"},
        {"escape sequences stay text", "\x1b[31mred\x1b[0m", "\x1b[31mred\x1b[0m|"},
        {"form feed", "page 1\f\npage 2", "page 1\f\npage 2|"},
        {"empty", "", "skipped: empty"},
        {"white space", " \t\r\n\n", "skipped: empty: nothing but white space"},
        {"mark only", "\xEF\xBB\xBF", "skipped: empty: nothing but white space"},
        {"utf-16 mark only", "\xFF\xFE", "skipped: empty: nothing but white space"},
        {"no-break spaces", "\xC2\xA0\n\xE2\x80\x8B\xE3\x80\x80", "skipped: empty: nothing but white space"},
        {"pdf cut short", "%PDF-1.4\nstream", "skipped: a damaged PDF; get it again from its source"},
        {"zip", "PK\x03\x04mimetype", "skipped: a damaged archive or office document; get it again from its source"},
        {"elf", "\x7f" "ELF\x02\x01", "skipped: a program"},
        {"rtf", "{\\rtf1 minutes}", "skipped: an RTF document; save it as DOCX or PDF"},
        {"nuls", std::string(100, '\0'), "skipped: binary data, or UTF-16 without a byte-order mark"},
        {"utf-16 without mark", "I\0t\0e\0m\0"s, "skipped: binary data, or UTF-16 without a byte-order mark"},
        {"controls", "\x01\x02\x03 text", "skipped: binary data"},
        {"controls under a utf-16 mark", "\xFF\xFE\x01\0\x02\0\x03\0"s, "skipped: binary data"},
    };
    const Workspace work;
    for (const auto& c : cases) BOOST_TEST_CONTEXT(c.name) BOOST_TEST(shown(read_document(work.write("file.txt", c.bytes).string())) == c.shown);
}

BOOST_AUTO_TEST_CASE(a_document_knows_its_bytes) {
    const Workspace work;
    const std::string bytes = "\xEF\xBB\xBFone\r\ntwo\r\n";
    const auto read = read_document(work.write("a.txt", bytes).string());
    const Document& doc = std::get<Document>(read);
    BOOST_TEST(doc.sha256 == sha256_hex(bytes), "of the bytes, not of the text");
    BOOST_TEST(doc.file_bytes == bytes.size());
    BOOST_TEST(doc.lines.size() == 2u);
    BOOST_TEST(slice(doc.text, doc.lines[1]) == "two");
}

BOOST_AUTO_TEST_CASE(marks_in_a_row_are_parted) {
    const auto times = [](std::string_view text, int count) {
        std::string all;
        for (int i = 0; i < count; ++i) all += text;
        return all;
    };
    const struct { std::string name, text, read; } cases[] = {
        {"composed", "cafe\u0301", "caf\u00E9"},
        {"thirty stay", "x" + times("\u0323", 30), "x" + times("\u0323", 30)},
        {"thirty-one", "x" + times("\u0323", 31), "x" + times("\u0323", 30) + "\u034F\u0323"},
        {"put in order up to the joiner", "x" + times("\u0301\u0323", 16), "x" + times("\u0323", 15) + times("\u0301", 15) + "\u034F\u0323\u0301"},
        {"letters between", times("x" + times("\u0323", 20), 3), times("x" + times("\u0323", 20), 3)},
        {"each becomes two", times("\u0F73", 31), times("\u0F71", 30) + times("\u0F72", 30) + "\u034F\u0F71\u0F72"},
        {"joiners of the text", "x" + times(times("\u0323", 20) + "\u034F", 3), "x" + times(times("\u0323", 20) + "\u034F", 3)},
    };
    for (const auto& c : cases) BOOST_TEST(to_nfc(c.text) == c.read, c.name);
    const std::clock_t begun = std::clock();
    for (const std::string_view marks : {"\u0301\u0316", "\u0F73", "\u0316\u0316"}) BOOST_TEST(to_nfc("k" + times(marks, 200'000)).size() > 400'000u);
    BOOST_TEST((std::clock() - begun) / CLOCKS_PER_SEC < 10, "a minute or more when it is quadratic");
}

BOOST_AUTO_TEST_CASE(what_is_skipped_for_good_is_known_by_its_bytes) {
    const Workspace work;
    for (const std::string bytes : {"%PDF-1.4\nstream", "\x7f" "ELF\x02\x01", " \n"}) {
        const auto got = read_document(work.write("a.txt", bytes).string());
        BOOST_TEST(std::get<Skipped>(got).sha256 == sha256_hex(bytes));
    }
    const auto missing = read_document((work.path() / "missing.txt").string());
    BOOST_TEST(std::get<Skipped>(missing).sha256 == "", "it may be there the next time");
}

BOOST_AUTO_TEST_CASE(what_is_no_file_is_never_opened) {
    const Workspace work;
    const fs::path pipe = work.path() / "pipe.txt", socket_path = work.path() / "socket.txt";
    BOOST_REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);  // opening it would wait for a writer for ever
    const int listening = socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    BOOST_REQUIRE(socket_path.string().size() < sizeof address.sun_path);
    std::strcpy(address.sun_path, socket_path.c_str());
    BOOST_REQUIRE(bind(listening, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    fs::create_symlink("loop.txt", work.path() / "loop.txt");
    fs::create_symlink("/dev/zero", work.path() / "zero.txt");
    for (const std::string name : {"pipe.txt", "socket.txt", "zero.txt"})
        BOOST_TEST(shown(read_document((work.path() / name).string())) == "skipped: not a regular file", name);
    BOOST_TEST(shown(read_document("/dev/null")) == "skipped: not a regular file");
    BOOST_TEST(shown(read_document(work.path().string())) == "skipped: not a regular file", "a folder");
    BOOST_TEST(starts_with(shown(read_document((work.path() / "loop.txt").string())), "skipped: cannot be read: "));
    BOOST_TEST(starts_with(shown(read_document((work.path() / "missing.txt").string())), "skipped: cannot be read: No such file"));
    BOOST_TEST(starts_with(shown(read_document((work.path() / std::string(5000, 'x')).string())), "skipped: cannot be read: "));
    close(listening);
}

BOOST_AUTO_TEST_CASE(permission_denied_is_said) {
    const Workspace work;
    const fs::path file = work.write("secret.txt", "text");
    fs::permissions(file, fs::perms::none);
    if (geteuid() == 0) {
        BOOST_TEST_MESSAGE("left out: root reads files whatever their permissions say");
        return;
    }
    BOOST_TEST(shown(read_document(file.string())) == "skipped: permission denied");
}

BOOST_AUTO_TEST_CASE(too_large_is_refused_without_reading) {
    const Workspace work;
    const fs::path file = work.write("large.txt", "text");
    fs::resize_file(file, 1u << 30);  // sparse
    BOOST_TEST(starts_with(shown(read_document(file.string())), "skipped: larger than 64 MB"));
    fs::resize_file(file, kMaxFileBytes);
    BOOST_TEST(starts_with(shown(read_document(file.string())), "skipped: binary data"), "the largest that is read");
}

BOOST_AUTO_TEST_CASE(a_file_that_changes_is_read_whole_or_not_at_all) {
    const Workspace work;
    const fs::path file = work.write("busy.txt", "start");
    std::atomic<bool> done{false};
    std::thread writer([&] {
        for (int i = 0; !done; ++i) {
            const std::string text(100'000 + static_cast<std::size_t>(i % 7) * 50'000, static_cast<char>('a' + i % 26));
            const fs::path next = work.path() / "next";
            if (i % 2) std::ofstream(file, std::ios::binary | std::ios::trunc) << text;
            else std::ofstream(file, std::ios::binary | std::ios::app) << text;
            if (fs::file_size(file) > 3'000'000) fs::resize_file(file, 10);
        }
    });
    std::size_t whole = 0, skipped = 0, torn = 0;
    for (int i = 0; i < 150; ++i) {
        const auto read = read_document(file.string());
        if (const Skipped* reason = std::get_if<Skipped>(&read)) {
            ++skipped;
            if (reason->reason != "changed while it was read" && !starts_with(reason->reason, "empty")) ++torn;
        } else {
            ++whole;
            if (std::get<Document>(read).file_bytes != std::get<Document>(read).text.size()) ++torn;
        }
    }
    done = true;
    writer.join();
    BOOST_TEST(torn == 0u);
    BOOST_TEST(whole + skipped == 150u);
}

BOOST_AUTO_TEST_CASE(names_decide_what_is_worth_opening) {
    const struct { std::string_view name; bool worth; } cases[] = {
        {"a.txt", true}, {"A.TXT", true}, {"a.md", true}, {"dir.txt/a.md", true}, {"a.pdf", true}, {"txt", true}, {".txt", true}, {"ieListDocuments.aspx?CId=1", true},
        {"dir.jpg/a", true}, {"", true}, {"a.JPG", false}, {"a.xlsx", false}, {"minutes.json", false}, {"a\xff.txt", true},
    };
    for (const auto& c : cases) BOOST_TEST(is_supported_name(c.name) == c.worth, c.name);
}

BOOST_AUTO_TEST_CASE(utf8_is_judged_strictly) {
    const struct { std::string bytes; bool good; } cases[] = {
        {"", true}, {"a", true}, {"\xC2\x80", true}, {"\xC1\xBF", false}, {"\xE0\xA0\x80", true}, {"\xE0\x9F\xBF", false},
        {"\xED\x9F\xBF", true}, {"\xED\xA0\x80", false}, {"\xF0\x90\x80\x80", true}, {"\xF0\x8F\xBF\xBF", false},
        {"\xF4\x8F\xBF\xBF", true}, {"\xF4\x90\x80\x80", false}, {"\xF5\x80\x80\x80", false}, {"\x80", false}, {"\xC2", false},
        {"\xE2\x82", false}, {"\xFF", false},
    };
    for (const auto& c : cases) BOOST_TEST(is_utf8(c.bytes) == c.good);
}
