// passages DIR [--out FILE]: reads and segments a folder on one thread as the indexer does, and writes the passages and titles that a
// search covers as the rows that the other engines index (passages_file.hpp): those of `minutes export`, without an index. Prints a
// line of JSON: files, records, bytes of files, bytes of the records' texts, and the seconds that reading and segmenting took.
#include "benchmarks/arguments.hpp"
#include "indexer/digest.hpp"
#include "indexer/folder_given.hpp"

#include <ctime>
#include <cstdio>
#include <fstream>
#include <iostream>

namespace minutes::bench {
namespace {

std::string joined(const std::vector<std::string>& values) {
    std::string text;
    for (const std::string& value : values) text += (text.empty() ? "" : "; ") + value;
    return text;
}

std::string cell(std::string text) {
    for (char& c : text)
        if (c == '\t' || c == '\n' || c == '\r') c = ' ';
    return text;
}

std::string row_of(const Record& record) {
    std::string row;
    for (const std::string& value : {record.council, record.committee, record.date, record.kind, joined(roles_of(record)), joined(persons_of(record))}) row += cell(value) + '\t';
    return row + cell(record.text) + '\n';
}

bool is_searched(const Record& record) {
    return record.zone == "title" || record.zone == "minutes" || record.zone == "decision" || record.zone == "action";
}

}  // namespace
}  // namespace minutes::bench

int main(int argc, char** argv) try {
    using namespace minutes;
    const bench::Arguments given(argc, argv, {"out"});
    if (given.rest.size() != 1) throw Refused("usage: passages DIR [--out FILE]");
    std::ofstream out(given.text("out", "/dev/null"), std::ios::binary);
    out << "council\tcommittee\tdate\tkind\troles\tpersons\ttext\n";
    FolderGiven folders;
    std::uint64_t files = 0, records = 0, bytes = 0, text = 0;
    std::clock_t digesting = 0;
    for (const FoundFile& found : walk(given.rest).files) {
        const std::clock_t start = std::clock();
        const FileChange change = digest_file(found, folders.of(found.path, found.root).given, nullptr, [](const std::string&) { return std::string(); });
        digesting += std::clock() - start;
        if (change.file.state != FileRecord::State::indexed) continue;
        ++files;
        bytes += found.size;
        for (const Record& record : change.passages) {
            if (!bench::is_searched(record)) continue;
            ++records;
            text += record.text.size();
            out << bench::row_of(record);
        }
    }
    out.close();
    if (out.fail()) throw Error("the passages could not be written; check free space");
    std::printf("{\"files\":%llu,\"records\":%llu,\"bytes\":%llu,\"text_bytes\":%llu,\"seconds\":%.3f}\n", static_cast<unsigned long long>(files), static_cast<unsigned long long>(records),
                static_cast<unsigned long long>(bytes), static_cast<unsigned long long>(text), static_cast<double>(digesting) / CLOCKS_PER_SEC);
    return 0;
} catch (const std::exception& error) {
    std::cerr << "passages: " << error.what() << '\n';
    return 2;
}
