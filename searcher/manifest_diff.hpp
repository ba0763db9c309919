#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace minutes {

/// Why a passage is in one answer and not, or not as it was, in the other.
enum class DiffCause {
    document_added,      ///< its document was not in the other index
    document_removed,
    document_changed,    ///< the file has other bytes in the other index
    query,               ///< the query, its filters or zones differ
    expansions,          ///< the query is the same and was expanded to something else: other concepts, acronyms or words
    engine,              ///< the same bytes are read by another version
    other_documents      ///< the same bytes, query and version: an item was put together from other files, or a copy came or went
};

struct DiffRow {
    enum class What { added, gone, changed };
    What what = What::added;
    std::string id, was;         ///< `was`: of a changed passage its id in A
    std::string path;            ///< in B, or in A if it is gone
    std::uint32_t line = 0, page = 0;  ///< page 0: the file has none
    DiffCause cause = DiffCause::query;
};

struct ManifestDiff {
    std::vector<DiffRow> rows;   ///< changed, added and gone, each in the order of the manifests
    std::uint64_t same = 0;      ///< passages that are in both as they were
    std::uint64_t passages_a = 0, passages_b = 0, occurrences_a = 0, occurrences_b = 0;
    bool same_query = true, same_expansions = true, same_engine = true, same_index = true;
    std::string query_a, query_b;
};

[[nodiscard]] std::string_view name_of(DiffCause cause);

/// Compares two manifests, A before B. Passages are paired by id and source; what is left by their place in the item: the same
/// paragraph, or the same number of passages that changed. Throws Refused for what is no manifest.
[[nodiscard]] ManifestDiff diff_manifests(const std::string& a, const std::string& b);

[[nodiscard]] std::string diff_as_text(const ManifestDiff& diff);
[[nodiscard]] std::string diff_as_json(const ManifestDiff& diff);

}  // namespace minutes
