#pragma once

#include "analyzers/structure/item_heading.hpp"

namespace minutes {

/// Whether the whole line reads as a title.
[[nodiscard]] bool is_title_line(std::string_view text, const Line& line);

/// Titles without numbers: Markdown headings anywhere, and where the layout has them, lines set apart as titles.
/// `numbered`: the other items have numbers.
[[nodiscard]] bool is_bare_title(std::string_view text, const Lines& lines, std::size_t i, const Layout& layout, bool numbered);

/// Where nothing is numbered, the titles that are set off. Two must be marked or three have colons; then those that
/// only stand alone count too.
/// `run_in`: how many known titles stand before their texts on one line, which count with the marked ones. From line `body`
/// on; `bold_only` counts bold lines alone; in a `dense` text known titles and those above an agenda note are set off, since
/// no gap can. One flag a line, or none at all.
[[nodiscard]] std::vector<bool> set_off_titles(std::string_view text, const Lines& lines, std::size_t body, bool bold_only, std::size_t run_in, bool dense);

/// Where nothing is numbered or set off: paragraphs that begin with their title and a colon ("Planning: The barn ...").
/// Three of them, one of them with a known title, or two known ones, or none. `known_only` leaves out the others, and then
/// one is enough.
[[nodiscard]] std::vector<ItemHeading> run_in_headings(std::string_view text, const Lines& lines, std::size_t body, bool known_only);

/// The heading that the line makes without a number, with the text that a table row glued to it.
[[nodiscard]] ItemHeading bare_heading(std::string_view text, const Line& line, std::size_t index);

}  // namespace minutes
