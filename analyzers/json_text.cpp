#include "analyzers/json_text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace minutes {
namespace {

bool is_suspect(char c) { return c == '\x7f' || c == '\xc2' || c == '\xe2'; }

std::string dumped(const nlohmann::ordered_json& json, int indent) {
    return json_printable(json.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

}  // namespace

std::string json_text(const nlohmann::ordered_json& json) { return dumped(json, -1); }
std::string json_line(const nlohmann::ordered_json& json) { return dumped(json, -1) + "\n"; }
std::string json_block(const nlohmann::ordered_json& json) { return dumped(json, 1) + "\n"; }

std::string json_printable(std::string json) {
    if (std::none_of(json.begin(), json.end(), is_suspect)) return json;
    std::string safe;
    safe.reserve(json.size());
    for (std::size_t at = 0; at < json.size();) {
        if (const HiddenCharacter hidden = hidden_character(json, at); hidden.value != 0) {
            append_json_escape(safe, hidden.value);
            at += hidden.bytes;
        } else {
            safe += json[at++];
        }
    }
    return safe;
}

HiddenCharacter hidden_character(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u; };
    if (byte(0) == 0x7F) return {0x7F, 1};
    if (byte(0) == 0xC2 && byte(1) >= 0x80 && byte(1) < 0xA0) return {byte(1), 2};
    if (byte(0) != 0xE2 || (byte(1) != 0x80 && byte(1) != 0x81)) return {};
    const std::uint32_t c = 0x2000 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    const bool overrides = byte(2) >= 0x80 && byte(2) < 0xC0 && ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069));
    return overrides ? HiddenCharacter{c, 3} : HiddenCharacter{};
}

void append_json_escape(std::string& out, std::uint32_t character) {
    constexpr std::string_view kHex = "0123456789abcdef";
    out += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) out += kHex[character >> shift & 15];
}

}  // namespace minutes
