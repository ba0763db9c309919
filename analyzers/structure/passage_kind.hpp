#pragma once

#include "analyzers/meeting.hpp"
#include "analyzers/structure/phrases.hpp"

#include <string_view>

namespace minutes {

// `classes` is what classes_anywhere(plain) said, or kAnyClass if it was not asked.

/// What a paragraph is by its words. `plain` is its plain_form(), `title_plain` that of its item's title: below a
/// title of formal business ("Apologies") a paragraph without any marker is procedural. Explicit markers win.
[[nodiscard]] PassageKind kind_of(std::string_view plain, std::string_view title_plain, PhraseClasses classes);

/// Whether the paragraph opens a decision that may go on in limbs: "RESOLVED:", "Resolved to", "AGREED -".
[[nodiscard]] bool opens_decision(std::string_view plain, PhraseClasses classes = kAnyClass);

/// Where a resolution's own verb stands: "that the Clerk be asked", not "it would be late"; npos if nowhere.
[[nodiscard]] std::size_t resolving_be(std::string_view plain);

/// Whether it opens an ACTION line.
[[nodiscard]] bool opens_action(std::string_view plain, PhraseClasses classes = kAnyClass);

/// Whether it is a sentence on who else was there: "There were no members of the public present."
[[nodiscard]] bool is_attendance_note(std::string_view plain, PhraseClasses classes = kAnyClass);

/// The kind of the item that has these passages: discussion, else decision, else what its first passage is.
[[nodiscard]] PassageKind item_kind(const Item& item);

}  // namespace minutes
