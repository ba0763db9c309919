// The XML of a word processor's document: the document, its numbering and its styles, parted by NULs. They are put into a sound archive, which mutations
// of a compressed one would hardly ever be.
#include "corpus/decode.hpp"
#include "corpus/office/office_text.hpp"
#include "corpus/office/zip_archive.hpp"
#include "tests/fuzz/target.hpp"
#include "tests/zip_bytes.hpp"

#include <vector>

using namespace minutes;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view rest = fuzz::input(data, size);
    std::vector<std::string> parts;
    for (int i = 0; i < 3; ++i) {
        parts.emplace_back(rest.substr(0, rest.find('\0')));
        rest.remove_prefix(std::min(parts.back().size() + 1, rest.size()));
    }
    const std::string bytes = test::zip_bytes({{"word/document.xml", parts[0]}, {"word/numbering.xml", parts[1]}, {"word/styles.xml", parts[2]}, {"content.xml", parts[0]}, {"styles.xml", parts[1]}});
    ZipArchive archive(bytes);
    fuzz::require(archive.is_open(), "a sound archive is not opened");
    for (const auto read : {docx_text, odt_text})
        if (const auto text = read(archive)) fuzz::require(is_utf8(text->text), "the text is not UTF-8");
    return 0;
}
