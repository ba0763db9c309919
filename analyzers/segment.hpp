#pragma once

#include "analyzers/meeting.hpp"

#include <string>
#include <vector>

namespace minutes {

/// What the user says about a document where its text is silent (--council, a folder's minutes.json). Empty = unsaid.
struct Given {
    std::string council, committee;
};

/// Text that is no passage, and why: "heading", "label", "site-navigation", "page-furniture", "space", ...
struct Discard {
    std::string_view reason;  ///< a name from the table in tiling.cpp; static storage
    Span at;
};

struct LayoutScore {
    std::string_view layout;  ///< static storage
    double score = 0;         ///< 0..1, how well this family's features fit
};

struct Segmented {
    std::string_view layout;             ///< the layout chosen, "unknown" when no detector is convinced
    std::vector<LayoutScore> scores;     ///< of all detectors, best first
    std::vector<Meeting> meetings;       ///< at least one unless the text is blank
    std::vector<Discard> discarded;      ///< sorted; with the parts of all passages they tile the text
    std::vector<Problem> problems;
};

/// Finds the meetings, items, passages and speakers of one document.
/// Total: every byte is in one passage part or one Discard; text in no known layout gives one item and a Problem.
/// Every Span indexes `doc.text`, which the caller keeps alive. O(text); safe from any thread.
[[nodiscard]] Segmented segment(const Document& doc, const Given& given = {});

}  // namespace minutes
