#include "tests/workspace.hpp"

#include <boost/test/unit_test.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace fs = std::filesystem;

namespace minutes::test {
namespace {

std::string quoted(const std::string& word) {
    std::string text = "'";
    for (const char c : word) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return text + "'";
}

}  // namespace

Workspace::Workspace() {
    std::string name = (fs::temp_directory_path() / "minutes-test-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("no temporary directory");
    path_ = name;
}

Workspace::~Workspace() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

fs::path Workspace::write(const std::string& name, const std::string& bytes) const {
    const fs::path file = path_ / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
}

Ran run_minutes(const fs::path& index, const std::vector<std::string>& args) {
    const Workspace outputs;
    std::string command = "MINUTES_INDEX=" + quoted(index.string()) + " NO_COLOR=1 " + quoted(MINUTES_BINARY);
    for (const std::string& arg : args) command += " " + quoted(arg);
    command += " >" + quoted((outputs.path() / "out").string()) + " 2>" + quoted((outputs.path() / "err").string()) + " </dev/null";
    const int status = std::system(command.c_str());
    Ran ran;
    ran.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    ran.out = read_file(outputs.path() / "out");
    ran.err = read_file(outputs.path() / "err");
    return ran;
}

std::string read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

void check_golden(const std::string& name, const std::string& actual) {
    const fs::path file = fs::path(MINUTES_SOURCE) / "tests" / "golden" / name;
    if (std::getenv("UPDATE_GOLDEN")) {
        fs::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << actual;
    }
    BOOST_TEST_CONTEXT("golden file " << name << "; UPDATE_GOLDEN=1 rewrites it") BOOST_TEST(actual == read_file(file));
}

}  // namespace minutes::test
