#pragma once

#include "analyzers/segment.hpp"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace minutes {

/// Counts of labels given, labels wanted and those that agree. With nothing given and nothing wanted all is well: 1.
struct Tally {
    std::size_t hit = 0, predicted = 0, expected = 0;

    [[nodiscard]] double precision() const;
    [[nodiscard]] double recall() const;
    [[nodiscard]] double f1() const;
};

/// How far segmentations agree with labels made by hand, measure by measure.
/// Labels of a passage (kind, roles, persons, acts) are counted over the labelled passages: one that is not found costs
/// its labels as well.
struct Score {
    std::map<std::string, Tally> tallies;  ///< by measure: "passage", "role", ...
    std::vector<std::string> misses;       ///< one line each, for people

    Score& operator+=(const Score& other);
    /// Counts two multisets of labels under `measure`.
    void count(const std::string& measure, std::vector<std::string> predicted, std::vector<std::string> expected);
};

/// Compares one document with its labels (`gold`, the form of tests/gold). `raw` is the file as UTF-8: spans in `gold` are
/// offsets of code points into it, those in `segmented` bytes of `doc.text`.
[[nodiscard]] Score score_document(const nlohmann::json& gold, std::string_view raw, const Document& doc,
                                   const Segmented& segmented);

}  // namespace minutes
