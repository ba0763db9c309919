#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace minutes {

/// Half-open byte range [begin, end) into a Document's UTF-8 text.
/// Invariant: begin <= end, both on code-point boundaries. Eight bytes; pass by value.
struct Span {
    std::uint32_t begin = 0, end = 0;

    auto operator<=>(const Span&) const = default;
    [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
    [[nodiscard]] constexpr bool empty() const { return begin == end; }
    [[nodiscard]] constexpr bool contains(Span inner) const { return begin <= inner.begin && inner.end <= end; }
};

/// The bytes that `span` covers; a view into `text`, valid as long as `text` is.
[[nodiscard]] inline std::string_view slice(std::string_view text, Span span) {
    return text.substr(span.begin, span.end - span.begin);
}

}  // namespace minutes
