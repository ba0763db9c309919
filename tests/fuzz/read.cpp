// Any bytes as a file of any format: text, HTML, .mht, captions, DOCX, ODT, what pdftotext says of a PDF.
#include "corpus/decode.hpp"
#include "corpus/read_document.hpp"
#include "tests/fuzz/target.hpp"

#include <algorithm>

using namespace minutes;

namespace {

void check(const Document& doc) {
    fuzz::require(is_utf8(doc.text), "the text is not UTF-8");
    fuzz::require(doc.text.find('\r') == std::string::npos, "a carriage return is left");
    fuzz::require(doc.sha256.size() == 64, "no hash");
    std::uint32_t at = 0;
    for (const Span line : doc.lines) {
        fuzz::require(line.begin == at && line.begin <= line.end && line.end <= doc.text.size(), "lines do not tile the text");
        at = line.end + 1;
    }
    fuzz::require(at >= doc.text.size(), "the last line is missing");
    fuzz::require(std::is_sorted(doc.page_starts.begin(), doc.page_starts.end()), "pages out of order");
    fuzz::require(doc.page_starts.empty() || doc.page_starts.back() <= doc.text.size(), "a page behind the end");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto read = document_of("/fuzz", std::string(fuzz::input(data, size)));
    if (const Document* const doc = std::get_if<Document>(&read)) check(*doc);
    else fuzz::require(!std::get<Skipped>(read).reason.empty(), "skipped without a reason");
    return 0;
}
