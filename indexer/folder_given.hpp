#pragma once

#include "analyzers/segment.hpp"

#include <map>
#include <string>
#include <utility>

namespace minutes {

/// What the folders say of their documents: the nearest `minutes.json` from a file's folder up to its root.
/// Reads each folder once; keep one for the length of an update.
class FolderGiven {
public:
    struct Found {
        Given given;
        std::string problem;  ///< why a minutes.json could not be used or not wholly, or ""
    };

    /// For the file at `path` under `root` (both absolute). Looks upwards folder by folder, `root` included.
    [[nodiscard]] const Found& of(const std::string& path, const std::string& root);

private:
    const Found& of_folder(const std::string& folder, const std::string& root);

    std::map<std::pair<std::string, std::string>, Found> folders_;  ///< by folder and root: roots may overlap
};

}  // namespace minutes
