#include "searcher/columns.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace minutes {
namespace {

constexpr UChar32 kJoiner = 0x200D, kVariationSelector = 0xFE0F;

/// The code point that begins at `at`, which moves behind it. Ill-formed bytes are U+FFFD.
UChar32 next_character(std::string_view text, std::size_t& at) {
    auto i = static_cast<std::int32_t>(at);
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), i, static_cast<std::int32_t>(text.size()), c);
    at = static_cast<std::size_t>(i);
    return c;
}

UChar32 character_before(std::string_view text, std::size_t& at) {
    auto i = static_cast<std::int32_t>(at);
    UChar32 c = 0;
    U8_PREV_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), 0, i, c);
    at = static_cast<std::size_t>(i);
    return c;
}

bool combines(UChar32 c) { return c == kJoiner || u_hasBinaryProperty(c, UCHAR_GRAPHEME_EXTEND) || u_hasBinaryProperty(c, UCHAR_EMOJI_MODIFIER); }

bool may_cut(std::string_view text, std::size_t at) {
    if (at == 0 || at >= text.size()) return true;
    if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) return false;
    std::size_t next = at, before = at;
    return !combines(next_character(text, next)) && character_before(text, before) != kJoiner;
}

}  // namespace

std::size_t columns_of(std::string_view text) {
    std::size_t columns = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80) {
            ++at;
            ++columns;
            continue;
        }
        const UChar32 c = next_character(text, at);
        if (combines(c) || c == kVariationSelector) continue;
        const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
        columns += width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
    }
    return columns;
}

std::size_t cut_before(std::string_view text, std::size_t at) {
    while (!may_cut(text, at)) --at;
    return at;
}

std::size_t cut_after(std::string_view text, std::size_t at) {
    while (!may_cut(text, at)) ++at;
    return at;
}

}  // namespace minutes
