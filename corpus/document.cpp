#include "corpus/document.hpp"

#include <gcrypt.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace minutes {
namespace {

std::string without_carriage_returns(std::string_view bytes) {
    if (bytes.find('\r') == std::string_view::npos) return std::string(bytes);
    std::string text;
    text.reserve(bytes.size());
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (bytes[i] != '\r') text += bytes[i];
        else if (i + 1 == bytes.size() || bytes[i + 1] != '\n') text += '\n';
    }
    return text;
}

std::vector<Span> find_lines(std::string_view text) {
    std::vector<Span> lines;
    std::uint32_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        lines.push_back({begin, static_cast<std::uint32_t>(end)});
        begin = static_cast<std::uint32_t>(end + 1);
    }
    return lines;
}

/// A character that normalisation may move: a mark, or what it takes apart into marks.
bool is_mark(UChar32 c) { return u_getIntPropertyValue(c, UCHAR_LEAD_CANONICAL_COMBINING_CLASS) != 0; }

/// The text with U+034F, which shows nothing and which no mark passes, after every thirty marks in a row: the Stream-Safe Text Format of
/// UAX #15. To put marks in order takes time by the square of their number, and no language writes more than a few. O(text).
std::string with_short_runs_of_marks(std::string text) {
    constexpr int kMostMarks = 30;
    constexpr std::uint8_t kLeastLead = 0xCC;   // no mark begins with a lower byte
    constexpr std::string_view kGraphemeJoiner = "\u034F";
    const auto size = static_cast<std::int32_t>(text.size());
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    std::string safe;
    std::size_t copied = 0;
    int marks = 0;
    for (std::int32_t at = 0; at < size;) {
        const std::int32_t begin = at;
        UChar32 c = 0;
        if (bytes[at] < kLeastLead) ++at;
        else U8_NEXT(bytes, at, size, c);
        marks = c > 0 && is_mark(c) ? marks + 1 : 0;
        if (marks <= kMostMarks) continue;
        safe.append(text, copied, static_cast<std::size_t>(begin) - copied).append(kGraphemeJoiner);
        copied = static_cast<std::size_t>(begin);
        marks = 1;
    }
    if (copied == 0) return text;
    return safe.append(text, copied);
}

}  // namespace

std::string to_nfc(std::string text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) throw Error("ICU has no NFC data; reinstall the package libicu72");
    text = with_short_runs_of_marks(std::move(text));
    const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
    if (nfc->isNormalizedUTF8(piece, status)) return text;
    std::string normalised;
    icu::StringByteSink<std::string> sink(&normalised);
    nfc->normalizeUTF8(0, piece, sink, nullptr, status);
    if (U_FAILURE(status)) throw Error(std::string("ICU cannot normalise the text: ") + u_errorName(status));
    return normalised;
}

std::string sha256_hex(std::string_view bytes) {
    static const bool ready = gcry_check_version(nullptr) != nullptr;
    if (!ready) throw Error("libgcrypt does not start; reinstall the package libgcrypt20");
    std::array<unsigned char, 32> digest{};
    gcry_md_hash_buffer(GCRY_MD_SHA256, digest.data(), bytes.data(), bytes.size());
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string hex;
    for (const unsigned char byte : digest) {
        hex += kDigits[byte >> 4];
        hex += kDigits[byte & 15];
    }
    return hex;
}

Document make_document(std::string path, std::string_view bytes) {
    Document doc;
    doc.path = std::move(path);
    doc.sha256 = sha256_hex(bytes);
    doc.file_bytes = bytes.size();
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    doc.text = to_nfc(without_carriage_returns(bytes));
    doc.lines = find_lines(doc.text);
    return doc;
}

std::uint32_t page_number(const Document& doc, std::uint32_t at) {
    const auto after = std::upper_bound(doc.page_starts.begin(), doc.page_starts.end(), at);
    return static_cast<std::uint32_t>(after == doc.page_starts.begin() && !doc.page_starts.empty() ? 1 : after - doc.page_starts.begin());
}

std::uint32_t line_number(const Document& doc, std::uint32_t at) {
    const auto after = std::upper_bound(doc.lines.begin(), doc.lines.end(), at,
                                        [](std::uint32_t byte, Span line) { return byte < line.begin; });
    return static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(1, after - doc.lines.begin()));
}

}  // namespace minutes
