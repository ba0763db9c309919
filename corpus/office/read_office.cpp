#include "corpus/office/read_office.hpp"

#include "corpus/limited_child.hpp"
#include "corpus/office/office_text.hpp"
#include "corpus/office/zip_archive.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <utility>
#include <vector>

namespace minutes {
namespace {

/// What a child says: a letter, counts, a line end, text. "s" = skipped, the text is the reason; "t" = text; "a" = an archive of files.
std::string told(const OfficeText& office) { return "t" + std::to_string(office.deleted) + " " + std::to_string(office.hidden) + "\n" + office.text; }

constexpr std::string_view kOfficeMembers[] = {"word/document.xml", "content.xml", "xl/workbook.xml", "ppt/presentation.xml"};

/// An archive that is not consistent may still be one of files, which are judged each; an office document may not.
std::string told_of_inconsistent(std::string_view bytes) {
    const ZipArchive archive(bytes, ZipArchive::Check::none);
    const std::vector<std::string> names = archive.names();
    const bool office = std::find_first_of(names.begin(), names.end(), std::begin(kOfficeMembers), std::end(kOfficeMembers)) != names.end();
    return archive.is_open() && !office ? "a\n" : "s\na damaged archive or office document; get it again from its source";
}

std::string read_in_child(std::string_view bytes) {
    ZipArchive archive(bytes);
    if (!archive.is_open()) return told_of_inconsistent(bytes);
    const std::vector<std::string> names = archive.names();
    const auto has = [&](std::string_view name) { return std::find(names.begin(), names.end(), name) != names.end(); };
    const bool docx = has("word/document.xml"), odt = has("content.xml");
    if (!docx && has("xl/workbook.xml")) return "s\na spreadsheet; save it as PDF";
    if (!docx && has("ppt/presentation.xml")) return "s\na presentation; save it as PDF";
    if (!docx && !odt) return "a\n";
    const auto office = docx ? docx_text(archive) : odt_text(archive);
    if (archive.too_large()) return "s\nan office document that unpacks to more than " + std::to_string(ZipArchive::kMostBytes >> 20) + " MB; save it as PDF";
    if (!office) return "s\nan office document that is damaged or needs a password; save it again, or as PDF";
    if (office->text.empty()) return "s\nan office document without text";
    return told(*office);
}

std::string words(std::size_t count) { return std::to_string(count) + (count == 1 ? " word" : " words"); }

}  // namespace

std::variant<Document, Skipped> read_office(std::string path, std::string_view bytes) {
    const ChildLimits limits;
    const ChildResult result = run_forked([&] { return read_in_child(bytes); }, limits);
    if (const std::string why = why_ended(result, limits); !why.empty()) return Skipped{"an archive or office document that " + why + "; save it as PDF", {}, true};
    const std::size_t line = std::min(result.output.find('\n'), result.output.size());
    const std::string text = result.output.substr(std::min(line + 1, result.output.size()));
    if (result.output.starts_with("a")) return Skipped{"a zip archive; name a file in it: ARCHIVE/FILE", {}, false, true};
    if (!result.output.starts_with("t")) return Skipped{text};
    char* rest = nullptr;
    const std::size_t deleted = std::strtoul(result.output.c_str() + 1, &rest, 10), hidden = std::strtoul(rest, nullptr, 10);
    Document doc = make_document(std::move(path), text);
    doc.sha256 = sha256_hex(bytes);
    doc.file_bytes = bytes.size();
    if (deleted > 0) doc.left_out.push_back(words(deleted) + " that a tracked change deletes");
    if (hidden > 0) doc.left_out.push_back(words(hidden) + " struck out, hidden, or of notes and comments");
    return doc;
}

}  // namespace minutes
