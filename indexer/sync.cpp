#include "indexer/sync.hpp"

#include "corpus/archive.hpp"
#include "indexer/batch.hpp"
#include "indexer/digest.hpp"
#include "indexer/folder_given.hpp"
#include "indexer/healing.hpp"
#include "indexer/index_directory.hpp"
#include "indexer/ledger.hpp"
#include "indexer/sync_plan.hpp"
#include "indexer/word_shares.hpp"
#include "indexer/writer.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>

namespace minutes {
namespace {

namespace fs = std::filesystem;
using State = FileRecord::State;

std::vector<std::string> absolute_all(const std::vector<std::string>& paths) {
    std::vector<std::string> names;
    for (const std::string& path : paths) names.push_back(absolute_path(path));
    return names;
}

// --- One update ---

enum class Outcome { added, changed, removed, unchanged };

struct Update {
    const SyncOptions& options;
    const SyncProgress& progress;
    const std::atomic<bool>& stop;
    Ledger ledger;
    Batch batch;
    FolderGiven folders = {};
    std::map<std::string, Outcome> outcomes = {};  ///< by path; skipped files have none
    SyncSummary summary = {};

    Given given_for(const FoundFile& found) {
        const FolderGiven::Found& folder = folders.of(found.path, folder_of_root(found));
        const Given& user = options.given;
        return {folder.given.council.empty() ? user.council : folder.given.council, folder.given.committee.empty() ? user.committee : folder.given.committee};
    }

    static std::string folder_of_root(const FoundFile& found) {
        return found.root == found.path ? fs::path(found.root).parent_path().string() : found.root;
    }

    void take(FileChange change) {
        if (change.what == FileChange::What::replace) change.file.shares = encode_shares(shares_of(change.file, change.passages));
        if (change.what == FileChange::What::remove) ledger.drop(change.file.path);
        else ledger.put(change.file);
        note_refused(batch.add(std::move(change), ledger));
    }

    static void forget_items(FileRecord& file) {
        file.cut_items.clear();
        file.full_items.clear();
        file.healing.clear();
        file.shares.clear();
    }

    void note_refused(const std::vector<std::pair<std::string, std::string>>& refused) {
        for (const auto& [path, reason] : refused) {
            outcomes.erase(path);
            if (const FileRecord* known = ledger.find(path)) {
                FileRecord file = *known;
                file.state = State::skipped;
                file.note = reason;
                file.meetings.clear();
                forget_items(file);
                ledger.put(std::move(file));
            }
        }
        if (!refused.empty()) batch.correct_totals(ledger);
    }

    void remove(const std::string& path) {
        const FileRecord* known = ledger.find(path);
        if (known && is_document(*known)) outcomes[path] = Outcome::removed;
        FileChange change{FileChange::What::remove, {}, {}};
        change.file.path = path;
        take(std::move(change));
    }

    [[nodiscard]] OwnerOf owner_of() const {
        return [this](const std::string& sha256) { return ledger.owner(sha256); };
    }

    void read(const FoundFile& found, const Given& given) {
        FileChange change = digest_file(found, given, ledger.find(found.path), owner_of());
        const bool archive = change.file.state == State::archive;
        const bool as_before = archive && change.what == FileChange::What::touch;
        std::set<std::string> members;
        if (archive && !as_before) members = read_members(found, given, change.file);
        if (stop.load() && archive) return;   // without its record it is read again
        for (const std::string& path : known_members(found.path)) {
            if (as_before && is_document(*ledger.find(path))) outcomes[path] = Outcome::unchanged;
            else if (!as_before && !members.count(path)) remove(path);
        }
        take_read(std::move(change));
    }

    /// Reads the files in an archive, notes in its record what is wrong with it, and returns their paths.
    std::set<std::string> read_members(const FoundFile& archive, const Given& given, FileRecord& record) {
        std::set<std::string> members;
        const auto bytes = read_bytes(archive.path);
        if (const Skipped* const skipped = std::get_if<Skipped>(&bytes)) {
            record.state = State::skipped;
            record.note = skipped->reason;
            record.sha256.clear();
            return members;
        }
        record.sha256 = sha256_hex(std::get<std::string>(bytes));
        record.problems = read_archive(std::get<std::string>(bytes), [&](const ArchiveMember& member) {
            const std::string path = *members.insert(member_path(archive, member)).first;
            take_read(digest_member(archive, member, given, ledger.find(path), owner_of()));
            return !stop.load();
        });
        return members;
    }

