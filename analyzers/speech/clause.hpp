#pragma once

#include "analyzers/speech/mentions.hpp"
#include "analyzers/people/patterns.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace minutes {

/// "also", "subsequently": words that stand between a subject and its verb and change nothing.
[[nodiscard]] bool is_adverb(std::string_view form);

/// Words before which a post is no subject: "a report of the Director", "said that the Chair had", "by the Clerk".
[[nodiscard]] bool governs(std::string_view form);

[[nodiscard]] bool is_concern_noun(std::string_view form);

/// What somebody does who raises a question, a concern, a suggestion or a request.
[[nodiscard]] std::optional<Act> act_of_noun(std::string_view form);

/// One sentence with its mentions, as the readers of reported speech walk over it. Refers to both; keeps neither.
struct Clause {
    const Lexemes& lexemes;
    Range in;
    const std::vector<Mention>& mentions;  ///< in order, disjoint

    /// The folded form of a lexeme; empty outside the sentence.
    [[nodiscard]] std::string_view form(std::size_t i) const { return in.contains(i) ? std::string_view(lexemes[i].form) : std::string_view(); }

    /// The mention that starts or ends just there, or null. O(log mentions).
    [[nodiscard]] const Mention* starting_at(std::size_t i) const;
    [[nodiscard]] const Mention* ending_at(std::size_t end) const;

    /// The lexeme before `i` and the adverbs in front of it; outside the sentence if they open it.
    [[nodiscard]] std::size_t before_adverbs(std::size_t i) const;

    /// Whether a mention may be the subject of its clause, by the word before it.
    [[nodiscard]] bool stands_as_subject(const Mention& mention) const;
    [[nodiscard]] bool opens_clause(const Mention& mention) const;
    [[nodiscard]] bool tells(const Mention& mention) const;

    /// "Mr Gorse's": the name that honorific and possessive at `i` make, which is no mention of the sentence.
    [[nodiscard]] std::optional<Mention> owner_at(std::size_t i) const;
};

/// The active verb read last in the sentence, whose subject a coordinated verb shares.
struct LastVerb {
    const Mention* subject = nullptr;
    std::size_t at = 0;
};

/// The subjects of the active verb at `verb` whose verb group starts behind lexeme `p`; none if the sentence does
/// not say. Knows appositions, parentheses, "A and B", "welcomed and asked", "A resident of Mill Lane asked".
[[nodiscard]] std::vector<const Mention*> subjects_of(const Clause& clause, std::size_t verb, std::size_t p, LastVerb last);

}  // namespace minutes
