#pragma once

#include "analyzers/people/lexemes.hpp"
#include "analyzers/meeting.hpp"
#include "analyzers/people/patterns.hpp"
#include "analyzers/people/person_names.hpp"

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace minutes {

/// Words that may name a speaker: a post, a name, a group, a body or a pronoun. Not yet resolved, not yet a speaker.
struct Mention {
    enum Kind { post, name, group, body, pronoun } kind = post;
    Range at;
    Role role = Role::unattributed;  ///< as the words alone tell; unattributed for bare names and pronouns
    Role otherwise = Role::unattributed;  ///< of somebody whom no list knows, by what they do: "spoke in objection"
    Range title;                     ///< of a post: without article and brackets around names
    Range core;                      ///< of a post: the title without its complement
    std::optional<NameAt> who;       ///< of a name, alone or in apposition to a post
    bool listed = false;             ///< one of "Councillors Ash, Brook and Carr"
    bool leads_list = false;         ///< the first of them
    bool bare_name = false;          ///< a name without honorific that no list vouches for
};

/// What finding mentions needs to know of the meeting. The views must outlive the calls.
struct MentionContext {
    MentionContext(std::string_view committee, std::string_view council);

    std::string_view committee, council;
    Words committee_words, council_words;  ///< their forms as lexemes
    std::unordered_multimap<std::string, NameParts, WordHash, std::equal_to<>> known;  ///< by first forename: people of the lists, read without honorific too
    std::unordered_set<std::string, WordHash, std::equal_to<>> initials;            ///< "gd": initials by which the list knows somebody
    WordMap<Role> acronyms;         ///< of posts, defined in the text: "Director of People (DOP)"
};

/// All mentions of a range of lexemes, in order, disjoint. A name and a post side by side ("Ann Hay, Head of Roads,")
/// are one mention. O(range).
[[nodiscard]] std::vector<Mention> mentions_in(const Lexemes& lexemes, Range range, const MentionContext& context);

}  // namespace minutes
