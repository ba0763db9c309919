#include "corpus/document.hpp"

#include <gcrypt.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <array>

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

}  // namespace

std::string to_nfc(std::string text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) throw Error("ICU has no NFC data; reinstall the package libicu72");
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
