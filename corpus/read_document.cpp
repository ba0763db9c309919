#include "corpus/read_document.hpp"

#include "corpus/archive.hpp"
#include "corpus/ascii_case.hpp"
#include "corpus/decode.hpp"
#include "corpus/descriptor.hpp"
#include "corpus/markup/captions.hpp"
#include "corpus/markup/html.hpp"
#include "corpus/markup/mail_archive.hpp"
#include "corpus/office/read_office.hpp"
#include "corpus/pdf/read_pdf.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <iterator>

namespace minutes {
namespace {

constexpr std::size_t kChunk = 64 << 10;

constexpr char kChanged[] = "changed while it was read";

bool same_state(const struct stat& a, const struct stat& b) {
    return a.st_size == b.st_size && a.st_mtim.tv_sec == b.st_mtim.tv_sec && a.st_mtim.tv_nsec == b.st_mtim.tv_nsec;
}

std::string why_not() { return errno == EACCES || errno == EPERM ? "permission denied" : std::string("cannot be read: ") + std::strerror(errno); }

/// The largest file of its kind, and what to do with a larger one.
struct MostBytes {
    std::uint64_t bytes;
    const char* advice;
};

MostBytes most_bytes(int file) {
    std::array<char, 4> head{};
    const bool archive = pread(file, head.data(), head.size(), 0) == 4 && std::string_view(head.data(), head.size()) == "PK\x03\x04";
    return archive ? MostBytes{kMaxArchiveBytes, "unpack it into the folder"} : MostBytes{kMaxFileBytes, "split it into meetings"};
}

/// All bytes of a regular file, or why not. A file that grows while it is read is cut off at the limit, not followed.
std::variant<std::string, Skipped> read_file(const std::string& path) {
    struct stat status {};
    if (stat(path.c_str(), &status) != 0) return Skipped{why_not()};
    // Asked before opening: opening a pipe or device can wait or have effects.
    if (!S_ISREG(status.st_mode)) return Skipped{"not a regular file"};
    const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (file.get() < 0) return Skipped{why_not()};
    struct stat before {}, after {};
    if (fstat(file.get(), &before) != 0 || !S_ISREG(before.st_mode)) return Skipped{"not a regular file"};
    const MostBytes most = most_bytes(file.get());
    if (static_cast<std::uint64_t>(before.st_size) > most.bytes) return Skipped{"larger than " + std::to_string(most.bytes >> 20) + " MB; " + most.advice};
    std::string bytes;
    bytes.reserve(static_cast<std::size_t>(before.st_size) + kChunk);
    while (bytes.size() <= most.bytes) {
        const std::size_t had = bytes.size();
        const auto expected = static_cast<std::size_t>(before.st_size);
        bytes.resize(had + (expected > had ? expected - had : kChunk));
        const ssize_t got = read(file.get(), bytes.data() + had, bytes.size() - had);
        bytes.resize(had + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return Skipped{why_not()};
        if (got == 0) break;
    }
    if (fstat(file.get(), &after) != 0 || !same_state(before, after) || bytes.size() != static_cast<std::size_t>(after.st_size))
        return Skipped{kChanged};
    return bytes;
}

/// What shows nothing beyond ASCII: no-break and other spaces, zero-width characters, byte-order marks.
constexpr std::string_view kInvisible[] = {"\u00A0", "\u00AD", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007",
                                           "\u2008", "\u2009", "\u200A", "\u200B", "\u200C", "\u200D", "\u200E", "\u200F", "\u2028", "\u2029",
                                           "\u202F", "\u205F", "\u2060", "\u3000", "\uFEFF"};

bool is_blank(std::string_view text) {
    while (!text.empty()) {
        const auto row = std::find_if(std::begin(kInvisible), std::end(kInvisible), [&](std::string_view sign) { return text.starts_with(sign); });
        const bool ascii = static_cast<unsigned char>(text.front()) <= ' ';
        if (!ascii && row == std::end(kInvisible)) return false;
        text.remove_prefix(ascii ? 1 : row->size());
    }
    return true;
}

/// The first byte of line `line` (from 1) of the document, for a problem found before the lines were.
Span at_line(const Document& doc, std::uint32_t line) {
    const std::uint32_t at = line >= 1 && line <= doc.lines.size() ? doc.lines[line - 1].begin : 0;
    return {at, at};
}

std::string lower_ending(std::string_view path) {
    const std::size_t dot = path.rfind('.'), slash = path.rfind('/');
    if (dot == std::string_view::npos || (slash != std::string_view::npos && dot < slash)) return {};
    return lowered(path.substr(dot));
}

/// Endings of files that are no documents: not opened, so that a folder of films costs nothing.
constexpr std::string_view kOtherEndings[] = {".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic", ".svg", ".ico", ".mp3", ".mp4", ".m4a", ".wav", ".mov", ".avi", ".mkv", ".wma", ".wmv",
                                              ".xls", ".xlsx", ".xlsm", ".ods", ".csv", ".tsv", ".ppt", ".pptx", ".odp", ".mdb", ".json", ".jsonl", ".xml", ".css", ".js", ".map", ".woff", ".woff2", ".ttf", ".otf",
                                              ".exe", ".dll", ".so", ".o", ".a", ".py", ".sh", ".ini", ".lnk", ".db", ".sqlite", ".tmp", ".part", ".crdownload", ".bak", ".swp", ".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2",
                                              ".xz", ".iso", ".msg"};

}  // namespace

bool is_supported_name(std::string_view path) {
    const std::string ending = lower_ending(path);
    return std::find(std::begin(kOtherEndings), std::end(kOtherEndings), ending) == std::end(kOtherEndings);
}

namespace {

std::variant<Document, Skipped> read_format(const std::string& path, const std::string& bytes) {
    if (bytes.empty()) return Skipped{"empty"};
    if (bytes.starts_with("%PDF-")) return read_pdf(path, bytes);
    if (bytes.starts_with("PK\x03\x04")) return read_office(path, bytes);
    if (auto binary = why_binary(bytes)) return Skipped{*binary};
    DecodedText decoded = decode_text(bytes);
    const bool captions = is_captions(decoded.text);
    const bool as_it_is = decoded.assumption.empty() && !captions;   // the text is the bytes
    // Under a UTF-16 mark the bytes could not be judged before they were decoded.
    if (!as_it_is)
        if (auto binary = why_binary(decoded.text)) return Skipped{*binary};
    if (is_mail_archive(decoded.text)) return read_mail_archive(path, bytes);
    if (is_html(decoded.text)) return read_html(path, bytes);
    if (captions) decoded.text = captions_text(decoded.text);
    if (is_blank(decoded.text)) return Skipped{"empty: nothing but white space"};
    // A stray NUL in a text is dropped: no reader sees it, and Xapian's terms and C strings end at it.
    const std::size_t nuls = std::erase(decoded.text, '\0');
    Document doc = make_document(path, decoded.text);
    if (!as_it_is || nuls > 0) doc.sha256 = sha256_hex(bytes);
    doc.file_bytes = bytes.size();
    if (!decoded.assumption.empty()) doc.problems.push_back({at_line(doc, decoded.line), decoded.assumption});
    if (nuls > 0) doc.problems.push_back({{0, 0}, std::to_string(nuls) + " NUL bytes left out"});
    return doc;
}

}  // namespace

std::variant<std::string, Skipped> read_bytes(const std::string& path) {
    const std::optional<ArchivePath> inside = archive_path(path);
    const std::string& file = inside ? inside->archive : path;
    auto read = read_file(file);
    if (const Skipped* skipped = std::get_if<Skipped>(&read); skipped && skipped->reason == kChanged) read = read_file(file);
    if (!inside || std::holds_alternative<Skipped>(read)) return read;
    return read_member(std::get<std::string>(read), inside->member);
}

std::variant<Document, Skipped> document_of(const std::string& path, const std::string& bytes) {
    auto made = read_format(path, bytes);
    if (Skipped* skipped = std::get_if<Skipped>(&made); skipped && !skipped->may_pass) skipped->sha256 = sha256_hex(bytes);
    return made;
}

std::variant<Document, Skipped> read_document(const std::string& path) {
    auto read = read_bytes(path);
    if (Skipped* skipped = std::get_if<Skipped>(&read)) return std::move(*skipped);
    return document_of(path, std::get<std::string>(read));
}

}  // namespace minutes
