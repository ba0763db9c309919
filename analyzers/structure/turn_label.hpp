#pragma once

#include "corpus/span.hpp"

#include <optional>
#include <string_view>

namespace minutes {

/// How a transcript prints who speaks; a document keeps to one of these.
enum class TurnStyle {
    colon,    ///< "Ann Hay (Chair): ...", "[00:12:31] Q12 Chair: ...", "**Ann Hay:** ...", "<v Ann Hay>..."
    stamped,  ///< "Ann Hay   0:12:31" or "00:12:31 Ann Hay" alone, above the turn
    alone     ///< a name alone in bold, in capitals or as a Markdown heading, above the turn
};

/// The words before a turn that say whose it is, as spans of the line that they open.
struct TurnLabel {
    TurnStyle style = TurnStyle::colon;
    Span question;   ///< "Q12" with the space behind it; empty if none
    Span speaker;    ///< "Ann Hay (Chair)", "Dr Ann Hay, Director of Roads"
    Span stamp;      ///< a time before or behind the speaker, with its brackets
    Span tag;        ///< "<v " of a caption; empty if none
    std::uint32_t text = 0;   ///< where the words spoken begin; the line's size if they stand below
};

/// A label's words taken apart.
struct SpeakerWords {
    std::string_view name;   ///< "Ann Hay", "The Chair"
    std::string_view post;   ///< "Chair", "Director of Roads"; empty if none
};

/// The label that may open a line, by its form alone: whether its words name a speaker is for likeness_of() to say.
/// `set_off`: the line is bold or a heading. Reads at most 200 bytes.
[[nodiscard]] std::optional<TurnLabel> parse_turn_label(std::string_view line, bool set_off);

/// A time alone, with or without brackets, or the two of a caption ("00:01:02.000 --> 00:01:05.000"); the bytes that it
/// takes at the start of the line, 0 if none.
[[nodiscard]] std::size_t stamp_size(std::string_view line);

[[nodiscard]] bool is_cue_time(std::string_view line);

/// Parts "Ann Hay (Chair)" and "Ann Hay, Director of Roads"; "Hay, Ann" is one name.
[[nodiscard]] SpeakerWords split_speaker(std::string_view speaker);

/// Whether words name a speaker: `sure` of themselves, `weak` only where the document repeats them, or not at all.
/// `anonymous`: somebody speaks, and nobody says who.
enum class Likeness { none, weak, sure, anonymous };
[[nodiscard]] Likeness likeness_of(std::string_view speaker);

}  // namespace minutes
