#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace minutes {

/// A file's bytes as UTF-8, and what had to be assumed.
struct DecodedText {
    std::string text;
    std::string assumption;  ///< "not UTF-8; read as windows-1252", or "" for clean UTF-8
    std::uint32_t line = 0;  ///< from 1: where the assumption was first needed; 0 = from the start
};

/// By byte-order mark (UTF-8, UTF-16), else strict UTF-8, else windows-1252, which gives every byte a meaning.
/// UTF-8 with a few stray bytes stays UTF-8, or every apostrophe of the file would split its word; the strays alone are
/// read as windows-1252. Never fails. O(bytes).
[[nodiscard]] DecodedText decode_text(std::string_view bytes);

/// Whether every sequence is well formed: no overlong forms, no surrogates, nothing above U+10FFFF.
[[nodiscard]] bool is_utf8(std::string_view bytes);

/// Why the bytes are no text ("a PDF", "binary data"), or nullopt. Looks at the first bytes and at control characters.
[[nodiscard]] std::optional<std::string> why_binary(std::string_view bytes);

}  // namespace minutes
