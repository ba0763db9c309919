#include "indexer/index_directory.hpp"

#include "corpus/problem.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace minutes {
namespace {

namespace fs = std::filesystem;

constexpr char kCurrent[] = "current";
constexpr std::string_view kGeneration = "gen-";

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

/// The number of "gen-000042", or 0.
unsigned generation_number(std::string_view name) {
    unsigned number = 0;
    if (!name.starts_with(kGeneration)) return 0;
    const auto [end, failed] = std::from_chars(name.data() + kGeneration.size(), name.data() + name.size(), number);
    return failed == std::errc{} && end == name.data() + name.size() ? number : 0;
}

std::string read_line(const fs::path& file) {
    std::ifstream in(file);
    std::string line;
    std::getline(in, line);
    return line;
}

void write_and_sync(const fs::path& file, std::string_view text) {
    const int fd = open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    const bool written = fd >= 0 && write(fd, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && fsync(fd) == 0;
    const std::string why = std::strerror(errno);
    if (fd >= 0) close(fd);
    if (!written) throw Error(file.string() + ": cannot be written (" + why + "); free some space or choose another place with --index");
}

}  // namespace

std::string index_place(const std::string& option) {
    if (!option.empty()) return option;
    if (const std::string place = environment("MINUTES_INDEX"); !place.empty()) return place;
    if (const std::string data = environment("XDG_DATA_HOME"); !data.empty()) return data + "/minutes";
    if (const std::string home = environment("HOME"); !home.empty()) return home + "/.local/share/minutes";
    throw Refused("no place for the index: give --index DIR or set MINUTES_INDEX");
}

void require_index_place(const std::string& dir) {
    std::error_code failed;
    if (!fs::exists(dir, failed)) {
        if (failed && failed != std::errc::no_such_file_or_directory)
            throw Error(dir + ": cannot be read (" + failed.message() + "); check its permissions or choose another place with --index");
        return;
    }
    if (!fs::is_directory(dir)) throw Error(dir + ": is not a folder; choose another place with --index");
    const bool ours = fs::exists(fs::path(dir) / kCurrent, failed) || fs::exists(fs::path(dir) / "lock", failed);
    const bool empty = fs::directory_iterator(dir, failed) == fs::directory_iterator();
    if (failed) throw Error(dir + ": cannot be read (" + failed.message() + "); check its permissions or choose another place with --index");
    if (!ours && !empty) throw Error(dir + ": holds other files, not an index; choose another place with --index");
}

std::optional<std::string> current_generation(const std::string& dir) {
    require_index_place(dir);
    const fs::path current = fs::path(dir) / kCurrent;
    std::error_code failed;
    for (std::string before;;) {
        if (!fs::exists(current, failed)) return std::nullopt;
        const std::string name = read_line(current);
        // The name becomes a path: nothing but a generation of this folder may stand there.
        if (generation_number(name) == 0) throw Error(current.string() + ": does not name a generation; rebuild the index with: minutes index --fresh PATH...");
        if (fs::is_directory(fs::path(dir) / name, failed)) return (fs::path(dir) / name).string();
        // A writer may have published the next one between the two looks.
        if (name == before) throw Error(dir + "/" + name + ": the index is missing; rebuild it with: minutes index --fresh PATH...");
        before = name;
    }
}

std::string next_generation(const std::string& dir) {
    unsigned latest = 0;
    for (const auto& entry : fs::directory_iterator(dir)) latest = std::max(latest, generation_number(entry.path().filename().string()));
    std::array<char, 32> name{};
    std::snprintf(name.data(), name.size(), "gen-%06u", latest + 1);
    return (fs::path(dir) / name.data()).string();
}

void publish_generation(const std::string& dir, const std::string& generation) {
    const fs::path current = fs::path(dir) / kCurrent, fresh = fs::path(dir) / "current.new";
    const std::string name = fs::path(generation).filename().string();
    sync_directory(generation);
    write_and_sync(fresh, name + "\n");
    fs::rename(fresh, current);  // the commit point
    sync_directory(dir);
    remove_unpublished(dir);
}

void remove_unpublished(const std::string& dir) {
    const std::string name = read_line(fs::path(dir) / kCurrent);
    for (const auto& entry : fs::directory_iterator(dir)) {
        const std::string other = entry.path().filename().string();
        std::error_code left;  // what cannot be removed now goes with the next generation
        if (generation_number(other) != 0 && other != name) fs::remove_all(entry.path(), left);
    }
}

void sync_directory(const std::string& dir) {
    const int fd = open(dir.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = fd >= 0 && fsync(fd) == 0;
    const std::string why = std::strerror(errno);
    if (fd >= 0) close(fd);
    if (!synced) throw Error(dir + ": cannot be flushed to the disk (" + why + "); check the disk");
}

WriterLock::WriterLock(const std::string& dir) {
    std::error_code failed;
    fs::create_directories(dir, failed);
    const std::string file = dir + "/lock";
    fd_ = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (fd_ < 0)
        throw Error(dir + ": the index cannot be written (" + std::strerror(errno) + "); check its permissions or choose another place with --index");
    if (flock(fd_, LOCK_EX | LOCK_NB) == 0) return;
    const int why = errno;
    close(fd_);
    fd_ = -1;
    if (why == EWOULDBLOCK) throw Locked(dir + ": another process is writing this index; wait until it has finished and run again");
    throw Error(dir + ": cannot be locked (" + std::strerror(why) + "); choose a place on a local disk with --index");
}

WriterLock::~WriterLock() {
    if (fd_ >= 0) close(fd_);
}

}  // namespace minutes
