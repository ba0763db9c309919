#include "searcher/printable.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstdio>

namespace minutes {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"January", "February", "March", "April", "May", "June", "July",
                                                      "August", "September", "October", "November", "December"};

/// The code point that starts at `text[0]` of valid UTF-8, and its length in bytes.
struct CodePoint {
    std::uint32_t value;
    std::size_t bytes;
};

CodePoint first_code_point(std::string_view text) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
    const std::uint32_t lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    if (lead < 0xE0) return {(lead & 0x1F) << 6 | (byte(1) & 0x3F), 2};
    if (lead < 0xF0) return {(lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), 3};
    return {(lead & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F), 4};
}

bool is_control(std::uint32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }
bool is_bidi_override(std::uint32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

}  // namespace

std::string printable(std::string_view text) {
    std::string safe;
    safe.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const auto [c, bytes] = first_code_point(text.substr(i));
        if (c == '\n' || c == '\t' || c == '\r') {
            safe += ' ';
        } else if (is_control(c) || is_bidi_override(c)) {
            std::array<char, 12> escape{};
            std::snprintf(escape.data(), escape.size(), c < 0x100 ? "\\x%02x" : "\\u%04x", static_cast<unsigned>(c));
            safe += escape.data();
        } else {
            safe += text.substr(i, bytes);
        }
        i += bytes;
    }
    return safe;
}

std::string without_controls(std::string_view text) {
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const auto [c, bytes] = first_code_point(text.substr(i));
        const bool kept = c == '\n' || c == '\t' || c == '\r' || !(is_control(c) || is_bidi_override(c));
        clean += kept ? text.substr(i, bytes) : std::string_view("\uFFFD");
        i += bytes;
    }
    return clean;
}

namespace {

/// Whether the value runs as a formula, or would do so without the apostrophes in front of it.
bool needs_guard(std::string_view value) {
    const std::size_t first = value.find_first_not_of('\'');
    return first != std::string_view::npos && std::string_view("=+-@\t\r\n").find(value[first]) != std::string_view::npos;
}

}  // namespace

std::string guarded(std::string_view value) { return (needs_guard(value) ? "'" : "") + std::string(value); }

std::string unguarded(std::string_view cell) {
    if (cell.starts_with('\'') && needs_guard(cell)) cell.remove_prefix(1);
    return std::string(cell);
}

std::string csv_quoted(std::string_view value) {
    if (value.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(value);
    std::string quoted = "\"";
    for (const char c : value) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string csv_cell(std::string_view value) { return csv_quoted(guarded(without_controls(value))); }

std::string page_or_empty(std::uint32_t page) { return page > 0 ? std::to_string(page) : std::string(); }

std::string place_text(std::string_view path, std::uint32_t line, std::uint32_t page) {
    return printable(path) + (page > 0 ? ", page " + std::to_string(page) : ":" + std::to_string(line));
}

std::string long_date(std::string_view iso) {
    int month = 0, day = 0;
    if (iso.size() != 10) return std::string(iso);
    std::from_chars(iso.data() + 5, iso.data() + 7, month);
    std::from_chars(iso.data() + 8, iso.data() + 10, day);
    if (month < 1 || month > 12) return std::string(iso);
    return std::to_string(day) + " " + std::string(kMonths[static_cast<std::size_t>(month - 1)]) + " " + std::string(iso.substr(0, 4));
}

std::string grouped(unsigned long long number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
    return digits;
}

std::string counted(unsigned long long number, std::string_view noun) {
    return grouped(number) + " " + std::string(noun) + (number == 1 ? "" : "s");
}

}  // namespace minutes
