#pragma once

#include "analyzers/facts/councils.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace minutes {

/// What a whole document says of councils. Each answer is one pass over the text, made when it is first asked for and
/// kept: every meeting of a document asks the same. The text must outlive it; for one thread.
class CouncilsOfText {
public:
    explicit CouncilsOfText(std::string_view text) : text_(text) {}

    [[nodiscard]] const std::vector<CouncilName>& named() const;    ///< find_councils()
    [[nodiscard]] const std::vector<CouncilName>& printed() const;  ///< find_printed_councils()
    [[nodiscard]] const std::vector<CouncilName>& hosts() const;    ///< find_council_hosts()
    [[nodiscard]] const std::vector<PlaceCount>& places() const;    ///< count_places()
    /// How often the text speaks of a parish, town or community council.
    [[nodiscard]] std::size_t parish_mentions() const;

private:
    std::string_view text_;
    mutable std::optional<std::vector<CouncilName>> named_, printed_, hosts_;
    mutable std::optional<std::vector<PlaceCount>> places_;
    mutable std::optional<std::size_t> parish_mentions_;
};

/// Whether a stretch of text speaks of such a council.
[[nodiscard]] bool mentions_parish(std::string_view text);

}  // namespace minutes
