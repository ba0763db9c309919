#include "cli/output.hpp"

#include "corpus/problem.hpp"
#include "searcher/printable.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>

namespace minutes::cli {
namespace {

bool reader_is_gone = false;

void check(bool written) {
    if (written || reader_is_gone) return;
    if (errno != EPIPE) throw Error(std::string("cannot write the results: ") + std::strerror(errno) + "; free some space and run again");
    reader_is_gone = true;
}

}  // namespace

void write_out(std::string_view text) {
    if (reader_is_gone || text.empty()) return;
    errno = 0;
    check(std::fwrite(text.data(), 1, text.size(), stdout) == text.size());
}

void flush_out() {
    if (reader_is_gone) return;
    errno = 0;
    check(std::fflush(stdout) == 0);
}

void warn(std::string_view message) {
    // Carets and lists have lines of their own; each line is made safe apart.
    std::string text = "minutes: ";
    while (true) {
        const std::size_t end = message.find('\n');
        text += printable(message.substr(0, end)) + "\n";
        if (end == std::string_view::npos) break;
        message.remove_prefix(end + 1);
    }
    std::fwrite(text.data(), 1, text.size(), stderr);
}

void warn_lines(std::string_view lines) {
    for (std::size_t end = lines.find('\n'); end != std::string_view::npos; end = lines.find('\n')) {
        warn(lines.substr(0, end));
        lines.remove_prefix(end + 1);
    }
}

}  // namespace minutes::cli
