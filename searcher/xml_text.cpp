#include "searcher/xml_text.hpp"

#include "searcher/printable.hpp"

#include <cstdint>

namespace minutes {
namespace {

bool continues(std::string_view text, std::size_t at) { return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80; }

/// Bytes of the well-formed character at the start of `text`; 0 if there is none (RFC 3629: no overlong forms, no surrogates).
std::size_t character_bytes(std::string_view text) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
    const unsigned lead = byte(0);
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead < 0xE0) return continues(text, 1) ? 2 : 0;
    if (lead >= 0xE0 && lead < 0xF0) {
        const bool overlong = lead == 0xE0 && byte(1) < 0xA0, surrogate = lead == 0xED && byte(1) >= 0xA0;
        return continues(text, 1) && continues(text, 2) && !overlong && !surrogate ? 3 : 0;
    }
    if (lead >= 0xF0 && lead < 0xF5) {
        const bool overlong = lead == 0xF0 && byte(1) < 0x90, beyond = lead == 0xF4 && byte(1) >= 0x90;
        return continues(text, 1) && continues(text, 2) && continues(text, 3) && !overlong && !beyond ? 4 : 0;
    }
    return 0;
}

bool is_unreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~' || c == '/';
}

}  // namespace

std::string xml_text(std::string_view text) {
    std::string valid;
    valid.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t bytes = character_bytes(text.substr(i));
        const std::string_view character = text.substr(i, bytes);
        const bool forbidden = bytes == 0 || character == "\uFFFE" || character == "\uFFFF";
        valid += forbidden ? std::string_view("\uFFFD") : character;
        i += bytes == 0 ? 1 : bytes;
    }
    std::string safe;
    safe.reserve(valid.size());
    for (const char c : without_controls(valid)) {
        if (c == '&') safe += "&amp;";
        else if (c == '<') safe += "&lt;";
        else if (c == '>') safe += "&gt;";
        else if (c == '"') safe += "&quot;";
        else safe += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    }
    return safe;
}

std::string xml_attribute(std::string_view name, std::string_view value) {
    return value.empty() ? std::string() : " " + std::string(name) + "=\"" + xml_text(value) + "\"";
}

std::string page_attribute(std::uint32_t page) { return xml_attribute("page", page_or_empty(page)); }

std::string file_uri(std::string_view path) {
    static constexpr char kHex[] = "0123456789ABCDEF";
    std::string uri = "file://";
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (is_unreserved(c)) uri += c;
        else uri += std::string("%") + kHex[byte >> 4] + kHex[byte & 15];
    }
    return uri;
}

}  // namespace minutes
