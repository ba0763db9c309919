#include "analyzers/dump.hpp"
#include "analyzers/report.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "corpus/archive.hpp"
#include "corpus/read_document.hpp"
#include "indexer/folder_given.hpp"
#include "indexer/passages.hpp"

#include <filesystem>
#include <iomanip>
#include <sstream>

namespace minutes::cli {
namespace {

constexpr char kExamples[] =
    "minutes segment FILE [options]\n\n"
    "  minutes segment minutes.pdf                  meeting, items, passages and speakers, for reading\n"
    "  minutes segment minutes.txt --format json    the same for programs (docs/segment-json.md)\n"
    "  minutes segment 2023.zip/minutes.html        a file in an archive\n"
    "  minutes segment minutes.txt --council \"Eastmoor Council\"\n";
constexpr char kFormats[] = "text|json";

std::string text_of(const po::variables_map& given, const char* name) {
    return given.count(name) ? given[name].as<std::string>() : std::string();
}

/// What the file's own folder says (its minutes.json), and below it the options.
Given given_for(const std::string& path, const po::variables_map& given) {
    const auto inside = archive_path(path);
    const std::filesystem::path file = std::filesystem::absolute(inside ? inside->archive : path).lexically_normal();
    FolderGiven folders;
    const FolderGiven::Found& folder = folders.of(file.string(), file.parent_path().string());
    if (!folder.problem.empty()) warn(folder.problem);
    const auto or_option = [&](const std::string& said, const char* option) { return said.empty() ? text_of(given, option) : said; };
    return {or_option(folder.given.council, "council"), or_option(folder.given.committee, "committee")};
}

/// What every detector of layouts says of the document, best first.
std::string scores_of(const Segmented& segmented) {
    std::ostringstream out;
    out << "= layout " << segmented.layout << "; scores:" << std::fixed << std::setprecision(2);
    for (const LayoutScore& score : segmented.scores) out << " " << score.layout << " " << score.score;
    out << "\n";
    return out.str();
}

/// Pages, and what the reader of the format left out.
std::string reading_of(const Document& doc) {
    std::string text;
    if (!doc.page_starts.empty()) text += "= " + std::to_string(doc.page_starts.size()) + (doc.page_starts.size() == 1 ? " page\n" : " pages\n");
    for (const std::string& what : doc.left_out) text += "= left out: " + what + "\n";
    return text;
}

}  // namespace

int run_segment(const Args& args) {
    po::options_description options("Options");
    options.add_options()("council", po::value<std::string>(), "the council, where text and folder do not say")(
        "committee", po::value<std::string>(), "the committee, where text and folder do not say");
    add_format_option(options, kFormats);
    options.add_options()("help,h", "this text");
    const auto given = parse(args, options, "file", kExamples);
    if (!given) return kFound;
    const Format format = format_of(*given, kFormats);
    const std::string path = joined_words(*given, "file");
    if (path.empty()) throw Refused("no file given; try: minutes segment FILE");
    auto read = read_document(path);
    if (const Skipped* skipped = std::get_if<Skipped>(&read)) throw Error(path + ": " + skipped->reason);
    const Document doc = std::get<Document>(std::move(read));
    const Segmented segmented = segment(doc, given_for(path, *given));
    write_out(format == Format::json ? to_json(doc, segmented, passage_ids(doc, segmented)) : to_text(doc, segmented) + scores_of(segmented) + to_text(report_of(doc.text, segmented)) + reading_of(doc));
    return kFound;
}

}  // namespace minutes::cli
