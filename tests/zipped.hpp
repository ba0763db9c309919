#pragma once

#include "tests/workspace.hpp"

#include <boost/test/unit_test.hpp>

#include <zip.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace minutes::test {

using ZipMembers = std::vector<std::pair<std::string, std::string>>;

/// An archive in the workspace whose files are compressed, by libzip. One at a time: the next takes its place.
inline std::filesystem::path zipped(const Workspace& work, const ZipMembers& members) {
    const std::filesystem::path path = work.path() / "archive.bin";
    std::filesystem::remove(path);
    int failed = 0;
    zip_t* const archive = zip_open(path.c_str(), ZIP_CREATE, &failed);
    BOOST_REQUIRE(archive != nullptr);
    for (const auto& [name, bytes] : members) zip_file_add(archive, name.c_str(), zip_source_buffer(archive, bytes.data(), bytes.size(), 0), 0);
    BOOST_REQUIRE(zip_close(archive) == 0);
    return path;
}

}  // namespace minutes::test
