#include "corpus/read_document.hpp"

#include <fstream>
#include <sstream>

namespace minutes {

std::variant<Document, Skipped> read_document(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return Skipped{"cannot be opened"};
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return make_document(path, bytes.str());
}

}  // namespace minutes
