#pragma once

#include "corpus/document.hpp"
#include "corpus/read_document.hpp"

#include <string>
#include <string_view>
#include <variant>

namespace minutes {

/// Whether text is a web page that a browser saved as one file (.mht): a MIME message of several parts.
[[nodiscard]] bool is_mail_archive(std::string_view text);

/// The page in such a file: its first part of HTML, unpacked from base64 or quoted-printable. O(bytes).
[[nodiscard]] std::variant<Document, Skipped> read_mail_archive(std::string path, std::string_view bytes);

}  // namespace minutes