    /// The files that the index holds of an archive, or of what was one.
    [[nodiscard]] std::vector<std::string> known_members(const std::string& archive) const {
        std::vector<std::string> members;
        const KnownFiles& files = ledger.files();
        for (auto file = files.lower_bound(archive + "/"); file != files.end() && is_under(file->first, archive); ++file) members.push_back(file->first);
        return members;
    }

    void take_read(FileChange change) {
        count(change, ledger.find(change.file.path));
        const std::string owner = change.file.state == State::indexed ? ledger.owner(change.file.sha256) : "";
        if (!owner.empty() && owner != change.file.path) make_duplicate(owner, change.file.path);
        take(std::move(change));
    }

    void count(const FileChange& change, const FileRecord* before) {
        const FileRecord& now = change.file;
        const bool known = before && is_document(*before);
        if (!is_document(now)) {
            if (known) outcomes[now.path] = Outcome::removed;
            return;
        }
        summary.bytes_read += now.size;
        const bool still_duplicate = known && now.state == State::duplicate && before->state == now.state && before->sha256 == now.sha256;
        const bool same = change.what == FileChange::What::touch || still_duplicate;
        outcomes[now.path] = same ? Outcome::unchanged : known ? Outcome::changed : Outcome::added;
    }

    /// The file at `path` gives way to one with the same bytes.
    void make_duplicate(const std::string& path, const std::string& owner) {
        FileRecord file = *ledger.find(path);
        file.state = State::duplicate;
        file.note = owner;
        file.layout.clear();
        file.meetings.clear();
        file.problems.clear();
        forget_items(file);
        take({FileChange::What::replace, std::move(file), {}});
    }

    /// Copies whose indexed twin is gone are read in its place, under what was given for them when they were found.
    void promote_orphans() {
        for (const FoundFile& orphan : ledger.orphans()) {
            if (stop.load()) return;
            const FileRecord* known = ledger.find(orphan.path);
            const bool twin_promoted = !ledger.owner(known->sha256).empty();
            if (!twin_promoted) read(orphan, given_of(known->given));
        }
    }

    /// Duplicates name the file that is indexed now.
    void rename_owners() {
        std::vector<FileRecord> stale;
        for (const auto& [path, file] : ledger.files()) {
            if (file.state != State::duplicate) continue;
            const std::string owner = ledger.owner(file.sha256);
            if (owner.empty() || owner == file.note) continue;
            stale.push_back(file);
            stale.back().note = owner;
        }
        for (FileRecord& file : stale) take({FileChange::What::touch, std::move(file), {}});
    }

    /// Items that a page cuts short and that another file holds in full are put together, or apart again. Between two commits
    /// of one update both texts may stand in the index; a file that cannot be read again stays as it is until the next update.
    void heal() {
        std::map<std::string, FileChange> alone;
        const auto read_alone = [&](const std::string& path) {
            if (alone.contains(path)) return true;
            std::optional<FileChange> change = digest_again(*ledger.find(path));
            return change && alone.emplace(path, std::move(*change)).second;
        };
        for (const HealingTask& task : healing_tasks(ledger.files())) {
            if (stop.load()) return;
            const bool all = read_alone(task.path) && std::all_of(task.matches.begin(), task.matches.end(), [&](const HealingMatch& match) {
                return read_alone(match.cut_path) && read_alone(match.page_path);
            });
            if (all) take(healed(alone.at(task.path), task, alone));
        }
    }

