#pragma once

#include "indexer/record.hpp"

#include <string>
#include <vector>

namespace minutes {

/// Characters of context on each side of a quote.
inline constexpr std::size_t kQuoteContext = 32;

/// Words of a passage by which they can be found again, as a W3C TextQuoteSelector has them, and where they stand.
struct Quote {
    std::string exact;           ///< as the source's normalised text has it, the parts of a passage that a page break cuts joined by one space
    std::string prefix, suffix;  ///< at most kQuoteContext characters of the same passage before and after
    std::vector<Span> at;        ///< in the source's normalised text, in order; more than one across a page break
    std::uint32_t page = 0;      ///< on which they begin, from 1; 0 where the file has no pages
};

/// The quote of `in_text`, a span of record.text on code-point boundaries.
[[nodiscard]] Quote quote_of(const Record& record, Span in_text);

/// The whole passage as a quote, without context.
[[nodiscard]] Quote whole_quote(const Record& record);

/// "7012-7443;7480-7510", and back; empty for what is no such list.
[[nodiscard]] std::string to_text(const std::vector<Span>& spans);
[[nodiscard]] std::vector<Span> spans_from_text(std::string_view text);

}  // namespace minutes
