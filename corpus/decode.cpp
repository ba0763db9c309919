#include "corpus/decode.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace minutes {
namespace {

constexpr struct { std::string_view magic, name; } kMagic[] = {
    {"PK\x05\x06", "an empty zip archive"},
    {"\x7f" "ELF", "a program"},
    {"\x89PNG", "a picture"},
    {"\xFF\xD8\xFF", "a picture"},
    {"GIF8", "a picture"},
    {"\x1f\x8b", "a gzip archive"},
    {"\xD0\xCF\x11\xE0", "an old office document, or one that needs a password; save it as DOCX or PDF"},
    {"{\\rtf", "an RTF document; save it as DOCX or PDF"},
};

/// windows-1252 from 0x80 to 0x9F; 0 where the code page has a hole, which is read as the C1 control it would be.
constexpr std::array<std::uint16_t, 32> kWindows1252 = {
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178};

void append_utf8(std::string& text, std::uint32_t c) {
    if (c < 0x80) {
        text += static_cast<char>(c);
    } else if (c < 0x800) {
        text += static_cast<char>(0xC0 | c >> 6);
        text += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        text += static_cast<char>(0xE0 | c >> 12);
        text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        text += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        text += static_cast<char>(0xF0 | c >> 18);
        text += static_cast<char>(0x80 | (c >> 12 & 0x3F));
        text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        text += static_cast<char>(0x80 | (c & 0x3F));
    }
}

void append_windows_1252(std::string& text, char c) {
    const auto byte = static_cast<unsigned char>(c);
    const std::uint32_t mapped = byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80u] : 0;
    append_utf8(text, mapped ? mapped : byte);
}

std::string from_windows_1252(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) append_windows_1252(text, c);
    return text;
}

/// Lone surrogates become U+FFFD; an odd last byte is dropped.
std::string from_utf16(std::string_view bytes, bool big_endian) {
    const auto unit = [&](std::size_t i) {
        const auto first = static_cast<unsigned char>(bytes[i]), second = static_cast<unsigned char>(bytes[i + 1]);
        return static_cast<std::uint32_t>(big_endian ? first << 8 | second : second << 8 | first);
    };
    std::string text;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        std::uint32_t c = unit(i);
        const bool high = c >= 0xD800 && c < 0xDC00;
        if (high && i + 3 < bytes.size() && unit(i + 2) >= 0xDC00 && unit(i + 2) < 0xE000) {
            c = 0x10000 + ((c - 0xD800) << 10) + (unit(i + 2) - 0xDC00);
            i += 2;
        } else if (c >= 0xD800 && c < 0xE000) {
            c = 0xFFFD;
        }
        append_utf8(text, c);
    }
    return text;
}

bool has_utf16_mark(std::string_view bytes) { return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"); }

/// Length of the well-formed sequence at the front, or 0.
std::size_t sequence_length(std::string_view s) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
    const auto tail = [&](std::size_t i) { return i < s.size() && (byte(i) & 0xC0) == 0x80; };
    const unsigned char lead = byte(0);
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead < 0xE0) return tail(1) ? 2 : 0;
    if (lead >= 0xE0 && lead < 0xF0) {
        if (!tail(1) || !tail(2)) return 0;
        const bool overlong = lead == 0xE0 && byte(1) < 0xA0, surrogate = lead == 0xED && byte(1) >= 0xA0;
        return overlong || surrogate ? 0 : 3;
    }
    if (lead >= 0xF0 && lead < 0xF5) {
        if (!tail(1) || !tail(2) || !tail(3)) return 0;
        const bool overlong = lead == 0xF0 && byte(1) < 0x90, too_high = lead == 0xF4 && byte(1) >= 0x90;
        return overlong || too_high ? 0 : 4;
    }
    return 0;
}

constexpr std::array<bool, 256> kOddControls = [] {
    std::array<bool, 256> odd{};
    for (std::size_t c = 0; c < 0x20; ++c) odd[c] = true;
    for (const unsigned char c : {'\n', '\r', '\t', '\f', '\x1b', '\v'}) odd[c] = false;
    odd[0x7F] = true;
    return odd;
}();

bool is_odd_control(char c) { return kOddControls[static_cast<unsigned char>(c)]; }

/// How much of a text is UTF-8 beyond ASCII, and how much of it cannot be.
struct Utf8Survey {
    std::size_t sequences = 0, strays = 0;
    std::size_t first_stray = 0;  ///< byte offset; the size of the text if there is none
};

Utf8Survey survey_utf8(std::string_view bytes) {
    Utf8Survey survey{0, 0, bytes.size()};
    for (std::size_t at = 0; at < bytes.size();) {
        if (static_cast<unsigned char>(bytes[at]) < 0x80) {
            ++at;
            continue;
        }
        const std::size_t length = sequence_length(bytes.substr(at));
        if (length > 1) ++survey.sequences;
        if (length == 0 && survey.strays++ == 0) survey.first_stray = at;
        at += length == 0 ? 1 : length;
    }
    return survey;
}

std::string from_mixed(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    while (!bytes.empty()) {
        const std::size_t length = sequence_length(bytes);
        if (length == 0) append_windows_1252(text, bytes.front());
        else text += bytes.substr(0, length);
        bytes.remove_prefix(length == 0 ? 1 : length);
    }
    return text;
}

/// The line, from 1, of a byte; line ends are "\n", "\r\n" or "\r".
std::uint32_t line_of(std::string_view bytes, std::size_t at) {
    std::uint32_t line = 1;
    for (std::size_t i = 0; i < at; ++i)
        if (bytes[i] == '\n' || (bytes[i] == '\r' && bytes[i + 1] != '\n')) ++line;
    return line;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
    while (!bytes.empty()) {
        const std::size_t length = sequence_length(bytes);
        if (length == 0) return false;
        bytes.remove_prefix(length);
    }
    return true;
}

std::optional<std::string> why_binary(std::string_view bytes) {
    for (const auto& row : kMagic)
        if (bytes.starts_with(row.magic)) return std::string(row.name);
    if (has_utf16_mark(bytes)) return std::nullopt;
    const auto odd = static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), is_odd_control));
    const auto nuls = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\0'));
    if (nuls * 4 > bytes.size()) return "binary data, or UTF-16 without a byte-order mark";
    if (nuls * 1000 > bytes.size()) return "binary data";
    if (odd * 50 > bytes.size()) return "binary data";
    return std::nullopt;
}

DecodedText decode_text(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE")) return {from_utf16(bytes.substr(2), false), "read as UTF-16", 0};
    if (bytes.starts_with("\xFE\xFF")) return {from_utf16(bytes.substr(2), true), "read as UTF-16", 0};
    const Utf8Survey survey = survey_utf8(bytes);
    if (survey.strays == 0) return {std::string(bytes), "", 0};
    const std::uint32_t line = line_of(bytes, survey.first_stray);
    // Well-formed sequences hardly ever come about by chance in windows-1252.
    if (survey.sequences < survey.strays) return {from_windows_1252(bytes), "not UTF-8; read as windows-1252", line};
    return {from_mixed(bytes), (survey.strays == 1 ? "1 byte is" : std::to_string(survey.strays) + " bytes are") + " not UTF-8; read as windows-1252", line};
}

}  // namespace minutes
