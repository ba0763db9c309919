#pragma once

#include "searcher/answer.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minutes {

/// How many values of a facet a text lists unasked.
inline constexpr std::size_t kMostFacetValues = 12;

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

/// How many values of each facet have to be found for these wishes; nullopt: all. `unsaid`: where a wish says nothing.
[[nodiscard]] std::optional<std::size_t> values_wanted(const std::vector<FacetWish>& wishes, std::optional<std::size_t> unsaid);

/// Sorts the values and keeps those that are wished. REQUIRES: the facet has at least values_wanted() of its wish, and says how many are distinct.
void arrange(Facet& facet, const FacetWish& wish);

}  // namespace minutes
