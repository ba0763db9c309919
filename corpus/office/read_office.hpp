#pragma once

#include "corpus/document.hpp"
#include "corpus/read_document.hpp"

#include <string>
#include <string_view>
#include <variant>

namespace minutes {

/// A word processor's document (DOCX, OpenDocument text) out of its archive, parsed in a limited child. Any other archive is skipped,
/// with what it is.
[[nodiscard]] std::variant<Document, Skipped> read_office(std::string path, std::string_view bytes);

}  // namespace minutes
