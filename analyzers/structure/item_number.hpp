#pragma once

#include "corpus/span.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace minutes {

/// How an item number is printed: "19." "262" "1)" or a reference with letters or slashes ("SPCLL.25", "77/21").
enum class NumberForm { dotted, bare, bracket, code };

struct ItemNumber {
    Span at;              ///< bytes of the line, with its dot or bracket, without what follows
    std::string number;   ///< as printed without its final dot: "19", "E.70/23"
    std::string series;   ///< its shape, which the items of one document share: "#.", "E.#/#"
    NumberForm form = NumberForm::dotted;
    long value = 0;       ///< the part that counts up; 0 for codes
};

/// "(7) Cheques": a number in brackets, which is a limb of a decision far more often than an item. Its series is "(#)".
[[nodiscard]] std::optional<ItemNumber> parse_bracketed_item(std::string_view line);

/// The item number that opens `line`, or nullopt. Paragraph numbers ("3.1") and dates are none. Reads one word.
[[nodiscard]] std::optional<ItemNumber> parse_item_number(std::string_view line);

}  // namespace minutes
