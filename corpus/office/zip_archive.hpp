#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct zip;

namespace minutes {

/// Members of a zip archive in memory. A bomb is met by counting what is unpacked, not by what the archive says of itself.
/// Run it under limits (limited_child.hpp).
class ZipArchive {
public:
    /// Most bytes that one member, and all members together, may unpack to.
    static constexpr std::uint64_t kMostBytes = 64u << 20;

    /// `bytes` must outlive the archive.
    explicit ZipArchive(std::string_view bytes);
    ~ZipArchive();
    ZipArchive(const ZipArchive&) = delete;
    ZipArchive& operator=(const ZipArchive&) = delete;

    /// Whether it is an archive at all, whole and consistent.
    [[nodiscard]] bool is_open() const { return archive_ != nullptr; }

    /// The names of all members that are files, in the order of the archive; bytes, at most 10,000.
    [[nodiscard]] std::vector<std::string> names() const;

    /// A member's bytes; nothing if there is none of that name, it is damaged or encrypted, or it unpacks to too much (then `too_large` says so).
    [[nodiscard]] std::optional<std::string> read(const std::string& name);
    [[nodiscard]] bool too_large() const { return unpacked_ > kMostBytes; }

private:
    zip* archive_ = nullptr;
    std::uint64_t unpacked_ = 0;
};

}  // namespace minutes
