// A fuzzer that every compiler has: runs a target with files and with what a generator of random numbers makes of them. The same arguments give the same
// runs. tests/fuzz/run links the targets with libFuzzer instead, which learns what reaches new code.
#include "tests/fuzz/target.hpp"

#include <algorithm>
#include <csignal>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#ifdef MINUTES_SANITIZED
#include <sanitizer/common_interface_defs.h>
#endif

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMostBytes = 32 << 10;
constexpr double kMostSeconds = 5;
constexpr char kUsage[] = "usage: fuzz_TARGET [--runs N] [--first N] [--write FILE] [--lines] FILE|FOLDER...\n"
                          "--first: the number of the first run; --write: its input goes to FILE; --lines: every line of the files is an input\n";

struct Options {
    unsigned long runs = 1000, first = 0;
    std::string write;
    bool lines = false;
    std::vector<std::string> paths;
};

unsigned long running = 0;   ///< for who dies in a run

void say_where() { std::cerr << "in run " << running << "; once more: --first " << running << " --runs 1, and --write FILE for its input" << std::endl; }

std::vector<std::string> inputs_of(const Options& options) {
    std::vector<fs::path> files;
    for (const std::string& path : options.paths) {
        if (!fs::is_directory(path)) files.emplace_back(path);
        else
            for (const auto& entry : fs::recursive_directory_iterator(path))
                if (entry.is_regular_file()) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::vector<std::string> inputs;
    for (const fs::path& file : files) {
        std::ifstream in(file, std::ios::binary);
        if (!options.lines) inputs.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
        else
            for (std::string line; std::getline(in, line);) inputs.push_back(line);
    }
    return inputs;
}

/// One change of a text: a byte, a piece taken out, said again, moved, or taken from another input.
class Mutation {
public:
    Mutation(const std::vector<std::string>& inputs, unsigned long run) : inputs_(inputs), random_(static_cast<std::uint32_t>(run)) {}

    std::string make() {
        std::string text = inputs_[below(inputs_.size())];
        if (text.size() > kMostBytes) text = text.substr(below(text.size() - kMostBytes), kMostBytes);
        for (std::size_t changes = 1 + below(6); changes > 0; --changes) change(text);
        text.resize(std::min(text.size(), 2 * kMostBytes));
        return text;
    }

private:
    std::size_t below(std::size_t n) { return n == 0 ? 0 : random_() % n; }
    std::string_view piece(std::string_view of) {
        const std::size_t at = below(of.size());
        return of.substr(at, below(below(8) == 0 ? of.size() - at : 24) + 1);
    }

    void change(std::string& text) {
        static constexpr std::string_view kOdd[] = {std::string_view("\0", 1), "\xFF", "\xC3", "\xCC\x81", "\u202E", "\n", "\n\n", "\"", "(", "<", ">", "&", "&#x", "\t", " ", "-", "\xEF\xBB\xBF", "PK\x03\x04", "999999999999", "%", "\r\n"};
        const std::size_t at = below(text.size() + 1);
        switch (below(6)) {
            case 0: if (at < text.size()) text[at] = static_cast<char>(random_()); break;
            case 1: text.erase(at, piece(text).size()); break;
            case 2: text.insert(at, std::string(kOdd[below(std::size(kOdd))])); break;
            case 3: text.insert(at, std::string(piece(text))); break;
            case 4: text.insert(at, std::string(piece(inputs_[below(inputs_.size())]))); break;
            default: {
                const std::string again(piece(text));
                for (std::size_t i = below(40); i > 0 && text.size() < kMostBytes; --i) text.insert(std::min(at, text.size()), again);
            }
        }
    }

    const std::vector<std::string>& inputs_;
    std::mt19937 random_;
};

Options options_of(int count, char** arguments) {
    Options options;
    for (int i = 1; i < count; ++i) {
        const std::string argument = arguments[i];
        const bool more = i + 1 < count;
        if (argument == "--runs" && more) options.runs = std::stoul(arguments[++i]);
        else if (argument == "--first" && more) options.first = std::stoul(arguments[++i]);
        else if (argument == "--write" && more) options.write = arguments[++i];
        else if (argument == "--lines") options.lines = true;
        else options.paths.push_back(argument);
    }
    return options;
}

}  // namespace

int main(int count, char** arguments) {
    const Options options = options_of(count, arguments);
    const std::vector<std::string> inputs = inputs_of(options);
    if (inputs.empty()) {
        std::cerr << kUsage;
        return 2;
    }
    std::signal(SIGABRT, [](int) { say_where(); });   // and then it ends
#ifdef MINUTES_SANITIZED
    __sanitizer_set_death_callback(say_where);
#endif
    for (unsigned long run = options.first; run < options.first + options.runs; ++run) {
        running = run;
        const std::string text = run < inputs.size() ? inputs[run] : Mutation(inputs, run).make();
        if (run == options.first && !options.write.empty()) std::ofstream(options.write, std::ios::binary) << text;
        const std::clock_t begun = std::clock();
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
        const double seconds = static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
        if (seconds < kMostSeconds) continue;
        std::cerr << "took " << seconds << " s for " << text.size() << " bytes\n";
        say_where();
        return 1;
    }
    std::cout << options.runs << " runs, " << inputs.size() << " inputs\n";
}
