#include "tests/structure_dump.hpp"

#include "analyzers/dump.hpp"
#include "analyzers/structure/structure.hpp"
#include "tests/tiling_fault.hpp"

#include <sstream>

namespace minutes::test {

std::string structure_of(std::string_view text) {
    const Document doc = make_document("case.txt", text);
    return to_text(doc, find_structure(doc));
}

std::string passages_of(std::string_view text) {
    std::istringstream in(structure_of(text));
    std::string kept;
    for (std::string line; std::getline(in, line);)
        if (line == "meeting" || line.starts_with("  ")) kept += line + "\n";
    return kept;
}

std::string items_of(std::string_view text) {
    std::istringstream in(structure_of(text));
    std::string kept;
    for (std::string line; std::getline(in, line);)
        if (line.starts_with("  ")) kept += line.substr(2) + "\n";
    return kept;
}

std::string fault_of(std::string_view text) {
    const Document doc = make_document("case.txt", text);
    return tiling_fault(doc, find_structure(doc));
}

}  // namespace minutes::test
