#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace minutes {

/// The other stems of the family of `stem` (staff: staf; resolv: resolut), sorted; none for most words. The families are a table
/// of everyday words that the English stemmer splits, read when the first word is asked for.
[[nodiscard]] std::vector<std::string> family_of(std::string_view stem);

/// Two words that are also printed as one: multi and agency.
struct Compound {
    std::string first, second;
    bool operator==(const Compound&) const = default;
};

/// Whether the two folded words are as well printed as one, without a change of meaning: known pairs, and a known first word
/// with any other of four letters or more ("multi agency"). The caller makes sure that the joined word occurs.
[[nodiscard]] bool is_compound(std::string_view first, std::string_view second);

/// How the folded word `joined` may be printed as two; in most cases not at all. The caller makes sure that the second occurs.
[[nodiscard]] std::optional<Compound> split_compound(std::string_view joined);

/// The ways to print a sum of millions or billions: "7.1m", "7.1million", "7.1 million" of any of them, and with a currency
/// sign before it; none if `words` (folded, separated by a space) is no such sum.
[[nodiscard]] std::vector<std::string> spellings_of_sum(std::string_view words);

}  // namespace minutes
