#pragma once

#include "analyzers/people/lexed_text.hpp"
#include "analyzers/speech/mentions.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace minutes {

/// Somebody who came to the meeting. Refers to the Meeting; keeps nothing of it.
struct CastMember {
    const Person* person;
    NameParts name;                            ///< with the first honorific that the list prints
    Honorific second = Honorific::none;        ///< "Mrs" of "Councillor Mrs Hay"
    Words post;             ///< words, folded
    Role post_role = Role::unattributed;       ///< of the post alone, without who was in the chair
};

using CastMembers = std::vector<const CastMember*>;

/// Letters that stand for a post: "Director of People (DOP)".
struct PostAcronym {
    Words core, words;  ///< of the post, folded: "director"; "director of people"
    Span at;                               ///< post and letters where the text spells them out
};

/// The people of one meeting, and what its lists and text say of their names: who could be meant by a name, a role or a
/// post. Never anybody of another meeting, and nobody who sent apologies. The document and the meeting must outlive it.
class Cast {
public:
    Cast(const LexedText& text, const Meeting& meeting);
    Cast(const Cast&) = delete;
    Cast& operator=(const Cast&) = delete;

    [[nodiscard]] const MentionContext& context() const { return context_; }
    [[nodiscard]] const Fact& chair() const { return chair_; }
    /// Where the first passage begins that may hold speech: a list behind it is not that of the opening.
    [[nodiscard]] std::uint32_t opening() const { return opening_; }

    /// All whom a name fits.
    [[nodiscard]] CastMembers named(const NameParts& name) const;
    /// Whom a name fits under another honorific: "Mrs Hay" for "Councillor Mrs Hay", "Mr S Elm" for "Councillor S Elm",
    /// "Councillor Elm" for a member listed as "Mr Elm". Nobody if somebody who sent apologies has the name.
    [[nodiscard]] CastMembers named_otherwise(const NameParts& name) const;
    /// The one person whose surname is one letter away from the name's, if nobody has that surname; else null.
    [[nodiscard]] const CastMember* misspelt(const NameParts& name) const;
    [[nodiscard]] const CastMember* with_initials(const std::string& letters) const;
    /// Whoever sent apologies under that name, or null.
    [[nodiscard]] const Person* absentee(const NameParts& name) const;

    [[nodiscard]] CastMembers with_role(Role role) const;
    /// The holders of a post. Where several posts hold its words ("Leader", "Leader of the Labour Group"), those whose
    /// post starts with them and has the same role, if there are any.
    [[nodiscard]] CastMembers with_post(const Words& core, const Words& words, Role role) const;
    [[nodiscard]] CastMembers directors() const;
    [[nodiscard]] const PostAcronym* acronym(std::string_view letters) const;

    /// A parish or community meeting, where the public asks questions too: agentless questions stay unattributed.
    [[nodiscard]] bool open_to_all() const { return open_to_all_; }
    /// The list holds the councillors of the body, so that any other one is a visitor.
    [[nodiscard]] bool lists_councillors() const { return lists_councillors_; }

private:
    void learn_names(const LexedText& text, const Meeting& meeting);
    void learn_acronyms(const LexedText& text, const Meeting& meeting);

    std::vector<CastMember> members_;
    std::vector<std::pair<NameParts, const Person*>> absentees_;
    std::unordered_multimap<std::string, std::size_t> by_surname_, absent_by_surname_;
    std::unordered_map<std::string, std::size_t> by_initials_;
    WordMap<PostAcronym> acronyms_;
    MentionContext context_;
    Fact chair_;
    std::uint32_t opening_ = std::numeric_limits<std::uint32_t>::max();
    bool open_to_all_ = false, lists_councillors_ = false;
};

}  // namespace minutes
