#include "corpus/pdf/read_pdf.hpp"

#include "corpus/limited_child.hpp"
#include "corpus/pdf/columns.hpp"
#include "corpus/pdf/furniture.hpp"
#include "corpus/pdf/page.hpp"
#include "corpus/pdf/paragraphs.hpp"

#include <cstddef>
#include <utility>
#include <vector>

namespace minutes {
namespace {

constexpr int kNoProgram = 127;

std::string why_not_read(const ChildResult& result, const ChildLimits& limits) {
    if (const std::string why = why_ended(result, limits); !why.empty()) return "a PDF that " + why + "; print it to a new PDF and try that";
    if (result.exit_code == kNoProgram) return "a PDF, and the program pdftotext is not installed; install it with: apt-get install poppler-utils";
    if (result.errors.find("password") != std::string::npos) return "a PDF that needs a password; save it without one";
    if (result.errors.find("not allowed") != std::string::npos) return "a PDF whose author forbids copying its text";
    return "a damaged PDF; get it again from its source";
}

/// "3", "3 and 5", "3 to 6, 8 and 9": pages from 1.
std::string listed(const std::vector<std::size_t>& pages) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < pages.size();) {
        std::size_t end = i;
        while (end + 1 < pages.size() && pages[end + 1] == pages[end] + 1) ++end;
        parts.push_back(std::to_string(pages[i]) + (end > i ? (end == i + 1 ? " and " : " to ") + std::to_string(pages[end]) : ""));
        i = end + 1;
    }
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) text += (i == 0 ? "" : ", ") + parts[i];
    return text;
}

/// Pages on which stands no word.
std::vector<std::size_t> pages_without_text(const std::vector<pdf::Page>& pages) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < pages.size(); ++i)
        if (pages[i].words.empty()) found.push_back(i + 1);
    return found;
}

}  // namespace

std::variant<Document, Skipped> read_pdf(std::string path, std::string_view bytes) {
    const ChildLimits limits;
    const ChildResult result = run_program({"pdftotext", "-bbox-layout", kChildInputPath, "-"}, bytes, limits);
    if (result.ending != ChildResult::Ending::finished || result.exit_code != 0) return Skipped{why_not_read(result, limits), {}, result.ending != ChildResult::Ending::finished || result.exit_code == kNoProgram};
    const std::vector<pdf::Page> pages = pdf::parse_pages(result.output);
    const std::vector<std::size_t> empty = pages_without_text(pages);
    if (pages.empty()) return Skipped{"a PDF without pages"};
    if (empty.size() == pages.size())
        return Skipped{"a PDF without text, " + std::to_string(pages.size()) + (pages.size() == 1 ? " page" : " pages") + " of pictures as a scanner makes them; read the text into it first, for instance with ocrmypdf"};
    pdf::Rows found = pdf::rows_in_order(pages);
    std::vector<std::string> left_out = pdf::remove_furniture(found.rows, pages);
    for (const std::string& head : found.column_heads) left_out.push_back("\u201C" + head + "\u201D, the head of a column");
    pdf::PagedText paged = pdf::paragraphs_of(found.rows, pages.size());
    Document doc = make_document(std::move(path), paged.text);
    if (doc.text.size() == paged.text.size()) doc.page_starts = std::move(paged.page_starts);
    doc.sha256 = sha256_hex(bytes);
    doc.file_bytes = bytes.size();
    doc.left_out = std::move(left_out);
    if (!empty.empty()) doc.problems.push_back({{0, 0}, "no text on page " + listed(empty) + ": blank, or a picture as a scanner makes it"});
    return doc;
}

}  // namespace minutes
