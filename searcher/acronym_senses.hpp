#pragma once

#include "searcher/request.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace Xapian { class Database; }

namespace minutes {

/// One meaning of an acronym: long forms that differ in case, apostrophes, endings and linking words alone.
struct AcronymSense {
    std::vector<std::string> long_forms;   ///< as printed, the most frequent first; then by the letters
    std::uint64_t passages = 0;            ///< that define it so
};

/// What the passages of one scope say that an acronym stands for.
struct AcronymSenses {
    std::string scope;                     ///< "the index", "Eastmoor County Council", "the document"
    std::vector<AcronymSense> senses;      ///< most passages first; then by the letters

    /// The meaning that holds in the scope: it has at least 80 % of the definitions. nullptr: none is said, or several compete.
    [[nodiscard]] const AcronymSense* agreed() const;
};

/// The letters of an acronym as typed ("~D.C.S.", "~dcs's"), in lower case: the key of its definitions.
[[nodiscard]] std::string acronym_key(std::string_view typed);

/// What `key` stands for in the narrowest of these scopes that defines it at all: the document, item or meeting that the request
/// names (file:, item:, meeting:, id:), the councils it selects, the index. Definitions are postings of the passages that spell
/// the acronym out: nothing is read but those of this acronym. O(long forms), with a scope O(passages that define it).
[[nodiscard]] AcronymSenses acronym_senses(const Xapian::Database& database, const Request& request, std::string_view key);

}  // namespace minutes
