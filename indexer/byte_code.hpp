#pragma once

#include "corpus/problem.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace minutes {

// How what is stored beside terms is written: numbers as variable-length integers (seven bits a byte, low bits first),
// strings behind their length.

class ByteWriter {
public:
    void number(std::uint64_t value) {
        for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>(value | 0x80);
        bytes_ += static_cast<char>(value);
    }
    void text(std::string_view value) {
        number(value.size());
        bytes_ += value;
    }
    [[nodiscard]] std::size_t size() const { return bytes_.size(); }
    [[nodiscard]] std::string take() { return std::move(bytes_); }

private:
    std::string bytes_;
};

/// Never reads past the end: every length is checked against what is left. Throws Error with `complaint` where the bytes
/// cannot be what a ByteWriter wrote. Refers to both.
class ByteReader {
public:
    ByteReader(std::string_view bytes, const char* complaint) : bytes_(bytes), complaint_(complaint) {}

    [[nodiscard]] bool at_end() const { return bytes_.empty(); }
    [[nodiscard]] std::size_t left() const { return bytes_.size(); }

    std::uint64_t number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (bytes_.empty()) damaged();
            const auto byte = static_cast<unsigned char>(bytes_.front());
            bytes_.remove_prefix(1);
            if (shift == 63 && byte > 1) damaged();
            value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
            if (byte < 0x80) return value;
        }
        damaged();
    }
    std::uint32_t small() {
        const std::uint64_t value = number();
        if (value > 0xFFFFFFFFu) damaged();
        return static_cast<std::uint32_t>(value);
    }
    std::string text() {
        const std::uint64_t size = number();
        if (size > bytes_.size()) damaged();
        std::string value(bytes_.substr(0, size));
        bytes_.remove_prefix(size);
        return value;
    }

    [[noreturn]] void damaged() const { throw Error(complaint_); }

private:
    std::string_view bytes_;
    const char* complaint_;
};

}  // namespace minutes
