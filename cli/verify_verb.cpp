#include "cli/options.hpp"
#include "cli/output.hpp"
#include "searcher/verify.hpp"

#include <algorithm>
#include <fstream>

namespace minutes::cli {
namespace {

constexpr char kExamples[] =
    "minutes verify FILE [options]\n\n"
    "  minutes mentions '\"agency staff\"' --format csv > hits.csv\n"
    "  minutes verify hits.csv                    does every quote still stand where the export says?\n"
    "  minutes verify hits.csv --root ~/minutes   the sources lie under another folder now\n\n"
    "ok: as exported. changed: the file has other bytes, the words stand where they stood. moved: the words stand\n"
    "elsewhere in the file or its folder. missing: they do not. damaged: the row cannot be read.\n"
    "Exits with 1 if a row is moved, missing or damaged.\n";
constexpr char kFormats[] = "text|json";

}  // namespace

int run_verify(const Args& args) {
    po::options_description options("Options");
    options.add_options()("root", po::value<std::string>()->default_value("")->value_name("DIR"), "look for the sources under this folder, by the end of their paths")(
        "faults-only", "list only the rows that are not ok")("help,h", "this text");
    add_format_option(options, kFormats);
    const auto given = parse(args, options, "file", kExamples);
    if (!given) return kFound;
    const Format format = format_of(*given, kFormats);
    const std::string file = joined_words(*given, "file");
    if (file.empty()) throw Refused("no FILE given; make one with: minutes mentions QUERY --format csv > FILE");
    std::ifstream in(file, std::ios::binary);
    if (!in) throw Error(file + " cannot be opened; check its name and permissions");
    Verifier verifier((*given)["root"].as<std::string>());
    read_export(in, [&](const ExportRow& row) { verifier.add(row); });
    const std::vector<Verified> rows = verifier.finish();
    write_out(format == Format::json ? verified_as_json(rows) : verified_as_text(rows, given->count("faults-only") == 0));
    const bool good = std::all_of(rows.begin(), rows.end(), [](const Verified& row) { return row.verdict <= Verdict::changed; });
    return good ? kFound : kNothing;
}

}  // namespace minutes::cli
