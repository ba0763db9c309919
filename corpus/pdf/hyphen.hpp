#pragma once

#include "corpus/pdf/page.hpp"

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace minutes::pdf {

/// The words of a document, by which a word broken at the end of a line is put together: "respon-" and "sible" lose the hyphen,
/// "anti-" and "social" keep it.
class Hyphens {
public:
    /// O(words).
    explicit Hyphens(const std::vector<Row>& rows);

    /// Whether `end`, the last word of a row, breaks off in a hyphen and goes on with `next`.
    [[nodiscard]] static bool breaks(std::string_view end, std::string_view next);

    /// Whether the hyphen of a broken word is one that is written: another place of the document has the word with it, or both
    /// halves are words by themselves and no place has it without.
    [[nodiscard]] bool keeps(std::string_view end, std::string_view next) const;

private:
    std::unordered_set<std::string> words_;   ///< lower case, without marks around them
};

}  // namespace minutes::pdf
