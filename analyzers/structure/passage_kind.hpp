#pragma once

#include "analyzers/meeting.hpp"
#include "analyzers/structure/phrases.hpp"

#include <string_view>

namespace minutes {

/// What a paragraph is by its words. `plain` is its plain_form(), `title_plain` that of its item's title: below a
/// title of formal business ("Apologies") a paragraph without any marker is procedural. Explicit markers win.
[[nodiscard]] PassageKind kind_of(PlainText plain, std::string_view title_plain);

/// Whether the paragraph opens a decision that may go on in limbs: "RESOLVED:", "Resolved to", "AGREED -".
[[nodiscard]] bool opens_decision(PlainText plain);

/// Where a resolution's own verb stands: "that the Clerk be asked", not "it would be late"; npos if nowhere.
[[nodiscard]] std::size_t resolving_be(std::string_view plain);

/// Whether it opens an ACTION line.
[[nodiscard]] bool opens_action(PlainText plain);

/// Whether it is a sentence on who else was there: "There were no members of the public present."
[[nodiscard]] bool is_attendance_note(PlainText plain);

/// The kind of the item that has these passages: discussion, else decision, else what its first passage is.
[[nodiscard]] PassageKind item_kind(const Item& item);

}  // namespace minutes
