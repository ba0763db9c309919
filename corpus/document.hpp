#pragma once

#include "corpus/problem.hpp"
#include "corpus/span.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace minutes {

/// One file as every later stage sees it: normalised text (UTF-8, NFC, `\n`, no BOM) and its lines.
/// Every Span of every later stage indexes `text`. Immutable once read; move it, do not copy it.
struct Document {
    std::string path;            ///< as the user named it; bytes, not necessarily UTF-8
    std::string text;            ///< at most 4 GiB - 1
    std::vector<Span> lines;     ///< without their `\n`, in order; together with the `\n`s they tile `text`
    std::string sha256;          ///< of the file's bytes, 64 lower-case hex digits
    std::uint64_t file_bytes = 0;
    std::vector<std::uint32_t> page_starts;  ///< the byte at which each page begins, from page 1; empty where the format has no pages
    std::vector<std::string> left_out;       ///< what the reader took for furniture of the file and left out: "4 page numbers"
    std::vector<Problem> problems;  ///< e.g. "not UTF-8; read as windows-1252"
};

/// A document from text already in memory: normalises, finds the lines, hashes `bytes`.
/// For tests, and for readers that have extracted text from another format.
[[nodiscard]] Document make_document(std::string path, std::string_view bytes);

/// SHA-256 of some bytes as 64 lower-case hex digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

/// Canonical composition (NFC) of UTF-8. More than thirty combining marks in a row are parted by U+034F, which shows nothing (the
/// Stream-Safe Text Format of UAX #15), so that it is O(text) whatever the text. Throws Error when ICU is broken.
[[nodiscard]] std::string to_nfc(std::string text);

/// The page, from 1, that holds byte `at`; 0 where the format has no pages. O(log pages).
[[nodiscard]] std::uint32_t page_number(const Document& doc, std::uint32_t at);

/// The number, from 1, of the line that holds byte `at`. O(log lines).
[[nodiscard]] std::uint32_t line_number(const Document& doc, std::uint32_t at);

}  // namespace minutes
