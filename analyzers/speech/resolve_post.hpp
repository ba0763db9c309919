#pragma once

#include "analyzers/speech/identity.hpp"
#include "analyzers/speech/named_posts.hpp"

#include <string_view>

namespace minutes {

/// Who holds the post that a mention names: the list's holder of a post printed in full or spelt out by an acronym; of a
/// short form, the holder of the post last named in full in this item, else the only one in the list, else of the meeting.
/// Not for the chair, who is whoever sits there. REQUIRES mention.kind == Mention::post.
[[nodiscard]] Identity identify_post(const Cast& cast, const NamedPosts& named, std::string_view text, const Lexemes& lexemes, const Mention& mention);

/// "the Cabinet Members": a post in the plural is no one person.
[[nodiscard]] bool is_plural_post(const Lexemes& lexemes, const Mention& mention);

}  // namespace minutes