    void run(const SyncPlan& plan) {
        for (const FileRecord& file : plan.unchanged)
            if (is_document(file)) outcomes[file.path] = Outcome::unchanged;
        for (const std::string& path : plan.to_remove) remove(path);
        std::uint64_t done = 0;
        for (const FoundFile& found : plan.to_read) {
            if (stop.load()) break;
            read(found, given_for(found));
            progress(++done, plan.to_read.size(), found.path);
        }
        promote_orphans();
        rename_owners();
        if (!options.dry_run) heal();
        summary.interrupted = stop.load();
        note_refused(batch.commit(ledger));
    }
};

GivenKeys given_keys(Update& update, const Walk& walk) {
    GivenKeys keys;
    for (const FoundFile& found : walk.files) keys[found.path] = given_key(update.given_for(found));
    return keys;
}

bool under_any(const std::string& path, const std::vector<std::string>& roots) {
    return std::any_of(roots.begin(), roots.end(), [&](const std::string& root) { return is_under(path, root); });
}

// --- The summary ---

void count_outcomes(Update& update) {
    SyncSummary& summary = update.summary;
    for (const auto& [path, outcome] : update.outcomes) {
        if (outcome == Outcome::added) ++summary.added;
        if (outcome == Outcome::changed) ++summary.changed;
        if (outcome == Outcome::removed) ++summary.removed;
        if (outcome == Outcome::unchanged) ++summary.unchanged;
    }
}

void count_index(Update& update, const std::vector<std::string>& roots) {
    SyncSummary& summary = update.summary;
    std::set<std::string> meetings;
    for (const auto& [path, file] : update.ledger.files()) {
        const bool ours = under_any(path, roots);
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
}

void list_what_is_wrong(Update& update, const Walk& walk) {
    SyncSummary& summary = update.summary;
    for (const NotWalked& closed : walk.not_walked) summary.skipped.emplace_back(closed.path, closed.reason);
    std::sort(summary.skipped.begin(), summary.skipped.end());
    std::set<std::string> said;
    for (const FoundFile& found : walk.files) {
        const std::string& problem = update.folders.of(found.path, Update::folder_of_root(found)).problem;
        if (!problem.empty() && said.insert(problem).second) summary.problems.emplace_back(fs::path(found.path).parent_path().string(), problem);
    }
}

// --- Where to write ---

/// Files named minutes.json say something of the others, and the index may lie among its texts; neither is a document.
Walk walk_documents(const std::vector<std::string>& roots, const std::string& index) {
    Walk found = walk(roots);
    std::erase_if(found.files, [&](const FoundFile& file) { return fs::path(file.path).filename() == "minutes.json" || is_under(file.path, index); });
    std::erase_if(found.not_walked, [&](const NotWalked& closed) { return is_under(closed.path, index); });
    return found;
}

/// The writing end of an update: the lock, the generation, and when it becomes current.
struct Target {
    /// REQUIRES: options.index may be an index (require_index_place).
    explicit Target(const SyncOptions& options) : index(options.index), lock(options.index) {
        const bool first = !fs::exists(fs::path(index) / "current");
        if (const auto current = options.fresh || first ? std::nullopt : current_generation(index)) {
            generation = *current;
        } else {
            remove_unpublished(index);
            generation = next_generation(index);
        }
        writer.emplace(generation);
        // The first index is visible from its first commit; --fresh replaces an old one at the end.
        if (first) publish_generation(index, generation);
        replaces = options.fresh && !first;
    }

    /// After the last commit.
    void finish(bool interrupted) {
        writer.reset();
        if (replaces && interrupted) remove_unpublished(index);
        else if (replaces) publish_generation(index, generation);
    }

    std::string index;
    WriterLock lock;
    std::string generation;
    std::optional<IndexWriter> writer;
    bool replaces = false;
};

std::vector<FileRecord> known_files(const std::string& index) {
    const auto current = current_generation(index);
    return current ? read_file_records(*current) : std::vector<FileRecord>();
}

SyncPlan plan_update(Update& update, const Walk& found, const std::vector<std::string>& roots, const std::vector<std::string>& forget) {
    const KnownFiles& known = update.ledger.files();
    SyncPlan plan = plan_sync(found, roots, known, given_keys(update, found));
    if (const std::string why = why_refuse(found, roots, plan, known, update.options.allow_empty); !why.empty()) throw Error(why);
    for (const auto& [path, file] : known)
        if (under_any(path, forget)) plan.to_remove.push_back(path);
    std::erase_if(plan.to_read, [&](const FoundFile& file) { return under_any(file.path, forget); });
    std::erase_if(plan.unchanged, [&](const FileRecord& file) { return under_any(file.path, forget); });
    std::sort(plan.to_remove.begin(), plan.to_remove.end());
    plan.to_remove.erase(std::unique(plan.to_remove.begin(), plan.to_remove.end()), plan.to_remove.end());
    return plan;
}

}  // namespace

SyncSummary sync_index(const SyncOptions& options, const SyncProgress& progress, const std::atomic<bool>& stop) {
    const std::vector<std::string> roots = absolute_all(options.paths), forget = absolute_all(options.forget);
    const Walk found = walk_documents(roots, absolute_path(options.index));
    require_index_place(options.index);
    std::optional<Target> target;
    if (!options.dry_run) target.emplace(options);
    Update update{options, progress, stop, Ledger(options.fresh ? std::vector<FileRecord>() : known_files(options.index)), Batch(target ? &*target->writer : nullptr, options.index)};
    update.run(plan_update(update, found, roots, forget));
    if (target) target->finish(update.summary.interrupted);
    if (target && target->replaces && update.summary.interrupted) {  // what was built is discarded, the old index stays
        update.outcomes.clear();
        update.ledger = Ledger(known_files(options.index));
    }
    count_outcomes(update);
    count_index(update, roots);
    list_what_is_wrong(update, found);
    return std::move(update.summary);
}

}  // namespace minutes
