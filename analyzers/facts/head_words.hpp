#pragma once

#include <string_view>
#include <vector>

namespace minutes {

/// The classes of data/head_words.tsv: words that tell what a line of a meeting's head says.
enum class HeadWord {
    body,          ///< ends or is the name of a body that meets: "committee", "cabinet"
    no_body,       ///< is no name of a body, whatever its last word: "your council"
    lead,          ///< stands before the name of the body: "minutes of the meeting of the"
    tail,          ///< stands after it and is no part of it: "- expired"
    kind,          ///< between a place and "Council": "borough"
    occasion,      ///< between a place and the kind, yet no part of the name: "annual"
    no_council,    ///< before "Council", but no place: "full", "youth"
    not_the_date,        ///< before a date that is not the meeting's: "published", "next"
    not_the_date_after,  ///< after such a date: "6 months ago", "were approved"
    aside,               ///< names another meeting, yet says nothing of the date: "until approved at the next meeting"
    place,         ///< in the name of a place to meet: "hall", "zoom"
    no_venue       ///< link text after a venue: "view directions"
};

/// The phrases of one class, in lower case, in the table's order.
[[nodiscard]] const std::vector<std::string_view>& head_words(HeadWord kind);

/// Whether `word`, in lower case, is one of the class.
[[nodiscard]] bool is_head_word(HeadWord kind, std::string_view word);

/// Whether any phrase of the class stands in `text` as whole words.
[[nodiscard]] bool has_head_word(HeadWord kind, std::string_view text);

}  // namespace minutes
