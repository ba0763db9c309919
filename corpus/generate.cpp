#include "corpus/generate.hpp"

#include "corpus/generate_layout.hpp"
#include "corpus/generate_names.hpp"
#include "corpus/generate_truth.hpp"
#include "corpus/problem.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>

namespace minutes {
namespace {

namespace fs = std::filesystem;

/// As many councils as keep both growing: some three hundred councils with as many meetings each among 100,000.
std::uint32_t councils_for(std::uint32_t meetings) {
    std::uint32_t councils = synthetic::kLayouts;
    while (std::uint64_t{councils} * councils < meetings) ++councils;
    return councils;
}

/// Makes the folder, or refuses one that holds anything: nothing of the user's is ever overwritten or mixed up with inventions.
void prepare(const fs::path& directory) {
    std::error_code failed;
    fs::create_directories(directory, failed);
    if (failed) throw Error(directory.string() + ": " + failed.message() + "; choose a directory that can be written");
    const bool empty = fs::is_empty(directory, failed);
    if (failed) throw Error(directory.string() + ": " + failed.message() + "; choose a directory that can be read");
    if (!empty) throw Refused(directory.string() + " is not empty; choose a new directory");
}

void write_file(const fs::path& path, std::string_view text) {
    std::FILE* const file = std::fopen(path.c_str(), "wb");
    if (!file) throw Error(path.string() + " cannot be written; check permissions and free space");
    const bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
    if (const bool closed = std::fclose(file) == 0; !written || !closed)
        throw Error(path.string() + " could not be written to the end; check free space");
}

std::string file_name(const synthetic::Meeting& meeting, std::uint32_t number, std::string_view extension) {
    char ordinal[16];
    std::snprintf(ordinal, sizeof ordinal, "%04u-", number + 1);
    return ordinal + synthetic::iso_date(meeting.date) + "-" + synthetic::slug(meeting.committee) + std::string(extension);
}

std::uint64_t passages_in(const synthetic::Printed& printed) {
    std::uint64_t passages = 0;
    for (const synthetic::TrueItem& item : printed.items) passages += item.passages.size();
    return passages;
}

/// Writes meetings as they are made: what is kept in memory is one meeting, whatever the size of the corpus.
class CorpusWriter {
  public:
    explicit CorpusWriter(fs::path directory) : directory_(std::move(directory)), truth_(directory_ / "truth.jsonl", std::ios::binary) {
        if (!truth_) throw Error((directory_ / "truth.jsonl").string() + " cannot be written; check permissions and free space");
    }

    void write_council(const synthetic::Council& council, std::uint32_t number, std::uint32_t meetings) {
        if (meetings == 0) return;
        char ordinal[16];
        std::snprintf(ordinal, sizeof ordinal, "-%03u", number + 1);
        const std::string folder = synthetic::slug(council.name) + ordinal;
        if (std::error_code failed; !fs::create_directory(directory_ / folder, failed) && failed)
            throw Error((directory_ / folder).string() + ": " + failed.message() + "; check permissions and free space");
        // Most of the texts do not name their council, as in life: the folder says it, as it would for a user.
        write_file(directory_ / folder / "minutes.json", "{\"council\": \"" + council.name + "\"}\n");
        for (std::uint32_t i = 0; i < meetings; ++i) write_meeting(synthetic::make_meeting(council, i), folder, i);
    }

    Generated finish() {
        truth_.close();
        if (truth_.fail()) throw Error((directory_ / "truth.jsonl").string() + " could not be written to the end; check free space");
        return generated_;
    }

  private:
    void write_meeting(const synthetic::Meeting& meeting, const std::string& folder, std::uint32_t number) {
        const synthetic::Printed printed = synthetic::print(meeting);
        const std::string source = folder + "/" + file_name(meeting, number, printed.extension);
        write_file(directory_ / source, printed.text);
        truth_ << synthetic::truth_line(printed, synthetic::name_of(meeting.council.layout), source);
        ++generated_.files;
        generated_.bytes += printed.text.size();
        generated_.passages += passages_in(printed);
    }

    fs::path directory_;
    std::ofstream truth_;
    Generated generated_;
};

}  // namespace

Generated generate_corpus(const GenerateOptions& options) {
    prepare(options.directory);
    CorpusWriter writer(options.directory);
    const std::uint32_t councils = councils_for(options.meetings);
    for (std::uint32_t i = 0; i < councils; ++i)
        writer.write_council(synthetic::make_council(options.seed, i), i, options.meetings / councils + (i < options.meetings % councils));
    return writer.finish();
}

}  // namespace minutes
