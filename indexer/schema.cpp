#include "indexer/schema.hpp"

#include "analyzers/tokens.hpp"
#include "corpus/document.hpp"

namespace minutes {
namespace {

constexpr std::size_t kHashDigits = 32;  // 128 bits

}  // namespace

const Field* field_named(std::string_view name) {
    for (const Field& field : kFields)
        if (field.name == name) return &field;
    return nullptr;
}

std::string make_term(std::string_view prefix, std::string_view value) {
    std::string term(prefix);
    if (prefix.size() + value.size() <= kMaxTermBytes) return term.append(value);
    const std::string hash = sha256_hex(value).substr(0, kHashDigits);
    std::size_t kept = kMaxTermBytes - prefix.size() - hash.size() - 1;
    while (kept > 0 && (static_cast<unsigned char>(value[kept]) & 0xC0) == 0x80) --kept;  // end on a whole character
    return term.append(value.substr(0, kept)).append("#").append(hash);
}

std::string make_term(const Field& field, std::string_view value) { return make_term(field.prefix, value); }

std::string fold_value(std::string_view value) { return folded_text(value); }

}  // namespace minutes
