#include "indexer/sync.hpp"

#include "indexer/digest.hpp"
#include "indexer/folder_given.hpp"
#include "indexer/index_directory.hpp"
#include "indexer/sync_plan.hpp"
#include "indexer/writer.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <optional>
#include <set>

namespace minutes {
namespace {

namespace fs = std::filesystem;
using State = FileRecord::State;

std::string absolute(const std::string& path) {
    std::string name = fs::absolute(path).lexically_normal().string();
    if (name.size() > 1 && name.back() == '/') name.pop_back();
    return name;
}

std::vector<std::string> absolute_all(const std::vector<std::string>& paths) {
    std::vector<std::string> names;
    for (const std::string& path : paths) names.push_back(absolute(path));
    return names;
}

// --- What is known of files, kept in step with the changes ---

class Ledger {
public:
    explicit Ledger(std::vector<FileRecord> files) {
        for (FileRecord& file : files) put(std::move(file));
    }

    [[nodiscard]] const KnownFiles& files() const { return files_; }
    [[nodiscard]] const FileRecord* find(const std::string& path) const {
        const auto known = files_.find(path);
        return known == files_.end() ? nullptr : &known->second;
    }
    [[nodiscard]] std::string owner(const std::string& sha256) const {
        const auto found = owners_.find(sha256);
        return found == owners_.end() ? std::string() : found->second;
    }

    void put(FileRecord file) {
        drop(file.path);
        if (file.state == State::indexed) owners_[file.sha256] = file.path;
        std::string path = file.path;
        files_.emplace(std::move(path), std::move(file));
    }

    void drop(const std::string& path) {
        const FileRecord* known = find(path);
        if (!known) return;
        if (known->state == State::indexed && owner(known->sha256) == path) owners_.erase(known->sha256);
        files_.erase(path);
    }

    /// Copies whose indexed twin is gone: the first of each (in path order) is to be indexed now.
    [[nodiscard]] std::vector<FoundFile> orphans() const {
        std::vector<FoundFile> orphans;
        for (const auto& [path, file] : files_)
            if (file.state == State::duplicate && owner(file.sha256).empty())
                orphans.push_back({path, file.root, file.size, file.mtime_ns, file.inode, file.device});
        return orphans;
    }

private:
    KnownFiles files_;
    std::map<std::string, std::string> owners_;  ///< SHA-256 -> the path that is indexed
};

// --- Batches of whole files ---

class Batch {
public:
    /// `writer` may be nullptr: a dry run.
    Batch(IndexWriter* writer, std::string index) : writer_(writer), index_(std::move(index)) {}

    /// Files that the index refused are returned, for the ledger.
    std::vector<std::pair<std::string, std::string>> add(FileChange change) {
        passages_ += change.passages.size();
        bytes_ += change.file.size;
        changes_.push_back(std::move(change));
        const bool late = std::chrono::steady_clock::now() - begun_ > kMaxTime;
        if (passages_ >= kMaxPassages || bytes_ >= kMaxBytes || late) return commit();
        return {};
    }

    std::vector<std::pair<std::string, std::string>> commit() {
        std::vector<std::pair<std::string, std::string>> refused;
        if (writer_ && !changes_.empty()) {
            require_space();
            refused = writer_->commit(changes_);
        }
        changes_.clear();
        passages_ = 0;
        bytes_ = 0;
        begun_ = std::chrono::steady_clock::now();
        return refused;
    }

private:
    static constexpr std::size_t kMaxPassages = 5'000;
    static constexpr std::uint64_t kMaxBytes = 16u << 20;
    static constexpr std::uintmax_t kMinFreeBytes = 64u << 20;
    static constexpr auto kMaxTime = std::chrono::seconds(5);

    void require_space() const {
        std::error_code failed;
        const fs::space_info space = fs::space(index_, failed);
        if (!failed && space.available < kMinFreeBytes)
            throw Error(index_ + ": less than 64 MB are free there; free some space and run again; what was committed is safe");
    }

    IndexWriter* writer_;
    std::string index_;
    std::vector<FileChange> changes_;
    std::size_t passages_ = 0;
    std::uint64_t bytes_ = 0;
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
};

// --- One update ---

struct Update {
    const SyncOptions& options;
    const SyncProgress& progress;
    const std::atomic<bool>& stop;
    Ledger ledger;
    Batch batch;
    FolderGiven folders;
    SyncSummary summary;

    Given given_for(const FoundFile& found) {
        const FolderGiven::Found& folder = folders.of(found.path, fs::is_directory(found.root) ? found.root : fs::path(found.root).parent_path().string());
        const Given& user = options.given;
        return {folder.given.council.empty() ? user.council : folder.given.council, folder.given.committee.empty() ? user.committee : folder.given.committee};
    }

    void note_refused(const std::vector<std::pair<std::string, std::string>>& refused) {
        for (const auto& [path, reason] : refused)
            if (const FileRecord* known = ledger.find(path)) {
                FileRecord file = *known;
                file.state = State::skipped;
                file.note = reason;
                file.meetings.clear();
                ledger.put(std::move(file));
            }
    }

    void take(FileChange change) {
        if (change.what == FileChange::What::remove) ledger.drop(change.file.path);
        else ledger.put(change.file);
        note_refused(batch.add(std::move(change)));
    }

    void remove(const std::string& path) {
        ++summary.removed;
        FileChange change{FileChange::What::remove, {}, {}};
        change.file.path = path;
        take(std::move(change));
    }

