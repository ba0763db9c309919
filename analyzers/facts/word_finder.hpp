#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace minutes {

/// Many phrases looked for at once: what scan::find_word() finds for each of them, in one pass over the text however many
/// there are. Phrases are in lower case and may hold blanks, each of which stands for any space.
class WordFinder {
public:
    /// The views must outlive the finder.
    explicit WordFinder(std::vector<std::string_view> phrases);

    struct Hit {
        std::size_t at;      ///< byte of the text
        std::size_t phrase;  ///< index in the list given
    };

    /// The first place of any phrase, or npos.
    [[nodiscard]] bool any_in(std::string_view text) const;

    /// Every place of every phrase, by phrase, then by place. O(text) for a list of ordinary words.
    [[nodiscard]] std::vector<Hit> all_in(std::string_view text) const;

private:
    /// Calls `found(at, phrase)` at every hit in the order of the text until it returns true.
    template <typename Found>
    void each_hit(std::string_view text, Found found) const;

    std::vector<std::string_view> phrases_;           ///< by first letter
    std::vector<std::size_t> places_;                 ///< where each of them stood in the list given
    std::array<std::uint64_t, 256> second_{};         ///< which second bytes they have, by first byte: bit byte % 64
    std::array<std::uint16_t, 257> first_{};          ///< those that begin with byte c: [first_[c], first_[c + 1])
};

}  // namespace minutes
