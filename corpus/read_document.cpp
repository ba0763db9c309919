#include "corpus/read_document.hpp"

#include "corpus/decode.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace minutes {
namespace {

constexpr std::size_t kChunk = 1 << 20;

class File {
public:
    explicit File(const std::string& path) : fd_(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)) {}
    ~File() {
        if (fd_ >= 0) close(fd_);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    [[nodiscard]] int fd() const { return fd_; }

private:
    int fd_;
};

bool same_state(const struct stat& a, const struct stat& b) {
    return a.st_size == b.st_size && a.st_mtim.tv_sec == b.st_mtim.tv_sec && a.st_mtim.tv_nsec == b.st_mtim.tv_nsec;
}

/// All bytes of a regular file, or why not. A file that grows while it is read is cut off at the limit, not followed.
std::variant<std::string, Skipped> read_bytes(const std::string& path) {
    struct stat status {};
    if (stat(path.c_str(), &status) != 0) return Skipped{std::strerror(errno)};
    // Asked before opening: opening a pipe or device can wait or have effects.
    if (!S_ISREG(status.st_mode)) return Skipped{"not a regular file"};
    const File file(path);
    if (file.fd() < 0) return Skipped{std::string("cannot be opened: ") + std::strerror(errno)};
    struct stat before {}, after {};
    if (fstat(file.fd(), &before) != 0 || !S_ISREG(before.st_mode)) return Skipped{"not a regular file"};
    if (static_cast<std::uint64_t>(before.st_size) > kMaxFileBytes)
        return Skipped{"larger than " + std::to_string(kMaxFileBytes >> 20) + " MB; split it into meetings"};
    std::string bytes;
    while (bytes.size() <= kMaxFileBytes) {
        const std::size_t had = bytes.size();
        bytes.resize(had + std::max<std::size_t>(kChunk, static_cast<std::size_t>(before.st_size) > had ? static_cast<std::size_t>(before.st_size) - had : 0));
        const ssize_t got = read(file.fd(), bytes.data() + had, bytes.size() - had);
        bytes.resize(had + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return Skipped{std::string("cannot be read: ") + std::strerror(errno)};
        if (got == 0) break;
    }
    if (fstat(file.fd(), &after) != 0 || !same_state(before, after) || bytes.size() != static_cast<std::size_t>(after.st_size))
        return Skipped{"changed while it was read"};
    return bytes;
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos;
}

std::string lower_ending(std::string_view path) {
    const std::size_t dot = path.rfind('.'), slash = path.rfind('/');
    if (dot == std::string_view::npos || (slash != std::string_view::npos && dot < slash)) return {};
    std::string ending(path.substr(dot));
    for (char& c : ending)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return ending;
}

}  // namespace

bool is_supported_name(std::string_view path) {
    const std::string ending = lower_ending(path);
    return ending == ".txt" || ending == ".md" || ending == ".text" || ending == ".markdown";
}

std::variant<Document, Skipped> read_document(const std::string& path) {
    auto read = read_bytes(path);
    if (const Skipped* skipped = std::get_if<Skipped>(&read); skipped && skipped->reason == "changed while it was read") read = read_bytes(path);
    if (Skipped* skipped = std::get_if<Skipped>(&read)) return std::move(*skipped);
    const std::string& bytes = std::get<std::string>(read);
    if (is_blank(bytes)) return Skipped{bytes.empty() ? "empty" : "empty: nothing but white space"};
    if (auto binary = why_binary(bytes)) return Skipped{*binary};
    Decoded decoded = decode_text(bytes);
    // A stray NUL in a text is dropped: no reader sees it, and Xapian's terms and C strings end at it.
    std::erase(decoded.text, '\0');
    Document doc = make_document(path, decoded.text);
    doc.sha256 = sha256_hex(bytes);
    doc.file_bytes = bytes.size();
    if (!decoded.assumption.empty()) doc.problems.push_back({{0, 0}, decoded.assumption});
    if (doc.lines.empty()) return Skipped{"empty: nothing but white space"};
    return doc;
}

}  // namespace minutes