    void read(const FoundFile& found) {
        const FileRecord* before = ledger.find(found.path);
        FileChange change = digest_file(found, given_for(found), before, [this](const std::string& sha256) { return ledger.owner(sha256); });
        const bool same = change.what == FileChange::What::touch || (before && before->state == change.file.state && before->sha256 == change.file.sha256 &&
                                                                     change.file.state == State::duplicate);
        if (change.file.state != State::skipped) ++(same ? summary.unchanged : before ? summary.changed : summary.added);
        if (change.file.state != State::skipped) summary.bytes_read += change.file.size;
        take(std::move(change));
    }

    void run(const SyncPlan& plan) {
        for (const std::string& path : plan.to_remove) remove(path);
        std::uint64_t done = 0;
        for (const FoundFile& found : plan.to_read) {
            if (stop.load()) break;
            read(found);
            progress(++done, plan.to_read.size(), found.path);
        }
        while (!stop.load()) {
            const std::vector<FoundFile> orphans = ledger.orphans();
            if (orphans.empty()) break;
            read(orphans.front());
            if (const FileRecord* now = ledger.find(orphans.front().path); now && now->state == State::duplicate && ledger.owner(now->sha256).empty()) break;
        }
        summary.interrupted = stop.load();
        note_refused(batch.commit());
    }
};

GivenKeys given_keys(Update& update, const Walk& walk) {
    GivenKeys keys;
    for (const FoundFile& found : walk.files) keys[found.path] = given_key(update.given_for(found));
    return keys;
}

/// Which of the known files the summary counts as skipped, duplicate, or in the index.
void count_states(Update& update, const std::vector<std::string>& roots, const Walk& walk) {
    SyncSummary& summary = update.summary;
    std::set<std::string> meetings;
    std::set<std::string> folder_problems;
    for (const auto& [path, file] : update.ledger.files()) {
        const bool ours = std::any_of(roots.begin(), roots.end(), [&, &path = path](const std::string& root) { return is_under(path, root); });
        if (file.state == State::indexed) {
            ++summary.files;
            if (!ours) ++summary.elsewhere;
            for (const MeetingSummary& meeting : file.meetings) {
                summary.items += meeting.items;
                summary.passages += meeting.passages;
                meetings.insert(meeting.id);
            }
        }
        if (!ours) continue;
        if (file.state == State::skipped) summary.skipped.emplace_back(path, file.note);
        if (file.state == State::duplicate) ++summary.duplicates;
        for (const std::string& problem : file.problems) summary.problems.emplace_back(path, problem);
    }
    summary.meetings = meetings.size();
    for (const NotWalked& closed : walk.not_walked) summary.skipped.emplace_back(closed.path, closed.reason);
    for (const FoundFile& found : walk.files) {
        const std::string root = fs::is_directory(found.root) ? found.root : fs::path(found.root).parent_path().string();
        if (const std::string& problem = update.folders.of(found.path, root).problem; !problem.empty() && folder_problems.insert(problem).second)
            summary.problems.emplace_back(fs::path(found.path).parent_path().string(), problem);
    }
    std::sort(summary.skipped.begin(), summary.skipped.end());
}

/// Files named minutes.json say something of the others; they are no documents.
void leave_out_settings(Walk& walk) {
    std::erase_if(walk.files, [](const FoundFile& file) { return fs::path(file.path).filename() == "minutes.json"; });
}

struct Place {
    std::string generation;
    bool publish = false;  ///< a new generation, to be made current at the end (--fresh) or at once (the first one)
};

Place place_for(const SyncOptions& options) {
    const auto current = options.fresh ? std::nullopt : current_generation(options.index);
    if (current) return {*current, false};
    return {next_generation(options.index), true};
}

}  // namespace

SyncSummary sync_index(const SyncOptions& options, const SyncProgress& progress, const std::atomic<bool>& stop) {
    const std::vector<std::string> roots = absolute_all(options.paths), forget = absolute_all(options.forget);
    Walk found = walk(roots);
    leave_out_settings(found);
    std::optional<WriterLock> lock;
    std::optional<IndexWriter> writer;
    Place place;
    const bool writes = !options.dry_run;
    if (writes || current_generation(options.index)) {
        lock.emplace(options.index);
        place = place_for(options);
        const bool nothing_yet = place.publish && !writes;
        if (!nothing_yet) writer.emplace(place.generation);
        // The first index is visible from its first commit; --fresh replaces the old one at the end.
        if (writes && place.publish && !current_generation(options.index)) publish_generation(options.index, place.generation);
    }
    Update update{options, progress, stop, Ledger(writer ? writer->files() : std::vector<FileRecord>()),
                  Batch(writes && writer ? &*writer : nullptr, options.index), {}, {}};
    SyncPlan plan = plan_sync(found, roots, update.ledger.files(), given_keys(update, found));
    if (const std::string why = why_refuse(found, roots, plan, update.ledger.files(), options.allow_empty); !why.empty()) throw Error(why);
    for (const auto& [path, file] : update.ledger.files())
        if (std::any_of(forget.begin(), forget.end(), [&, &path = path](const std::string& root) { return is_under(path, root); })) plan.to_remove.push_back(path);
    std::sort(plan.to_remove.begin(), plan.to_remove.end());
    plan.to_remove.erase(std::unique(plan.to_remove.begin(), plan.to_remove.end()), plan.to_remove.end());
    update.summary.unchanged = static_cast<std::uint64_t>(
        std::count_if(plan.unchanged.begin(), plan.unchanged.end(), [](const FileRecord& file) { return file.state != State::skipped; }));
    update.run(plan);
    if (writes && options.fresh && !update.summary.interrupted) publish_generation(options.index, place.generation);
    count_states(update, roots, found);
    return std::move(update.summary);
}

}  // namespace minutes
