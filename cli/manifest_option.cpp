#include "cli/manifest_option.hpp"

#include "searcher/manifest.hpp"

#include <filesystem>
#include <fstream>

namespace minutes::cli {

namespace fs = std::filesystem;

void add_manifest_option(po::options_description& options) {
    options.add_options()("manifest", po::value<std::string>()->value_name("FILE"), "also write what `minutes diff` compares: query, index, counts, every passage");
}

void write_manifest(const po::variables_map& given, Reader& reader, const Request& request, const std::string& verb, const std::string& query) {
    if (!given.count("manifest")) return;
    const std::string file = given["manifest"].as<std::string>(), unfinished = file + ".tmp";
    std::ofstream out(unfinished, std::ios::binary);
    out << manifest_as_json(reader, request, {verb, query, MINUTES_VERSION});
    out.close();
    std::error_code failed;
    if (out) fs::rename(unfinished, file, failed);
    if (!out || failed) {
        fs::remove(unfinished, failed);
        throw Error(file + ": the manifest cannot be written; check the folder and the space on the disk");
    }
}

}  // namespace minutes::cli
