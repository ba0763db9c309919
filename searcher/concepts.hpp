#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace minutes {

/// A topic and the ways in which minutes speak of it.
struct Concept {
    std::string name;                    ///< lower case with hyphens: agency-staff
    std::vector<std::string> variants;   ///< each a word, a wildcard or a phrase of the query language
};

/// A file of concepts: "name <tab> variant <tab> variant ...", and a line "# version: TEXT".
struct ConceptTable {
    std::string version, sha256;         ///< of the whole text: what an answer was made with
    std::vector<Concept> concepts;       ///< by name

    [[nodiscard]] const Concept* find(std::string_view name) const;
};

/// The concepts that come with the command. Read when first asked for.
[[nodiscard]] const ConceptTable& own_concepts();

/// Reads a file's text. Throws Refused, naming the line, for a row without variants, a name that is none, a name that stands twice,
/// or a variant that is no word or phrase.
[[nodiscard]] ConceptTable read_concepts(std::string_view text);

}  // namespace minutes
