#include "corpus/walk.hpp"

#include "corpus/problem.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <memory>
#include <string_view>
#include <utility>

namespace minutes {
namespace {

namespace fs = std::filesystem;

constexpr int kMaxDepth = 256;  // a folder deeper than this is a loop of mounts or an accident

FoundFile found_file(const std::string& path, const std::string& root, const struct stat& status) {
    const auto nanoseconds = [](const struct timespec& time) { return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec; };
    return {path, root, static_cast<std::uint64_t>(status.st_size), nanoseconds(status.st_mtim), status.st_ino, status.st_dev, nanoseconds(status.st_ctim)};
}

std::string kind_of(mode_t mode) {
    if (S_ISLNK(mode)) return "symbolic link, not followed";
    if (S_ISFIFO(mode)) return "named pipe, not a file";
    if (S_ISSOCK(mode)) return "socket, not a file";
    return "device, not a file";
}

struct CloseFolder {
    void operator()(DIR* folder) const { closedir(folder); }
};

/// The entries of one folder and what kept it from being read.
struct Listing {
    std::vector<std::string> names;
    std::string failure;
};

Listing list_folder(const std::string& path, bool follow) {
    const int fd = open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK | (follow ? 0 : O_NOFOLLOW));
    if (fd < 0) return {{}, std::strerror(errno)};
    const std::unique_ptr<DIR, CloseFolder> folder(fdopendir(fd));
    if (!folder) {
        close(fd);
        return {{}, std::strerror(errno)};
    }
    Listing listing;
    errno = 0;
    while (const dirent* entry = readdir(folder.get())) {
        if (entry->d_name[0] != '.') listing.names.emplace_back(entry->d_name);
        errno = 0;
    }
    if (errno != 0) listing.failure = std::strerror(errno);
    std::sort(listing.names.begin(), listing.names.end());
    return listing;
}

void enter(Walk& walk, const std::string& folder, const std::string& root, int depth) {
    const Listing listing = depth > kMaxDepth ? Listing{{}, "folders nested too deeply"} : list_folder(folder, depth == 0);
    if (!listing.failure.empty()) walk.not_walked.push_back({folder, "folder not read: " + listing.failure, true});
    for (const std::string& name : listing.names) {
        const std::string path = folder == "/" ? "/" + name : folder + "/" + name;
        struct stat status {};
        if (lstat(path.c_str(), &status) != 0) {
            if (errno != ENOENT) walk.not_walked.push_back({path, std::strerror(errno), true});
        } else if (S_ISDIR(status.st_mode)) {
            enter(walk, path, root, depth + 1);
        } else if (S_ISREG(status.st_mode)) {
            walk.files.push_back(found_file(path, root, status));
        } else {
            walk.not_walked.push_back({path, kind_of(status.st_mode), false});
        }
    }
}

void walk_root(Walk& walk, const std::string& root) {
    struct stat status {};
    if (stat(root.c_str(), &status) != 0)
        throw Error(root + ": " + std::strerror(errno) + ". Nothing was changed. Check the path; if a disk or share is missing, bring it back and run again");
    if (S_ISREG(status.st_mode)) {
        walk.files.push_back(found_file(root, root, status));
        return;
    }
    if (!S_ISDIR(status.st_mode)) throw Error(root + ": " + kind_of(status.st_mode) + "; give a file or a folder");
    enter(walk, root, root, 0);
    const bool unreadable = !walk.not_walked.empty() && std::any_of(walk.not_walked.begin(), walk.not_walked.end(),
                                                                    [&](const NotWalked& closed) { return closed.path == root; });
    if (unreadable) throw Error(root + ": this folder cannot be read. Nothing was changed. Check its permissions and run again");
}

}  // namespace

std::string absolute_path(const std::string& path) {
    std::string name = fs::absolute(path).lexically_normal().string();
    if (name.size() > 1 && name.back() == '/') name.pop_back();
    return name;
}

Walk walk(const std::vector<std::string>& roots) {
    Walk walk;
    for (const std::string& root : roots) walk_root(walk, absolute_path(root));
    const auto by_path = [](const auto& a, const auto& b) { return a.path < b.path; };
    const auto same_path = [](const auto& a, const auto& b) { return a.path == b.path; };
    // Where roots overlap the outermost counts, so that their order makes no difference.
    std::sort(walk.files.begin(), walk.files.end(), [](const FoundFile& a, const FoundFile& b) {
        return std::pair(std::string_view(a.path), a.root.size()) < std::pair(std::string_view(b.path), b.root.size());
    });
    walk.files.erase(std::unique(walk.files.begin(), walk.files.end(), same_path), walk.files.end());
    std::stable_sort(walk.not_walked.begin(), walk.not_walked.end(), by_path);
    walk.not_walked.erase(std::unique(walk.not_walked.begin(), walk.not_walked.end(), same_path), walk.not_walked.end());
    return walk;
}

}  // namespace minutes
