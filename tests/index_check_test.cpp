// A sound index is found sound, and every spoilt file of one is found.
#include "searcher/index_check.hpp"
#include "tests/sync_desk.hpp"

#include <fstream>

using namespace minutes;
using namespace minutes::test;

namespace {

constexpr std::size_t kColumnHeader = 64;

void spoil(const fs::path& file, std::size_t at, std::size_t bytes) {
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    std::string piece(bytes, '\0');
    stream.seekg(static_cast<std::streamoff>(at)).read(piece.data(), static_cast<std::streamsize>(bytes));
    for (char& c : piece) c = static_cast<char>(c ^ 0x5A);
    stream.seekp(static_cast<std::streamoff>(at)).write(piece.data(), static_cast<std::streamsize>(bytes));
}

/// An index that has seen an edit and a removal.
struct Used : Desk {
    Used() {
        for (int day = 0; day < 6; ++day) write(std::to_string(day) + ".txt", minutes_of(day, "stone" + std::to_string(day), 8));
        update();
        write("0.txt", minutes_of(0, "slate", 8));
        fs::remove(texts + "/5.txt");
        update();
    }
};

}  // namespace

BOOST_AUTO_TEST_CASE(a_sound_index_is_found_sound) {
    const Used desk;
    const IndexCheck check = check_index(desk.index, false);
    BOOST_TEST(check.sound(), check_as_text(check));
    BOOST_TEST(check.files == 5u);
    BOOST_TEST(check.records > 50u);
    BOOST_TEST(check_as_text(check).find("The index is sound: 5 files, ") != std::string::npos);
    BOOST_TEST(run_minutes(desk.index, {"check"}).exit == 0);
    BOOST_CHECK_EXCEPTION(check_index(desk.index + "-none", false), Error, [](const Error& error) { return says(error, "there is no index"); });
    const WriterLock writing(desk.index);
    BOOST_CHECK_THROW(check_index(desk.index, false), Locked);
    BOOST_TEST(run_minutes(desk.index, {"check"}).exit == 75);
}

BOOST_AUTO_TEST_CASE(sources_that_are_no_longer_what_was_indexed_are_named) {
    const Used desk;
    BOOST_TEST(check_as_text(check_index(desk.index, true)).find("All 5 source files are as indexed.") != std::string::npos);
    desk.write("1.txt", "other");
    fs::remove(desk.texts + "/2.txt");
    const IndexCheck check = check_index(desk.index, true);
    BOOST_TEST(check.sound());
    const std::string text = check_as_text(check);
    for (const char* says : {"2 of 5 source files differ from what was indexed:", "/1.txt: has other bytes than were indexed\n", "/2.txt: cannot be read: No such file or directory\n",
                             "Bring the index up to date with: minutes index PATH..."})
        BOOST_TEST(text.find(says) != std::string::npos, text);
    BOOST_TEST(run_minutes(desk.index, {"check", "--sources", "--format", "json"}).exit == 1);
}

BOOST_AUTO_TEST_CASE(every_spoilt_file_of_an_index_is_found) {
    const Desk desk;
    for (int day = 0; day < 6; ++day) desk.write(std::to_string(day) + ".txt", minutes_of(day, "stone" + std::to_string(day), 8));
    desk.update();
    const std::string generation = *current_generation(desk.index);
    const Workspace kept;
    const fs::path copy = kept.path() / "index";
    int files = 0;
    for (const fs::directory_entry& entry : fs::directory_iterator(generation)) {
        const fs::path name = entry.path().filename();
        if (name == "flintlock") continue;  // empty; Xapian makes it anew
        ++files;
        const auto size = static_cast<std::size_t>(fs::file_size(entry.path()));
        const bool column = name.string().starts_with("column.");
        const auto found = [&](const char* how, const auto& harm) {
            fs::remove_all(copy);
            fs::copy(desk.index, copy, fs::copy_options::recursive);
            harm(copy / fs::path(generation).filename() / name);
            const IndexCheck check = check_index(copy.string(), false);
            BOOST_TEST(!check.sound(), name << " " << how);
            BOOST_TEST(check_as_text(check).find("minutes index --fresh PATH...") != std::string::npos);
        };
        found("gone", [](const fs::path& file) { fs::remove(file); });
        found("cut to half", [&](const fs::path& file) { fs::resize_file(file, size / 2); });
        if (column) found("a byte near its end", [&](const fs::path& file) { spoil(file, size - 20, 1); });
        else found("its blocks", [&](const fs::path& file) { spoil(file, size > 8192 ? 8192 : 0, size > 8192 ? size - 8192 : size); });
    }
    BOOST_TEST(files >= 13);
    fs::remove_all(copy);
    fs::copy(desk.index, copy, fs::copy_options::recursive);
    spoil(copy / fs::path(generation).filename() / "column.text-bytes", kColumnHeader + 2, 1);
    BOOST_TEST(run_minutes(copy, {"check"}).exit == 3);
}
