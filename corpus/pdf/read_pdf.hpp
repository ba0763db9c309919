#pragma once

#include "corpus/document.hpp"
#include "corpus/read_document.hpp"

#include <string>
#include <string_view>
#include <variant>

namespace minutes {

/// The text of a PDF as a person reads it, with the byte at which each page begins. `pdftotext` (Debian: poppler-utils) finds the
/// words, in a child under limits; what the words make is decided here. A PDF of pictures, one that needs a password, a
/// damaged one and one that takes too much are skipped with the reason; pages without text are named in a problem.
[[nodiscard]] std::variant<Document, Skipped> read_pdf(std::string path, std::string_view bytes);

}  // namespace minutes
