#pragma once

#include "corpus/read_document.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace minutes {

// A zip archive is read as a folder: the file `sub/a.html` in `/d/2023.zip` has the path `/d/2023.zip/sub/a.html`. Since
// `/d/2023.zip` is a file, no other file can have that path.

/// Most bytes that all files of an archive may unpack to; fewer where that is more than 32 times the archive and more than a file may have.
inline constexpr std::uint64_t kMostUnpackedBytes = 512u << 20;

/// A path that leads into an archive.
struct ArchivePath {
    std::string archive, member;
};

/// The parts of a path of which a folder is really a file; nullopt for any other path. Does not look into that file.
[[nodiscard]] std::optional<ArchivePath> archive_path(const std::string& path);

/// The name of a member as the end of a path: `\` as `/`, no empty parts and no `.`.
struct MemberName {
    std::string name;
    std::string refused;   ///< why it may be no name: "an absolute name"; or ""
    bool hidden = false;   ///< a part begins with '.': left out silently, as in folders
};
[[nodiscard]] MemberName member_name(std::string_view stored);

/// A file of an archive: its bytes, or why they are not read.
struct ArchiveMember {
    std::string name;      ///< as member_name() has it
    std::variant<std::string, Skipped> bytes;
};

/// Hands out the files of an archive in the order of the archive, until `each` returns false; files whose names say that they are no documents
/// are not unpacked. Returns what is wrong with the archive itself: names that may be none or stand twice, files beyond a limit. Unpacks in limited
/// children, a few megabytes at a time: a file that ends one is named, the others are read. Never throws for bad content.
std::vector<std::string> read_archive(std::string_view bytes, const std::function<bool(ArchiveMember)>& each);

/// One file of an archive, by its name as member_name() has it.
[[nodiscard]] std::variant<std::string, Skipped> read_member(std::string_view bytes, const std::string& name);

}  // namespace minutes
