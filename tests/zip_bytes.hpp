#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace minutes::test {

/// A file to be put into an archive as it is, and what is to be said of it that may be wrong.
struct ZipEntry {
    std::string name, bytes;
    std::uint16_t flags = 0;        ///< 1: encrypted
    std::uint16_t method = 0;       ///< 0: stored
    std::uint32_t mode = 0100644;   ///< of Unix
    std::uint32_t wrong = 0;        ///< is added to the checksum
};

inline std::uint32_t crc_of(std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFFu;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320u : 0);
    }
    return ~crc;
}

/// Numbers, lowest byte first.
inline std::string two(std::uint32_t n) { return {static_cast<char>(n & 0xFF), static_cast<char>(n >> 8 & 0xFF)}; }
inline std::string four(std::uint32_t n) { return two(n) + two(n >> 16); }

/// A zip archive of these files, in this order; names may be anything.
inline std::string zip_bytes(const std::vector<ZipEntry>& entries) {
    std::string files, directory;
    for (const ZipEntry& entry : entries) {
        const auto size = static_cast<std::uint32_t>(entry.bytes.size());
        const std::string common = two(20) + two(entry.flags) + two(entry.method) + four(0x58210000) + four(crc_of(entry.bytes) + entry.wrong) + four(size) + four(size) +
                                   two(static_cast<std::uint32_t>(entry.name.size())) + two(0);
        directory += "PK\x01\x02" + two(0x0314) + common + two(0) + two(0) + two(0) + four(entry.mode << 16) + four(static_cast<std::uint32_t>(files.size())) + entry.name;
        files += "PK\x03\x04" + common + entry.name + entry.bytes;
    }
    const auto count = static_cast<std::uint32_t>(entries.size());
    return files + directory + "PK\x05\x06" + four(0) + two(count) + two(count) + four(static_cast<std::uint32_t>(directory.size())) + four(static_cast<std::uint32_t>(files.size())) + two(0);
}

}  // namespace minutes::test
