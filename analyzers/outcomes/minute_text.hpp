#pragma once

#include "analyzers/people/lexed_text.hpp"
#include "analyzers/speech/mentions.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace minutes {

/// One passage as the readers of outcomes see it. Refers to the document's text; owns the rest.
struct MinuteText {
    std::string_view text;
    Lexemes lexemes;                  ///< without the passage's marker
    std::vector<Range> sentences;
    std::vector<Mention> mentions;    ///< of all sentences, in order, disjoint

    [[nodiscard]] Range all() const { return {0, lexemes.size()}; }
    [[nodiscard]] std::string_view form(std::size_t i) const { return i < lexemes.size() ? std::string_view(lexemes[i].form) : std::string_view(); }
    /// The sentence that holds lexeme `i`; the last one behind the end. O(log sentences).
    [[nodiscard]] std::size_t sentence_of(std::size_t i) const;
    /// The mention that starts or ends just there, or null. O(log mentions).
    [[nodiscard]] const Mention* mention_at(std::size_t i) const;
    [[nodiscard]] const Mention* mention_before(std::size_t end) const;
    [[nodiscard]] std::string_view printed(Range range) const { return slice(text, span_of(lexemes, range)); }
};

[[nodiscard]] MinuteText read_minute(const LexedText& text, const Passage& passage, const MentionContext& context);

/// The name or post that starts at lexeme `i`, as a mention: one that `mentions` has, initials ("AB"), or a capitalised
/// name without honorific, which counts because the words beside it call for a name. nullopt for anything else.
[[nodiscard]] std::optional<Mention> name_from(const MinuteText& minute, std::size_t i, std::size_t end);

/// The same for what ends just before lexeme `end`.
[[nodiscard]] std::optional<Mention> name_until(const MinuteText& minute, std::size_t begin, std::size_t end);

}  // namespace minutes
