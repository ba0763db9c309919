// Any text as minutes: every byte is in one passage or one named discard, and every passage has its id and its words.
#include "analyzers/segment.hpp"
#include "analyzers/tokens.hpp"
#include "corpus/decode.hpp"
#include "tests/fuzz/target.hpp"
#include "tests/tiling_fault.hpp"

using namespace minutes;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const Document doc = make_document("/fuzz.txt", decode_text(fuzz::input(data, size)).text);
    const std::string fault = tiling_fault(doc, segment(doc));
    fuzz::require(fault.empty(), fault);
    std::uint32_t at = 0;
    for (const Token& token : tokenise(doc.text).list) {
        fuzz::require(token.at.begin < token.at.end && token.at.end <= doc.text.size(), "a word outside the text");
        fuzz::require(token.position >= at, "words out of order");
        at = token.position;
    }
    return 0;
}
