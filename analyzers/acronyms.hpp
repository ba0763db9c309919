#pragma once

#include "corpus/span.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace minutes {

/// A place where a text says what an acronym stands for.
struct AcronymDefinition {
    std::string acronym;  ///< as printed, without dots, possessive and plural s: "DCS", "MoU"
    Span at_acronym;      ///< bytes of the text
    Span at_words;        ///< the long form
};

/// The acronyms that `text` spells out, in the order in which they stand:
///     Director of Children's Services (DCS)      DCS (Director of Children's Services)
///     Director of Children's Services, "DCS"     Director of Children's Services – DCS –
///     DCS – Director of Children's Services      (a row of a glossary; also with a colon, a tab or =)
/// Precision before recall: letters that do not fit the words are no definition. Outside brackets they must fit plainly.
/// O(text); never throws for bad input.
[[nodiscard]] std::vector<AcronymDefinition> find_acronyms(std::string_view text);

}  // namespace minutes
