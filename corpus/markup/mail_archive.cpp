#include "corpus/markup/mail_archive.hpp"

#include "corpus/ascii_case.hpp"
#include "corpus/markup/html.hpp"

#include <algorithm>
#include <cstddef>

namespace minutes {
namespace {

constexpr std::size_t kHead = 4096;   // bytes within which a message says what it is

/// The value of a header field, lines folded, or "".
std::string field(std::string_view head, std::string_view name) {
    const std::string lower = "\n" + lowered(head);
    const std::size_t at = lower.find("\n" + std::string(name) + ":");
    if (at == std::string::npos) return {};
    std::string value;
    for (std::size_t i = at + name.size() + 1; i < head.size(); ++i) {   // one byte less than in `lower`
        if (head[i] == '\n' && (i + 1 == head.size() || (head[i + 1] != ' ' && head[i + 1] != '\t'))) break;
        if (head[i] != '\r' && head[i] != '\n') value += head[i];
    }
    const std::size_t begin = value.find_first_not_of(" \t");
    return begin == std::string::npos ? std::string() : value.substr(begin);
}

int hex(char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1; }

std::string from_quoted(std::string_view coded) {
    std::string bytes;
    for (std::size_t i = 0; i < coded.size(); ++i) {
        if (coded[i] != '=') {
            bytes += coded[i];
        } else if (i + 2 < coded.size() && hex(coded[i + 1]) >= 0 && hex(coded[i + 2]) >= 0) {
            bytes += static_cast<char>(hex(coded[i + 1]) * 16 + hex(coded[i + 2]));
            i += 2;
        } else if (i + 1 < coded.size() && (coded[i + 1] == '\r' || coded[i + 1] == '\n')) {   // a line that goes on
            i += coded[i + 1] == '\r' && i + 2 < coded.size() && coded[i + 2] == '\n' ? 2 : 1;
        }
    }
    return bytes;
}

std::string from_base64(std::string_view coded) {
    constexpr std::string_view kSigns = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string bytes;
    unsigned held = 0;
    int bits = 0;
    for (const char c : coded) {
        const std::size_t value = kSigns.find(c);
        if (value == std::string_view::npos) continue;
        held = (held << 6 | static_cast<unsigned>(value)) & 0xFFFFFFu;
        bits += 6;
        if (bits < 8) continue;
        bits -= 8;
        bytes += static_cast<char>(held >> bits & 0xFFu);
    }
    return bytes;
}

/// Where the empty line ends that parts a head from what follows; the end if there is none.
std::size_t past_head(std::string_view text) {
    const std::size_t unix_end = text.find("\n\n"), dos_end = text.find("\r\n\r\n");
    const std::size_t end = std::min(unix_end == std::string_view::npos ? unix_end : unix_end + 2, dos_end == std::string_view::npos ? dos_end : dos_end + 4);
    return std::min(end, text.size());
}

std::string boundary_of(const std::string& type) {
    const std::size_t at = lowered(type).find("boundary=");
    if (at == std::string::npos) return {};
    std::string_view value = std::string_view(type).substr(at + 9);
    const bool quoted = value.starts_with('"');
    if (quoted) value.remove_prefix(1);
    return std::string(value.substr(0, value.find_first_of(quoted ? "\"" : "; \t")));
}

}  // namespace

bool is_mail_archive(std::string_view text) {
    const std::string head = lowered(text.substr(0, kHead));
    const bool field_first = head.starts_with("from:") || head.starts_with("mime-version:") || head.starts_with("content-type:") || head.starts_with("date:") || head.starts_with("subject:");
    return field_first && head.find("mime-version:") != std::string::npos && head.find("multipart/related") != std::string::npos;
}

std::variant<Document, Skipped> read_mail_archive(std::string path, std::string_view bytes) {
    const std::size_t body = past_head(bytes);
    const std::string boundary = "--" + boundary_of(field(bytes.substr(0, body), "content-type"));
    std::string_view rest = bytes.substr(body);
    while (boundary.size() > 2) {
        const std::size_t begin = rest.find(boundary);
        if (begin == std::string_view::npos) break;
        rest.remove_prefix(begin + boundary.size());
        const std::string_view part = rest.substr(0, rest.find(boundary));
        const std::size_t text = past_head(part);
        std::string_view head = part.substr(0, text);
        head.remove_prefix(std::min(head.find_first_not_of("\r\n"), head.size()));
        if (lowered(field(head, "content-type")).find("text/html") == std::string::npos) continue;
        const std::string coding = lowered(field(head, "content-transfer-encoding"));
        const std::string_view coded = part.substr(text);
        const std::string page = coding == "base64" ? from_base64(coded) : coding == "quoted-printable" ? from_quoted(coded) : std::string(coded);
        auto read = read_html(std::move(path), page, field(head, "content-location"));
        if (Document* const doc = std::get_if<Document>(&read)) {
            doc->sha256 = sha256_hex(bytes);
            doc->file_bytes = bytes.size();
        }
        return read;
    }
    return Skipped{"a saved page (.mht) that holds no HTML"};
}

}  // namespace minutes
