#pragma once

#include "analyzers/people/lexemes.hpp"
#include "analyzers/speech/mentions.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace minutes {

/// Who a mention means: a role, and a name where the lists or the text identify one person.
struct Identity {
    Role role = Role::unattributed;
    std::string person;

    bool operator==(const Identity&) const = default;
};

/// The people of one meeting and the posts that its text has named so far. Resolves mentions inside this meeting only,
/// and never guesses: where two people fit, nobody is named.
class Cast {
public:
    Cast(const Document& doc, const Meeting& meeting);

    [[nodiscard]] const MentionContext& context() const { return context_; }

    /// Forgets the posts named in the item before, and says whether the public has the floor in this one.
    void open_item(const Item& item);

    /// The text says that members of the public ask questions in this item: strangers who speak are the public.
    void give_public_the_floor() { public_item_ = true; }

    /// Remembers a post that the text names, so that "the Director" can mean it later.
    void note(const Lexemes& lexemes, const Mention& mention, bool speaks);

    /// Remembers that somebody is spoken for ("on behalf of Mr Hay"): absent, so no speaker in this item.
    void note_absent(const NameParts& name) { absent_.push_back(name); }
    [[nodiscard]] bool is_absent(const Mention& mention) const;

    [[nodiscard]] Identity identify(const Lexemes& lexemes, const Mention& mention) const;

    /// A parish or community meeting, where the public asks questions too: agentless questions stay unattributed.
    [[nodiscard]] bool open_to_all() const { return open_to_all_; }

private:
    struct Member {
        const Person* person;
        NameParts name;
        std::vector<std::string> post;  ///< words, folded
        Role post_role;                 ///< of the post alone, without who was in the chair
    };
    struct Post {
        std::vector<std::string> core, words;
        Role role;
        bool spoke = false;
    };

    void learn_names();
    [[nodiscard]] bool text_uses_initials(const WordMap<int>& people) const;
    void learn_acronyms();
    [[nodiscard]] Identity identify_name(const Lexemes& lexemes, const Mention& mention) const;
    [[nodiscard]] Identity identify_stranger(const Lexemes& lexemes, const Mention& mention) const;
    [[nodiscard]] Identity identify_post(const Lexemes& lexemes, const Mention& mention) const;
    [[nodiscard]] Identity identify_bare_post(const std::vector<std::string>& core, Role role) const;
    [[nodiscard]] Identity identify_title(const std::vector<std::string>& core, const std::vector<std::string>& words, Role role) const;
    [[nodiscard]] static bool listed_plainly(const NameParts& name, const Member& member);
    [[nodiscard]] std::vector<const Member*> named(const NameParts& name) const;
    [[nodiscard]] const Member* only_with_role(Role role) const;
    [[nodiscard]] const Member* only_with_post(const std::vector<std::string>& core, const std::vector<std::string>& words, Role role) const;
    [[nodiscard]] const Post* antecedent(const std::vector<Post>& posts, const std::vector<std::string>& core) const;
    [[nodiscard]] std::string chair() const;

    const Document& doc_;
    const Meeting& meeting_;
    std::vector<Member> members_;
    std::unordered_multimap<std::string, std::size_t> by_surname_;
    WordMap<std::size_t> by_initials_;
    WordMap<std::vector<std::string>> acronym_words_;
    MentionContext context_;
    std::vector<Post> item_posts_, meeting_posts_;
    std::vector<NameParts> absent_;
    bool public_item_ = false, open_to_all_ = false, list_of_members_ = false, full_council_ = false;
};

}  // namespace minutes
