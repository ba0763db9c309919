#pragma once

#include "analyzers/facts/councils_of_text.hpp"
#include "analyzers/meeting.hpp"
#include "analyzers/segment.hpp"
#include "corpus/document.hpp"

#include <string_view>
#include <vector>

namespace minutes {

/// What the rules of the facts read. Views and spans index the document's text, which outlives it.
struct MeetingText {
    std::string_view text;     ///< of the whole document
    std::vector<Span> head;    ///< non-blank lines before the first item or attendance list, trimmed, in order
    Span all;                  ///< from the head to the end of the last item
    Span opening;              ///< from the head to the first item with a title: head, attendance list, who took the chair
    Span title;                ///< the page's title in its front matter; may be empty
    Span put_up;               ///< the front matter's line that dates the page, not the meeting; may be empty
};

[[nodiscard]] MeetingText meeting_text(const Document& doc, const Meeting& meeting);

/// The line's date is none of the meeting's: it was published, or another meeting is named beside it.
[[nodiscard]] bool has_false_date(std::string_view text, Span line, Span date);

/// The date, with its year inferred where the head prints none but a publication line or the previous minutes tell it.
[[nodiscard]] Fact find_date(const MeetingText& meeting);

/// Where the head prints the day of `date`, the place that `date` rests on first.
[[nodiscard]] std::vector<Span> mentions_of(const MeetingText& meeting, const Fact& date);

struct Hours {
    Fact start, end;
};
/// `date` is find_date's: the start stands beside it or beside its repetition. The end is that of the close.
[[nodiscard]] Hours find_hours(const MeetingText& meeting, const Fact& date);

[[nodiscard]] Fact find_committee(const MeetingText& meeting);
[[nodiscard]] Fact find_venue(const MeetingText& meeting, const Fact& date);
[[nodiscard]] Fact find_council(const MeetingText& meeting, const Fact& venue, const CouncilsOfText& councils);
/// Who presided, where a sentence before the first item says so ("Councillor Lind presided", "chaired by A Lind", "AL
/// chaired the meeting"): the name or the initials as printed.
[[nodiscard]] Fact find_chair(const MeetingText& meeting);

}  // namespace minutes
