#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace minutes {

/// What a child process may use before it is ended.
struct ChildLimits {
    unsigned cpu_seconds = 20;
    unsigned wall_seconds = 120;                ///< for a machine that is busy with other things
    std::uint64_t memory_bytes = 512u << 20;    ///< address space beyond what the process has when it starts
    std::uint64_t output_bytes = 256u << 20;
};

/// How a child ended and what it said.
struct ChildResult {
    enum class Ending { finished, no_time, crashed, too_much_output, not_started };
    Ending ending = Ending::not_started;
    int exit_code = 0;      ///< when finished; of a program that could not be executed: 127
    std::string output;     ///< standard output
    std::string errors;     ///< the first 4 KB of standard error
};

/// Runs a program, found in PATH, under the limits with `input` behind the file descriptor kChildInput: a file in memory, so
/// that what is parsed are the bytes that were read, and no name is passed on. The child inherits no other descriptor.
[[nodiscard]] ChildResult run_program(const std::vector<std::string>& command, std::string_view input, const ChildLimits& limits);

/// The descriptor as the program sees it, and its name.
inline constexpr int kChildInput = 3;
inline constexpr char kChildInputPath[] = "/dev/fd/3";

/// Runs `work` in a forked copy of this process under the limits; what it returns is the output. A crash, a loop or a bomb in
/// `work` ends the copy alone. It must touch nothing but its own memory: no index, no threads, no locks.
[[nodiscard]] ChildResult run_forked(const std::function<std::string()>& work, const ChildLimits& limits);

/// Why a child came to no good end, for the user: "took more than 20 s of processor time". Empty when it finished.
[[nodiscard]] std::string why_ended(const ChildResult& result, const ChildLimits& limits);

}  // namespace minutes
