#pragma once

#include "analyzers/speech/mentions.hpp"

#include <string>
#include <vector>

namespace minutes {

/// A post as the text printed it in full.
struct NamedPost {
    Words core;         ///< folded: "the director"
    Words telling;      ///< without_small(core)
    Words words;        ///< "director of housing"
    Role role = Role::unattributed;
    Span at;                               ///< where it was printed last
    bool spoke = false;
};

/// The posts that the text has named so far, so that "the Director" can mean the one named in full before. At most 200 are
/// kept, which bounds the work on a hostile text.
class NamedPosts {
public:
    /// The item before is over: its posts are those of the meeting now.
    void open_item() { of_item_.clear(); }
    void note(const Lexemes& lexemes, const Mention& mention, bool speaks);

    /// The post of this item, or of the meeting, that a short form means; null if the text does not say. It stays valid
    /// until the next note.
    [[nodiscard]] const NamedPost* in_item(const Words& core) const { return antecedent(of_item_, core); }
    [[nodiscard]] const NamedPost* in_meeting(const Words& core) const { return antecedent(of_meeting_, core); }

private:
    static const NamedPost* antecedent(const std::vector<NamedPost>& posts, const Words& core);

    std::vector<NamedPost> of_item_, of_meeting_;
};

}  // namespace minutes
