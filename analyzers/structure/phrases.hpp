#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace minutes {

/// What a phrase of data/phrases.tsv tells about the line or paragraph that it stands in.
enum class PhraseClass {
    action, agenda_note, attendance_note, close, decision, furniture, head, lead_in, list_lead_in, not_title,
    outcome, procedural, publication, resolving, signature, site_navigation, speech, title_attendance, title_known, title_procedural, verb, vote
};

/// A set of classes, a bit each.
using PhraseClasses = std::uint32_t;
inline constexpr PhraseClasses kAnyClass = ~PhraseClasses{0};

/// The classes of which a row that may stand anywhere can be in `plain`; those of others need not be looked for there. For
/// texts about which several classes are asked. Reads the first 1264 bytes.
/// With a mark of kMarkerBytes before it: what is said of the whole holds for the text behind the mark.
inline constexpr std::size_t kMarkerBytes = 64;
[[nodiscard]] PhraseClasses classes_anywhere(std::string_view plain);

/// The same of the rows that begin in one text and go on in the next, where the two are joined by a space.
[[nodiscard]] PhraseClasses classes_across(std::string_view before, std::string_view behind);

/// A plain_form() with what classes_anywhere() said of it, if that was asked. Refers to the text.
struct PlainText {
    std::string_view text;
    PhraseClasses classes = kAnyClass;

    PlainText(std::string_view plain, PhraseClasses its_classes = kAnyClass) : text(plain), classes(its_classes) {}
    PlainText(const std::string& plain) : text(plain) {}
};

/// Whether a row of the class fits `plain`. A row says where its phrase stands (start, any, end,
/// whole; "body": after a word for the body that meets, as "the committee") and may leave gaps ("..", up to 90
/// bytes) and open word ends ("declar*"). Reads at most the first 1200 and the last 200 bytes. Safe from any thread.
[[nodiscard]] bool has_phrase(PhraseClass phrase_class, PlainText plain);

/// Bytes of the longest row of the class that `plain` starts with at a word's end; 0 if none. Gaps are not allowed.
[[nodiscard]] std::size_t opening_size(PhraseClass phrase_class, std::string_view plain);

/// What a label line ("Minutes:", "Present:") opens.
enum class LabelKind {
    minutes, decision, agenda_note, documents, attendance, vote, field, drop, items_begin
};

struct Label {
    LabelKind kind;
    std::size_t size;  ///< bytes of the plain form that the label takes, with its colon
    bool whole;        ///< nothing follows the label on its line
};

/// The label that opens a line of this plain_form(), or nullopt. Rows: data/labels.tsv.
[[nodiscard]] std::optional<Label> label_of(std::string_view plain);

}  // namespace minutes
