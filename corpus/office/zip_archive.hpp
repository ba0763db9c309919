#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct zip;

namespace minutes {

/// A file in an archive, as the archive's directory lists it.
struct ZipMember {
    std::uint64_t index = 0;     ///< in the archive
    std::string name;            ///< UTF-8
    bool name_guessed = false;   ///< it is no UTF-8 in the archive; read as code page 437
    bool encrypted = false, link = false;
    std::uint64_t packed = 0;    ///< bytes in the archive, as the directory says
};

/// What became of unpacking a member.
struct Unpacked {
    enum class Ending { whole, too_large, damaged, unsupported };
    Ending ending = Ending::damaged;
    std::string bytes;           ///< empty unless whole
    std::uint64_t made = 0;      ///< bytes that were unpacked, also where it came to no good end
};

/// Members of a zip archive in memory. A bomb is met by counting what is unpacked, not by what the archive says of itself.
/// Run it under limits (limited_child.hpp).
class ZipArchive {
public:
    /// Most bytes that one member, and all members read by name together, may unpack to.
    static constexpr std::uint64_t kMostBytes = 64u << 20;
    /// Members behind these are not listed.
    static constexpr std::uint64_t kMostMembers = 10'000;

    enum class Check { consistent, none };   ///< consistent: headers agree, no name stands twice

    /// `bytes` must outlive the archive.
    explicit ZipArchive(std::string_view bytes, Check check = Check::consistent);
    ~ZipArchive();
    ZipArchive(const ZipArchive&) = delete;
    ZipArchive& operator=(const ZipArchive&) = delete;

    /// Whether it is an archive at all, whole and, if asked for, consistent.
    [[nodiscard]] bool is_open() const { return archive_ != nullptr; }

    /// How many entries the directory has, folders among them.
    [[nodiscard]] std::uint64_t entries() const;

    /// The names of all members that are files, in the order of the archive; bytes, at most kMostMembers.
    [[nodiscard]] std::vector<std::string> names() const;

    /// The same with what else is known of them.
    [[nodiscard]] std::vector<ZipMember> members() const;

    /// The member of this index, if it has at most `most` bytes.
    [[nodiscard]] Unpacked unpack(std::uint64_t index, std::uint64_t most);

    /// A member's bytes; nothing if there is none of that name, it is damaged or encrypted, or it unpacks to too much (then `too_large` says so).
    [[nodiscard]] std::optional<std::string> read(const std::string& name);
    [[nodiscard]] bool too_large() const { return too_large_; }

private:
    zip* archive_ = nullptr;
    std::uint64_t unpacked_ = 0;
    bool too_large_ = false;
};

}  // namespace minutes
