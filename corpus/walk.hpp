#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace minutes {

/// One regular file found under a root. `path` is absolute with no `.` or `..`, bytes as the kernel gives them.
struct FoundFile {
    std::string path;
    std::string root;           ///< the PATH argument, made absolute, that led here; the outermost if several did
    std::uint64_t size = 0;     ///< bytes
    std::int64_t mtime_ns = 0;  ///< nanoseconds since 1970
    std::uint64_t inode = 0, device = 0;
    std::int64_t ctime_ns = 0;  ///< of the last change of content, name or permissions; no program can set it back
};

/// A folder or file that was not entered, and why ("permission denied", "symbolic link loop", "not a regular file").
struct NotWalked {
    std::string path, reason;
    bool is_folder = false;
};

struct Walk {
    std::vector<FoundFile> files;      ///< sorted by path, each path once even if roots overlap
    std::vector<NotWalked> not_walked; ///< sorted by path
};

/// `path` from the root of the file system, without `.`, `..` and a final slash: the form in which paths are compared and kept.
[[nodiscard]] std::string absolute_path(const std::string& path);

/// Every regular file under `roots` (files or folders). Symbolic links to files and folders inside a root are not
/// followed, except for the roots themselves; they are listed in `not_walked` with the reason.
/// Hidden entries (names starting with '.') are left out silently.
/// Throws Error when a root itself is missing or unreadable: nothing may be concluded from its absence.
[[nodiscard]] Walk walk(const std::vector<std::string>& roots);

}  // namespace minutes
