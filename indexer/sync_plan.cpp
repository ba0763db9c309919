#include "indexer/sync_plan.hpp"

#include "corpus/read_document.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

namespace minutes {
namespace {

namespace fs = std::filesystem;

/// A file written within this time of being read may have changed again without its time showing it.
constexpr std::int64_t kRacyNs = 2'000'000'000;

bool is_unchanged(const FoundFile& found, const FileRecord& known, const std::string& given) {
    // A file that could not be read may be readable now, which no time shows.
    if (known.state == FileRecord::State::skipped && known.sha256.empty() && is_supported_name(found.path)) return false;
    const bool racy = known.mtime_ns + kRacyNs > known.seen_ns;
    return found.size == known.size && found.mtime_ns == known.mtime_ns && found.ctime_ns == known.ctime_ns && found.inode == known.inode &&
           given == known.given && !racy;
}

/// The file found that `path` is a file in, or nullptr.
const FoundFile* archive_of(const std::string& path, const std::map<std::string, const FoundFile*>& found) {
    for (std::size_t slash = path.rfind('/'); slash != std::string::npos && slash > 0; slash = path.rfind('/', slash - 1))
        if (const auto above = found.find(path.substr(0, slash)); above != found.end()) return above->second;
    return nullptr;
}

/// The nearest folder above `path` that exists, and the device it lies on.
struct Ancestor {
    fs::path folder;
    std::uint64_t device = 0;
    bool exists = false;
};

Ancestor nearest_ancestor(const std::string& path) {
    for (fs::path folder = fs::path(path).parent_path();; folder = folder.parent_path()) {
        struct stat status {};
        if (stat(folder.c_str(), &status) == 0) return {folder, status.st_dev, true};
        if (folder == folder.parent_path()) return {};
    }
}

std::string advice(const std::string& folder) {
    return "Nothing was changed. If a disk or network share is missing, bring it back and run again; if the files are really gone, run again with "
           "--allow-empty, or take them out with: minutes index --forget " + folder;
}

/// Files with text in the index that were not found any more.
std::vector<std::string> lost_texts(const SyncPlan& plan, const KnownFiles& known) {
    std::vector<std::string> lost;
    for (const std::string& path : plan.to_remove)
        if (is_document(known.at(path))) lost.push_back(path);
    return lost;
}

/// A folder that could not be entered, or that a symbolic link has replaced, says nothing about the files in it.
std::string why_closed(const Walk& walk, const std::vector<std::string>& lost) {
    for (const NotWalked& closed : walk.not_walked) {
        const bool held = std::any_of(lost.begin(), lost.end(), [&](const std::string& path) {
            return is_under(path, closed.path) && (closed.is_folder || path != closed.path);
        });
        if (held) return closed.path + ": " + closed.reason + ", and the index holds files from it. Nothing was changed. Make the folder readable and run again, "
                         "or take its files out with: minutes index --forget " + closed.path;
    }
    return {};
}

/// A mount point without its mount is a folder of the disk that it lies on.
std::string why_other_disk(const Walk& walk, const std::vector<std::string>& lost, const KnownFiles& known) {
    // Device numbers change when a machine starts anew: where files are still found, the disk is there under another number.
    std::set<std::pair<std::uint64_t, std::uint64_t>> renumbered;
    for (const FoundFile& found : walk.files)
        if (const auto before = known.find(found.path); before != known.end()) renumbered.emplace(before->second.device, found.device);
    for (const std::string& path : lost) {
        const Ancestor above = nearest_ancestor(path);
        const std::uint64_t before = known.at(path).device;
        if (!above.exists || above.device == before || renumbered.count({before, above.device})) continue;
        return above.folder.string() + ": lies on another disk than when " + path + " was read, and that file is gone. " + advice(above.folder.string());
    }
    return {};
}

}  // namespace

bool is_under(const std::string& path, const std::string& root) {
    if (path == root || root == "/") return true;
    return path.size() > root.size() && path.starts_with(root) && path[root.size()] == '/';
}

SyncPlan plan_sync(const Walk& walk, const std::vector<std::string>& roots, const KnownFiles& known, const GivenKeys& given) {
    SyncPlan plan;
    std::map<std::string, const FoundFile*> found_paths;
    std::set<const FoundFile*> left;
    for (const FoundFile& found : walk.files) {
        found_paths.emplace(found.path, &found);
        const auto before = known.find(found.path);
        const auto key = given.find(found.path);
        const bool same = before != known.end() && is_unchanged(found, before->second, key == given.end() ? "" : key->second);
        if (!same) {
            plan.to_read.push_back(found);
            continue;
        }
        plan.unchanged.push_back(before->second);
        left.insert(&found);
    }
    for (const auto& [path, record] : known) {
        if (found_paths.count(path)) continue;
        if (const FoundFile* const archive = archive_of(path, found_paths)) {
            if (left.count(archive)) plan.unchanged.push_back(record);
            continue;
        }
        const bool ours = std::any_of(roots.begin(), roots.end(), [&, &path = path](const std::string& root) { return is_under(path, root); });
        if (ours) plan.to_remove.push_back(path);
        else plan.elsewhere.push_back(record);
    }
    return plan;
}

std::string why_refuse(const Walk& walk, const std::vector<std::string>& roots, const SyncPlan& plan, const KnownFiles& known, bool allow_empty) {
    const std::vector<std::string> lost = lost_texts(plan, known);
    if (const std::string why = why_closed(walk, lost); !why.empty() || allow_empty) return why;
    for (const std::string& root : roots) {
        const auto ours = [&](const std::string& path) { return is_under(path, root); };
        const bool any_left = std::any_of(walk.files.begin(), walk.files.end(), [&](const FoundFile& file) { return ours(file.path); });
        if (!any_left && std::any_of(lost.begin(), lost.end(), ours)) return root + ": is empty, but the index holds files from it. " + advice(root);
    }
    return why_other_disk(walk, lost, known);
}

}  // namespace minutes
