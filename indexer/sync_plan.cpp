#include "indexer/sync_plan.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <set>

namespace minutes {
namespace {

namespace fs = std::filesystem;

/// A file written within this time of being read may have changed again without its time showing it.
constexpr std::int64_t kRacyNs = 2'000'000'000;

bool is_unchanged(const FoundFile& found, const FileRecord& known, const std::string& given) {
    const bool racy = known.mtime_ns + kRacyNs > known.seen_ns;
    return found.size == known.size && found.mtime_ns == known.mtime_ns && found.inode == known.inode && given == known.given && !racy;
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

}  // namespace

bool is_under(const std::string& path, const std::string& root) {
    if (path == root || root == "/") return true;
    return path.size() > root.size() && path.starts_with(root) && path[root.size()] == '/';
}

SyncPlan plan_sync(const Walk& walk, const std::vector<std::string>& roots, const KnownFiles& known, const GivenKeys& given) {
    SyncPlan plan;
    std::set<std::string> found_paths;
    for (const FoundFile& found : walk.files) {
        found_paths.insert(found.path);
        const auto before = known.find(found.path);
        const auto key = given.find(found.path);
        const bool same = before != known.end() && is_unchanged(found, before->second, key == given.end() ? "" : key->second);
        if (same) plan.unchanged.push_back(before->second);
        else plan.to_read.push_back(found);
    }
    for (const auto& [path, record] : known) {
        if (found_paths.count(path)) continue;
        const bool ours = std::any_of(roots.begin(), roots.end(), [&, &path = path](const std::string& root) { return is_under(path, root); });
        if (ours) plan.to_remove.push_back(path);
        else plan.elsewhere.push_back(record);
    }
    return plan;
}

std::string why_refuse(const Walk& walk, const std::vector<std::string>& roots, const SyncPlan& plan, const KnownFiles& known, bool allow_empty) {
    for (const NotWalked& closed : walk.not_walked) {
        if (!closed.is_folder) continue;
        const bool held = std::any_of(plan.to_remove.begin(), plan.to_remove.end(), [&](const std::string& path) { return is_under(path, closed.path); });
        if (held) return closed.path + ": " + closed.reason + ", and the index holds files from it. Nothing was changed. Make the folder readable and run again, "
                         "or take its files out with: minutes index --forget " + closed.path;
    }
    if (allow_empty) return {};
    for (const std::string& root : roots) {
        const auto ours = [&](const std::string& path) { return is_under(path, root); };
        const bool gone = std::any_of(plan.to_remove.begin(), plan.to_remove.end(), ours);
        const bool any_left = std::any_of(walk.files.begin(), walk.files.end(), [&](const FoundFile& file) { return ours(file.path); });
        if (gone && !any_left) return root + ": is empty, but the index holds files from it. " + advice(root);
    }
    for (const std::string& path : plan.to_remove) {
        const Ancestor above = nearest_ancestor(path);
        if (above.exists && above.device != known.at(path).device)
            return above.folder.string() + ": lies on another disk than when " + path + " was read, and that file is gone. " + advice(above.folder.string());
    }
    return {};
}

}  // namespace minutes
