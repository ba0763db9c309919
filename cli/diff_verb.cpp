#include "cli/options.hpp"
#include "cli/output.hpp"
#include "searcher/manifest_diff.hpp"

#include <fstream>
#include <iterator>

namespace minutes::cli {
namespace {

constexpr char kExamples[] =
    "minutes diff A B [options]\n\n"
    "  minutes search '\"agency staff\"' --manifest may.json > /dev/null\n"
    "  minutes search '\"agency staff\"' --manifest june.json > /dev/null\n"
    "  minutes diff may.json june.json      which passages are new, gone or changed, and why\n\n"
    "Exits with 0 if the answers are the same, 1 if they differ, 2 if a file is no manifest.\n";
constexpr char kFormats[] = "text|json";

std::string bytes_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw Error(file + " cannot be opened; check its name and permissions");
    return std::string(std::istreambuf_iterator<char>(in), {});
}

}  // namespace

int run_diff(const Args& args) {
    po::options_description options("Options");
    add_format_option(options, kFormats);
    options.add_options()("help,h", "this text");
    const auto given = parse(args, options, "file", kExamples);
    if (!given) return kFound;
    const Format format = format_of(*given, kFormats);
    const std::vector<std::string> files = given->count("file") ? (*given)["file"].as<std::vector<std::string>>() : std::vector<std::string>();
    if (files.size() != 2) throw Refused("diff compares two manifests: minutes diff A B; they are made with --manifest FILE");
    const ManifestDiff diff = diff_manifests(bytes_of(files[0]), bytes_of(files[1]));
    write_out(format == Format::json ? diff_as_json(diff) : diff_as_text(diff));
    return diff.rows.empty() ? kFound : kNothing;
}

}  // namespace minutes::cli
