#pragma once

#include "corpus/document.hpp"

#include <string>
#include <string_view>
#include <variant>

namespace minutes {

/// Why a file is not indexed: one clause that completes "skipped: ..." for the user.
struct Skipped {
    std::string reason;
    std::string sha256 = {};    ///< of the bytes that were read and found to be no document, as in Document; "" where reading them again may end otherwise
    bool may_pass = false;      ///< the reason lies in the machine: a program that is missing, too little time
    bool archive = false;       ///< it is an archive of files, which can be read (corpus/archive.hpp)
};

/// Largest file that is read, in bytes. Minutes packs of a whole year are under 10 MB.
inline constexpr std::uint64_t kMaxFileBytes = 64u << 20;
/// The same of an archive.
inline constexpr std::uint64_t kMaxArchiveBytes = 256u << 20;

/// Why a file is skipped that is_supported_name() does not find worth opening.
inline constexpr char kNoDocumentByName[] = "no document, by its name";

/// Whether a file of this name is worth opening: its content says what it is, yet pictures, films, tables and programs are known
/// by their endings.
[[nodiscard]] bool is_supported_name(std::string_view path);

/// All bytes of a regular file, or of a file in an archive (corpus/archive.hpp), or why not. Never follows a FIFO or device.
[[nodiscard]] std::variant<std::string, Skipped> read_bytes(const std::string& path);

/// The document that these bytes of `path` are, or why they are none. Opens nothing.
[[nodiscard]] std::variant<Document, Skipped> document_of(const std::string& path, const std::string& bytes);

/// Reads one file, or one file in an archive, into a Document, or says why not: not a regular file, unreadable, empty, too large, binary, damaged,
/// an archive itself. What it is (PDF, text) is seen in its bytes, not in its name.
/// Text that is not UTF-8 is read as UTF-16 (with a byte-order mark) or windows-1252, with a Problem saying so.
/// Never throws for bad content; never follows a FIFO or device. O(bytes).
[[nodiscard]] std::variant<Document, Skipped> read_document(const std::string& path);

}  // namespace minutes
