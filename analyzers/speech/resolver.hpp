#pragma once

#include "analyzers/speech/identity.hpp"
#include "analyzers/speech/named_posts.hpp"

#include <string_view>
#include <vector>

namespace minutes {

/// Resolves the mentions of one meeting as its text goes on: it remembers which posts were named, who took the chair, whom
/// others speak for, and whether the public has the floor. Mentions are to come in the order of the text. It never guesses:
/// where two people fit, both are candidates; and it never looks outside the meeting. Cast and text must outlive it.
class Resolver {
public:
    Resolver(const Cast& cast, std::string_view text);

    [[nodiscard]] const Cast& cast() const { return cast_; }
    [[nodiscard]] const MentionContext& context() const { return cast_.context(); }

    /// Forgets the posts named in the item before, and says whether the public has the floor in this one.
    void open_item(const Item& item);

    /// The text says that members of the public ask questions in this item: strangers who speak are the public.
    void give_public_the_floor() { public_item_ = true; }
    [[nodiscard]] bool public_asks() const { return public_item_; }

    /// Remembers a post that the text names, so that "the Director" can mean it later.
    void note(const Lexemes& lexemes, const Mention& mention, bool speaks) { posts_.note(lexemes, mention, speaks); }

    /// Remembers who takes or leaves the chair in this sentence: from there on "the Chair" is somebody else.
    void note_chair(const Lexemes& lexemes, Range sentence, const std::vector<Mention>& mentions);

    /// Remembers that somebody is spoken for ("on behalf of Mr Hay"): absent, so no speaker in this item.
    void note_absent(const NameParts& name) { absent_.push_back(name); }
    [[nodiscard]] bool is_absent(const Mention& mention) const;

    [[nodiscard]] Identity identify(const Lexemes& lexemes, const Mention& mention) const;

private:
    /// Who sits in the chair from a place of the text on.
    struct Seat {
        std::uint32_t from = 0;
        bool for_item = false;
        Identity holder;
    };

    [[nodiscard]] Identity identify_name_here(const Lexemes& lexemes, const Mention& mention) const;
    [[nodiscard]] Identity identify_post_here(const Lexemes& lexemes, const Mention& mention) const;
    [[nodiscard]] Identity chair_at(std::uint32_t place, std::string_view title) const;
    void leave_for_item();
    [[nodiscard]] const Seat& seat_at(std::uint32_t place) const;
    [[nodiscard]] Identity chair_of_meeting() const;
    [[nodiscard]] const CastMember* chair_of_opening(const Identity& chair) const;

    const Cast& cast_;
    std::string_view text_;
    NamedPosts posts_;
    std::vector<Seat> seats_;  ///< in the order of the text; the first is the one that list and head tell
    std::vector<NameParts> absent_;
    bool public_item_ = false, chair_item_ = false;  ///< the public has the floor; the heading speaks of the chair
};

}  // namespace minutes
