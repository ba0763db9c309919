#pragma once

#include "searcher/answer.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace minutes {

enum class FacetOrder { count, value };

/// How a facet is to be listed; the counts are the same whatever is wished.
struct FacetWish {
    const Field* field = nullptr;
    std::optional<std::size_t> most;    ///< values to list; nullopt: as the format has it (text a dozen, JSON all)
    FacetOrder order = FacetOrder::count;
    std::string words;                  ///< folded; list only values with words that begin so
};

/// "speaker", "speaker:20", "year:value", "council:50:count", "role:all": the field, then in any order how many values and by
/// what they are sorted. Throws Refused, naming the option, for anything else.
[[nodiscard]] FacetWish parse_facet(const std::string& text);

/// "speaker:marl", for --facet-search: the field and the words to look for among its values. Throws Refused for anything else.
[[nodiscard]] FacetWish parse_facet_search(const std::string& text);

/// Whether for each of `words` (folded) some word of the value begins with it.
[[nodiscard]] bool value_has_words(std::string_view value, std::string_view words);

/// Sorts the values, keeps those that are wished and notes how many there were. REQUIRES: all values of the facet.
void arrange(Facet& facet, const FacetWish& wish);

}  // namespace minutes
