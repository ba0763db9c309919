#include "cli/options.hpp"
#include "cli/output.hpp"
#include "corpus/generate.hpp"
#include "searcher/printable.hpp"

namespace minutes::cli {
namespace {

constexpr char kExamples[] =
    "minutes generate DIR [options]\n\n"
    "  minutes generate /tmp/made --meetings 1000 --seed 7    a thousand invented meetings\n\n"
    "Writes a .txt or .md file a meeting, and truth.jsonl: how each of them ought to be segmented.\n"
    "The same seed gives the same bytes. DIR must be new or empty.\n";

}  // namespace

int run_generate(const Args& args) {
    po::options_description options("Options");
    options.add_options()("seed", po::value<std::string>()->default_value("1"), "any number")(
        "meetings", po::value<std::string>()->default_value("100"), "how many")("help,h", "this text");
    const auto given = parse(args, options, "directory", kExamples);
    if (!given) return kFound;
    const std::string directory = joined_words(*given, "directory");
    if (directory.empty()) throw Refused("no directory given; try: minutes generate DIR");
    const Generated made = generate_corpus(
        {directory, number_of(*given, "seed", false), static_cast<std::uint32_t>(number_of(*given, "meetings", false))});
    write_out(counted(made.files, "file") + ", " + counted(made.passages, "passage") + ", " + counted(made.bytes, "byte") + " in " +
              printable(directory) + "\n");
    return kFound;
}

}  // namespace minutes::cli
