#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace minutes {

/// A file's bytes as UTF-8, and what had to be assumed.
struct Decoded {
    std::string text;
    std::string assumption;  ///< "not UTF-8; read as windows-1252", or "" for clean UTF-8
};

/// By byte-order mark (UTF-8, UTF-16), else strict UTF-8, else windows-1252, which gives every byte a meaning.
[[nodiscard]] Decoded decode_text(std::string_view bytes);

/// Whether every sequence is well formed: no overlong forms, no surrogates, nothing above U+10FFFF.
[[nodiscard]] bool is_utf8(std::string_view bytes);

/// Why the bytes are no text ("a PDF", "binary data"), or nullopt. Looks at the first bytes and at control characters.
[[nodiscard]] std::optional<std::string> why_binary(std::string_view bytes);

}  // namespace minutes
