// corpus DIR --passages N [--seed S] [--bytes B]: a folder of invented minutes whose passages are as long, and whose vocabulary is
// as rich, as those of real ones. Meetings, speakers, decisions and layouts are those of `minutes generate`; its paragraphs, which
// know few words, are lengthened by Prose. Prints a line of JSON: files, passages, bytes. The same arguments give the same bytes.
#include "benchmarks/arguments.hpp"
#include "benchmarks/prose.hpp"
#include "corpus/generate_layout.hpp"
#include "corpus/generate_names.hpp"
#include "corpus/problem.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>

namespace fs = std::filesystem;

namespace minutes::bench {
namespace {

using namespace synthetic;

/// About so many passages and titles a meeting has; only how councils and meetings are shared out rests on it.
constexpr std::uint32_t kPassagesOfMeeting = 38;

struct Made { std::uint64_t files = 0, passages = 0, bytes = 0; };

std::uint64_t records_in(const Printed& printed) {
    std::uint64_t records = 0;
    for (const TrueItem& item : printed.items) records += item.passages.size() + !item.title.empty();
    return records;
}

/// Paragraphs of speech and notes are lengthened, those of form (resolutions, attendance) are not.
void lengthen(Meeting& meeting, std::uint64_t number, std::uint32_t bytes) {
    for (std::size_t i = 0; i < meeting.items.size(); ++i) {
        const std::uint64_t topic = meeting.topics.empty() ? 0 : meeting.topics[i % meeting.topics.size()];
        Prose prose(mix(meeting.council.seed, topic), Random(mix(mix(meeting.council.seed, 77), number * 256 + i)));
        for (Paragraph& paragraph : meeting.items[i].paragraphs) {
            const bool open = paragraph.limbs.empty() && !paragraph.text.empty() && paragraph.text.back() == '.';
            if (open && (paragraph.shape == Shape::plain || paragraph.shape == Shape::listed)) paragraph.text += prose.sentences(bytes);
        }
    }
}

void write_file(const fs::path& path, const std::string& text) {
    std::ofstream out(path, std::ios::binary);
    out << text;
    out.close();
    if (out.fail()) throw Error(path.string() + " could not be written; check permissions and free space");
}

void write_meeting(const Meeting& meeting, const fs::path& folder, std::uint32_t number, Made& made) {
    const Printed printed = print(meeting);
    char ordinal[16];
    std::snprintf(ordinal, sizeof ordinal, "%05u-", number + 1);
    write_file(folder / (ordinal + iso_date(meeting.date) + "-" + slug(meeting.committee) + std::string(printed.extension)), printed.text);
    ++made.files;
    made.passages += records_in(printed);
    made.bytes += printed.text.size();
}

Made make_corpus(const fs::path& directory, std::uint64_t passages, std::uint64_t seed, std::uint32_t bytes) {
    if (fs::exists(directory) && !fs::is_empty(directory)) throw Refused(directory.string() + " is not empty; choose a new directory");
    const std::uint64_t meetings = passages / kPassagesOfMeeting + 1;
    std::uint32_t each = 5;
    while (std::uint64_t{each} * each * 4 < meetings) ++each;  // four times as many councils as meetings of each
    Made made;
    for (std::uint32_t i = 0; made.passages < passages; ++i) {
        const Council council = make_council(seed, i);
        const fs::path folder = directory / (slug(council.name) + "-" + std::to_string(i + 1));
        fs::create_directories(folder);
        write_file(folder / "minutes.json", "{\"council\": \"" + council.name + "\"}\n");
        for (std::uint32_t number = 0; number < each && made.passages < passages; ++number) {
            Meeting meeting = make_meeting(council, number);
            lengthen(meeting, number, bytes);
            write_meeting(meeting, folder, number, made);
        }
    }
    return made;
}

}  // namespace
}  // namespace minutes::bench

int main(int argc, char** argv) try {
    const minutes::bench::Arguments given(argc, argv, {"passages", "seed", "bytes"});
    if (given.rest.size() != 1) throw minutes::Refused("usage: corpus DIR --passages N [--seed S] [--bytes B]");
    const auto made = minutes::bench::make_corpus(given.rest[0], given.number("passages", 10'000), given.number("seed", 1),
                                                  static_cast<std::uint32_t>(given.number("bytes", 740)));
    std::cout << "{\"files\":" << made.files << ",\"passages\":" << made.passages << ",\"bytes\":" << made.bytes << "}\n";
    return 0;
} catch (const std::exception& error) {
    std::cerr << "corpus: " << error.what() << '\n';
    return 2;
}
