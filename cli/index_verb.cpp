#include "analyzers/json_text.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "indexer/sync.hpp"
#include "searcher/printable.hpp"

#include <nlohmann/json.hpp>

#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>

namespace minutes::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr char kExamples[] =
    "minutes index PATH... [options]\n\n"
    "  minutes index ~/minutes                            read a folder; run it again and only changes are read\n"
    "  minutes index ~/minutes/eastmoor --council \"Eastmoor Council\"\n"
    "  minutes index ~/minutes --dry-run                  say what would happen\n"
    "  minutes index --fresh ~/minutes                    build anew from these paths alone\n"
    "  minutes index --forget ~/minutes/old               take a folder out of the index\n\n"
    "The index mirrors the paths: new files are added, changed files replaced, vanished files removed.\n"
    "A file minutes.json in a folder ({\"council\": \"...\", \"committee\": \"...\"}) says what its texts do not.\n";
constexpr char kFormats[] = "text|json";

std::atomic<bool> stop{false};

/// The first interrupt finishes the file in hand and commits; a second one ends at once, which is safe too.
extern "C" void on_interrupt(int signal) {
    if (stop.exchange(true)) _exit(128 + signal);
    constexpr char kMessage[] = "\nminutes: interrupted; finishing the file in hand (once more to stop at once)\n";
    [[maybe_unused]] const auto written = write(STDERR_FILENO, kMessage, sizeof kMessage - 1);
}

/// A line that is rewritten on a terminal a few times a second; nothing elsewhere.
class ProgressLine {
public:
    void operator()(std::uint64_t done, std::uint64_t total, const std::string& path) {
        if (!isatty(STDERR_FILENO)) return;
        const auto now = std::chrono::steady_clock::now();
        if (done < total && now - last_ < std::chrono::milliseconds(100)) return;
        last_ = now;
        const std::string name = printable(path.substr(path.rfind('/') + 1));
        std::fprintf(stderr, "\r\x1b[K%s of %s files  %.50s", grouped(done).c_str(), grouped(total).c_str(), name.c_str());
        if (done == total) std::fprintf(stderr, "\r\x1b[K");
    }

private:
    std::chrono::steady_clock::time_point last_{};
};

std::string summary_as_json(const SyncSummary& s, bool dry_run) {
    Json json{{"format", "minutes-index"}, {"version", 1}, {"dry_run", dry_run}, {"added", s.added}, {"changed", s.changed},
              {"removed", s.removed}, {"unchanged", s.unchanged}, {"duplicates", s.duplicates}, {"elsewhere", s.elsewhere},
              {"files", s.files}, {"meetings", s.meetings}, {"items", s.items}, {"passages", s.passages}, {"bytes_read", s.bytes_read},
              {"interrupted", s.interrupted}};
    json["skipped"] = Json::array();
    for (const auto& [path, reason] : s.skipped) json["skipped"].push_back({{"path", path}, {"reason", reason}});
    json["problems"] = Json::array();
    for (const auto& [path, problem] : s.problems) json["problems"].push_back({{"path", path}, {"problem", problem}});
    return json_block(json);
}

std::string summary_as_text(const SyncSummary& s, const SyncOptions& sync) {
    std::string text = sync.dry_run ? "Nothing changed; this is what would happen.\n" : "";
    text += counted(s.added, "file") + " added, " + grouped(s.changed) + " changed, " + grouped(s.removed) + " removed, " + grouped(s.unchanged) +
            " unchanged";
    if (s.duplicates) text += ", " + grouped(s.duplicates) + " with the bytes of another (counted once)";
    text += ".\n";
    if (!s.skipped.empty()) text += counted(s.skipped.size(), "file") + " skipped:\n";
    for (const auto& [path, reason] : s.skipped) text += "  " + printable(path) + ": " + printable(reason) + "\n";
    if (!s.problems.empty()) text += counted(s.problems.size(), "problem") + ":\n";
    for (const auto& [path, problem] : s.problems) text += "  " + printable(path) + ": " + printable(problem) + "\n";
    if (s.elsewhere) text += counted(s.elsewhere, "indexed file") + " outside these paths left as they are.\n";
    if (s.interrupted)
        text += sync.fresh ? "Interrupted: the new index is discarded, the old one stays as it was.\n"
                           : "Interrupted: what was done is saved; run the same command to go on.\n";
    return text + "The index holds " + counted(s.files, "file") + ", " + counted(s.meetings, "meeting") + ", " + counted(s.items, "item") + ", " +
           counted(s.passages, "passage") + ".\n";
}

std::vector<std::string> paths_of(const po::variables_map& given, const char* name) {
    return given.count(name) ? given[name].as<std::vector<std::string>>() : std::vector<std::string>();
}

}  // namespace

int run_index(const Args& args) {
    po::options_description options("Options");
    SyncOptions sync;
    options.add_options()("council", po::value(&sync.given.council), "the council, where text and folder do not say")(
        "committee", po::value(&sync.given.committee), "the committee, where text and folder do not say")(
        "fresh", po::bool_switch(&sync.fresh), "build a new index from these paths alone, then put it in place of the old one")(
        "forget", po::value<std::vector<std::string>>()->composing()->value_name("PATH"), "take this file or folder out of the index")(
        "dry-run", po::bool_switch(&sync.dry_run), "say what would happen, change nothing")(
        "allow-empty", po::bool_switch(&sync.allow_empty), "believe that a folder which held indexed files is now really empty");
    add_format_option(options, kFormats);
    add_common_options(options);
    const auto given = parse(args, options, "path", kExamples);
    if (!given) return kFound;
    const Format format = format_of(*given, kFormats);
    sync.paths = paths_of(*given, "path");
    sync.forget = paths_of(*given, "forget");
    sync.index = index_of(*given);
    if (sync.paths.empty() && sync.forget.empty()) throw Refused("no path given; try: minutes index FOLDER");
    std::signal(SIGINT, on_interrupt);
    std::signal(SIGTERM, on_interrupt);
    ProgressLine progress;
    const SyncSummary summary = sync_index(sync, std::ref(progress), stop);
    write_out(format == Format::json ? summary_as_json(summary, sync.dry_run) : summary_as_text(summary, sync));
    return summary.interrupted ? kInterrupted : kFound;
}

}  // namespace minutes::cli
