#include "analyzers/outcomes/stated_passage.hpp"

#include "analyzers/people/patterns.hpp"

#include <algorithm>
#include <utility>

namespace minutes {

bool StatedPassage::lost() const { return std::any_of(votes.begin(), votes.end(), [](const VoteAt& vote) { return vote.lost; }); }

bool StatedPassage::on_amendment() const {
    return std::any_of(minute.lexemes.begin(), minute.lexemes.end(), [](const Lexeme& lexeme) { return is_one_of(lexeme.form, {"amendment", "amendments"}); });
}

bool StatedPassage::is_pure(Range range) const {
    std::size_t told = 0;
    std::size_t motion = 0, vote = 0;
    for (std::size_t i = range.begin; i < range.end; ++i) {
        while (motion < motions.size() && motions[motion].at.end <= i) ++motion;
        while (vote < votes.size() && votes[vote].at.end <= i) ++vote;
        const bool covered = (motion < motions.size() && motions[motion].at.contains(i)) || (vote < votes.size() && votes[vote].at.contains(i));
        if (covered || !minute.lexemes[i].word) continue;
        if (is_one_of(minute.form(i), {"and", "the", "was", "were", "it", "vote", "votes", "voting", "recorded", "motion", "with", "a", "of", "proposal", "this", "on", "being", "put", "to",
                                             "resolution", "then", "by", "amendment", "taken", "result", "as", "follows", "duly", "members", "in", "is", "upon", "councillors", "named"})) continue;
        if (++told > 1) return false;
    }
    return !range.empty();
}

StatedPassage stated_passage(MinuteText minute, std::size_t passage, std::size_t end, bool recorded) {
    StatedPassage stated{passage, end, std::move(minute), {}, {}};
    stated.motions = motions_in(stated.minute);
    stated.votes = votes_in(stated.minute, recorded);
    return stated;
}

}  // namespace minutes
