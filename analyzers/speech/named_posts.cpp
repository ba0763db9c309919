#include "analyzers/speech/named_posts.hpp"

#include "analyzers/people/role_titles.hpp"
#include "analyzers/speech/post_words.hpp"

#include <algorithm>
#include <utility>

namespace minutes {
namespace {

constexpr std::size_t kMostPosts = 200;

/// The last one named is the last of the list.
void put_last(std::vector<NamedPost>& posts, NamedPost post) {
    const auto known = std::find_if(posts.begin(), posts.end(), [&](const NamedPost& other) { return other.words == post.words; });
    if (known != posts.end()) {
        post.spoke = post.spoke || known->spoke;
        post.core = known->core;
        post.telling = known->telling;
        post.role = known->role;
        posts.erase(known);
    }
    if (posts.size() < kMostPosts) posts.push_back(std::move(post));
}

/// Whether a post named in full may be meant by the core of a short form.
/// `telling`: without_small(core).
bool fits(const NamedPost& post, const Words& core, const Words& telling) {
    if (post.telling == telling) return true;
    return core.size() == 1 && core.back() == "director" && post.core.back() == "director" && post.role != Role::assistant_director;
}

}  // namespace

void NamedPosts::note(const Lexemes& lexemes, const Mention& mention, bool speaks) {
    if (mention.kind != Mention::post || mention.title.empty()) return;
    Words core = words_of(lexemes, mention.core), words = words_of(lexemes, mention.title);
    if (count_telling(words) <= count_telling(core)) return;  // itself a short form
    Words telling = without_small(core);
    NamedPost post{std::move(core), std::move(telling), std::move(words), mention.role, span_of(lexemes, mention.title), speaks};
    put_last(of_item_, post);
    put_last(of_meeting_, std::move(post));
}

const NamedPost* NamedPosts::antecedent(const std::vector<NamedPost>& posts, const Words& core) {
    if (posts.empty()) return nullptr;
    const Words telling = without_small(core);
    const NamedPost *spoke = nullptr, *named_only = nullptr;
    int named_count = 0;
    const bool exact = std::any_of(posts.begin(), posts.end(), [&](const NamedPost& post) { return post.core == core; });
    for (const NamedPost& post : posts) {
        if (exact ? post.core != core : !fits(post, core, telling)) continue;
        if (post.spoke) spoke = &post;
        named_only = &post;
        ++named_count;
    }
    return spoke ? spoke : named_count == 1 ? named_only : nullptr;
}

}  // namespace minutes
