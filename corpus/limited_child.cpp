#include "corpus/limited_child.hpp"

#include "corpus/descriptor.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <new>

namespace minutes {
namespace {

constexpr std::size_t kKeptErrors = 4096;
constexpr int kNoMemory = 90;   // the exit code of a forked copy that ran out of memory or threw

struct Pipe {
    Descriptor read, write;

    bool open() {
        std::array<int, 2> ends{};
        if (pipe2(ends.data(), O_CLOEXEC) != 0) return false;
        read.reset(ends[0]);
        write.reset(ends[1]);
        return true;
    }
};

bool write_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t put = write(fd, bytes.data(), bytes.size());
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return true;
}

/// Bytes of address space of this process; 0 if it cannot be told.
std::uint64_t address_space() {
    unsigned long long pages = 0;
    if (std::FILE* const statm = std::fopen("/proc/self/statm", "re")) {
        if (std::fscanf(statm, "%llu", &pages) != 1) pages = 0;
        std::fclose(statm);
    }
    return pages * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

/// In the child. `started_with` is the address space that it does not answer for.
void take_limits(const ChildLimits& limits, std::uint64_t started_with) {
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    const rlimit cpu{limits.cpu_seconds, limits.cpu_seconds + 1}, core{0, 0}, files{0, 0};
    setrlimit(RLIMIT_CPU, &cpu);
    setrlimit(RLIMIT_CORE, &core);
    setrlimit(RLIMIT_FSIZE, &files);   // pipes are no files
    const rlimit memory{started_with + limits.memory_bytes, started_with + limits.memory_bytes};
#ifndef MINUTES_SANITIZED   // whose shadow memory is terabytes of address space
    setrlimit(RLIMIT_AS, &memory);
#else
    static_cast<void>(memory);
#endif
    for (const int signal : {SIGINT, SIGTERM, SIGPIPE, SIGXCPU, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL}) std::signal(signal, SIG_DFL);
}

/// Reads until both pipes are closed, or says why no longer. Kills the child in that case.
ChildResult::Ending collect(pid_t child, const Descriptor& out, const Descriptor& err, const ChildLimits& limits, ChildResult& result) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(limits.wall_seconds);
    std::array<pollfd, 2> ends = {{{out.get(), POLLIN, 0}, {err.get(), POLLIN, 0}}};
    std::array<char, 64 << 10> chunk{};
    while (ends[0].fd >= 0 || ends[1].fd >= 0) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now()).count();
        const int ready = left > 0 ? poll(ends.data(), ends.size(), static_cast<int>(left)) : 0;
        if (ready < 0 && errno == EINTR) continue;
        if (ready <= 0) {
            kill(child, SIGKILL);
            return ChildResult::Ending::no_time;
        }
        for (pollfd& end : ends) {
            if (end.fd < 0 || end.revents == 0) continue;
            const ssize_t got = read(end.fd, chunk.data(), chunk.size());
            if (got < 0 && errno == EINTR) continue;
            if (got <= 0) {
                end.fd = -1;
                continue;
            }
            std::string& kept = &end == ends.data() ? result.output : result.errors;
            const std::size_t size = static_cast<std::size_t>(got);
            if (&end == ends.data()) kept.append(chunk.data(), size);
            else kept.append(chunk.data(), std::min(size, kKeptErrors - std::min(kept.size(), kKeptErrors)));
            if (result.output.size() > limits.output_bytes) {
                kill(child, SIGKILL);
                return ChildResult::Ending::too_much_output;
            }
        }
    }
    return ChildResult::Ending::finished;
}

void wait_for(pid_t child, ChildResult& result) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (result.ending != ChildResult::Ending::finished) return;
    if (WIFEXITED(status)) {
        result.exit_code = WEXITSTATUS(status);
        return;
    }
    const bool time = WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL);
    result.ending = time ? ChildResult::Ending::no_time : ChildResult::Ending::crashed;
}

/// The parent's half: closes the child's ends, reads and waits.
ChildResult follow(pid_t child, Pipe& out, Pipe& err, const ChildLimits& limits) {
    ChildResult result;
    out.write.reset();
    err.write.reset();
    if (child < 0) return result;
    result.ending = collect(child, out.read, err.read, limits, result);
    wait_for(child, result);
    return result;
}

}  // namespace

ChildResult run_program(const std::vector<std::string>& command, std::string_view input, const ChildLimits& limits) {
    Pipe out, err;
    const Descriptor memory(memfd_create("minutes-input", MFD_CLOEXEC));
    if (memory.get() < 0 || !write_all(memory.get(), input) || lseek(memory.get(), 0, SEEK_SET) != 0 || !out.open() || !err.open()) return {};
    std::vector<char*> arguments;
    for (const std::string& argument : command) arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);
    const pid_t child = fork();
    if (child == 0) {   // only calls that are safe after a fork of many threads
        // Copies above those that are about to be given away, lest one of them is overwritten.
        const int in = fcntl(memory.get(), F_DUPFD, 10), to = fcntl(out.write.get(), F_DUPFD, 10), told = fcntl(err.write.get(), F_DUPFD, 10);
        const int nothing = ::open("/dev/null", O_RDONLY);
        if (in < 0 || to < 0 || told < 0 || nothing < 0) _exit(127);
        dup2(nothing, 0);
        dup2(to, 1);
        dup2(told, 2);
        dup2(in, kChildInput);
        close_range(kChildInput + 1, ~0u, 0);
        take_limits(limits, 0);
        execvp(arguments[0], arguments.data());
        _exit(127);
    }
    return follow(child, out, err, limits);
}

ChildResult run_forked(const std::function<std::string()>& work, const ChildLimits& limits) {
    Pipe out, err;
    if (!out.open() || !err.open()) return {};
    const std::uint64_t now = address_space();
    const pid_t child = fork();
    if (child == 0) {
        dup2(err.write.get(), 2);
        take_limits(limits, now);
        int code = kNoMemory;
        try {
            code = write_all(out.write.get(), work()) ? 0 : kNoMemory;
        } catch (...) {
        }
        _exit(code);
    }
    ChildResult result = follow(child, out, err, limits);
    if (result.ending == ChildResult::Ending::finished && result.exit_code != 0) result.ending = ChildResult::Ending::crashed;
    return result;
}

std::string why_ended(const ChildResult& result, const ChildLimits& limits) {
    switch (result.ending) {
        case ChildResult::Ending::finished: return {};
        case ChildResult::Ending::no_time: return "took more than " + std::to_string(limits.cpu_seconds) + " s of processor time";
        case ChildResult::Ending::crashed: return "made its reader fail, or needed more than " + std::to_string(limits.memory_bytes >> 20) + " MB of memory";
        case ChildResult::Ending::too_much_output: return "unpacks to more than " + std::to_string(limits.output_bytes >> 20) + " MB";
        case ChildResult::Ending::not_started: return "could not be read, for no process could be started";
    }
    return {};
}

}  // namespace minutes
