#pragma once

#include "cli/options.hpp"
#include "searcher/reader.hpp"

#include <string>

namespace minutes::cli {

/// --manifest FILE.
void add_manifest_option(po::options_description& options);

/// Writes the manifest of the answer to `request` if --manifest was given; the file appears as a whole or not at all.
/// Throws Error when it cannot be written.
void write_manifest(const po::variables_map& given, Reader& reader, const Request& request, const std::string& verb, const std::string& query);

}  // namespace minutes::cli
