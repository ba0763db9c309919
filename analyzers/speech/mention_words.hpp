#pragma once

#include "analyzers/meeting.hpp"
#include "analyzers/people/lexemes.hpp"

#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace minutes {

/// data/groups.tsv: words for groups of speakers and for bodies. Views into the program's read-only data.
struct GroupTable {
    std::unordered_map<std::string_view, Role> nouns;
    std::unordered_map<std::string_view, bool> bodies;  ///< true: only the meeting's own
    std::unordered_map<std::string_view, std::string_view> before;
    std::unordered_set<std::string_view> organisations;
};

[[nodiscard]] const GroupTable& groups();

/// The words of groups() that tell one from another, and those that stand around them.
extern const WordSet kNouns, kBodies, kBefore, kPronouns, kBodyWords;

[[nodiscard]] bool is_determiner(const Lexeme& lexeme);

/// Whether a mention may begin with this word, whatever follows. Every rule of MentionReader::at begins with one of these;
/// most words of a text are none. A new rule there may need its words here.
[[nodiscard]] bool may_begin(const Lexeme& lexeme);

/// Whether a post, group or body may follow a determiner with this word.
[[nodiscard]] bool may_follow_determiner(const Lexeme& lexeme);

}  // namespace minutes
