#pragma once

#include "analyzers/structure/lines.hpp"

#include <span>

namespace minutes {

/// Whether a line tells something: five words, a verb of sentences, a full stop. `plain` is its plain_form().
[[nodiscard]] bool is_sentence(std::string_view content, PlainText plain);

/// Whether a line above the first item belongs to the head. `strict`: only lines that name a meeting do.
[[nodiscard]] bool is_head_line(const Line& line, std::string_view content, bool strict);

/// "Meeting: 23/01/2020 - Roads Panel (Item 25)": a new meeting begins.
[[nodiscard]] bool is_meeting_line(std::string_view plain);

/// "- Meeting of Parks Panel, Tuesday, 8 March 2022 7.00 pm (Item 7.)" above the text of one item.
[[nodiscard]] bool is_meeting_of_item(const Line& line, std::string_view content);

/// Whether one of the lines speaks of a meeting or a day; a few lone words are no text and may stay a head.
[[nodiscard]] bool names_meeting(std::string_view text, std::span<const Span> head);

/// How many lines the YAML block ("---", "title: ...", "---") takes that site generators put above a page; its dates are
/// those of publication. 0 if there is none.
[[nodiscard]] std::size_t front_matter_lines(std::string_view text, const Lines& lines);

}  // namespace minutes
