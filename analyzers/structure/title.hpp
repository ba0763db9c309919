#pragma once

#include "corpus/span.hpp"

#include <string_view>

namespace minutes {

/// A title and the text that is glued to it on the same line, as spans of that line. `rest` may be empty.
struct TitleSplit {
    Span title, rest;
};

/// Whether a line may be an item's title: short, no sentence, not the end of a list. `plain` is its plain_form().
[[nodiscard]] bool reads_as_title(std::string_view line, std::string_view plain);

/// The same for numbered titles that state a task, as parish agendas do: "To receive apologies for absence".
[[nodiscard]] bool reads_as_task_title(std::string_view line, std::string_view plain);

/// A short line that might be a title although it has a word of a sentence ("Notes reported back").
[[nodiscard]] bool reads_as_weak_title(std::string_view line, std::string_view plain);

/// Parts title and text: "187 TITLE - text", a title known to data/phrases.tsv and a sentence, "Title The Director
/// declared ...", "Title To receive ...". All of it is title when no border is found. `goes_on`: the sentence ends on
/// a later line. O(line).
[[nodiscard]] TitleSplit split_title(std::string_view line, bool goes_on = false);

/// The same for a stretch of a text, with spans of that text.
[[nodiscard]] TitleSplit split_title_at(std::string_view text, Span at, bool goes_on = false);

}  // namespace minutes
