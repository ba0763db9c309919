#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace minutes::test {

/// A fresh directory under the system's temporary one, removed with everything in it at the end.
class Workspace {
public:
    Workspace();
    ~Workspace();
    Workspace(const Workspace&) = delete;
    Workspace& operator=(const Workspace&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    /// Writes a file, with its folders, and returns its path.
    std::filesystem::path write(const std::string& name, const std::string& bytes) const;

private:
    std::filesystem::path path_;
};

struct Ran {
    int exit = -1;             ///< exit code, or 128 + the signal that ended it
    std::string out, err;
};

/// Runs the built command with `args`; MINUTES_INDEX is `index`, no colour.
[[nodiscard]] Ran run_minutes(const std::filesystem::path& index, const std::vector<std::string>& args);

[[nodiscard]] std::string read_file(const std::filesystem::path& path);

/// Compares with tests/golden/NAME, or rewrites it when UPDATE_GOLDEN is set; a review of the diff is the test then.
void check_golden(const std::string& name, const std::string& actual);

}  // namespace minutes::test
