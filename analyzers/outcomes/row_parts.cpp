#include "analyzers/outcomes/row_parts.hpp"

#include "analyzers/structure/plain_text.hpp"

#include <algorithm>
#include <utility>

namespace minutes {
namespace {

std::string name_of_mention(const MinuteText& minute, const Resolver& resolver, const Mention& mention) {
    std::string person = resolver.identify(minute.lexemes, mention).person;
    return person.empty() ? collapsed(minute.printed(mention.at)) : person;
}

std::vector<std::string> names_of(const MinuteText& minute, const Resolver& resolver, const Voters& voters) {
    std::vector<std::string> names;
    for (const Mention& mention : voters) names.push_back(name_of_mention(minute, resolver, mention));
    return names;
}

Vote vote_of(const MinuteText& minute, const Resolver& resolver, const VoteAt& at) {
    Vote vote;
    vote.in_favour = at.in_favour, vote.against = at.against, vote.abstained = at.abstained;
    vote.voted_for = names_of(minute, resolver, at.voted_for);
    vote.voted_against = names_of(minute, resolver, at.voted_against);
    vote.abstainers = names_of(minute, resolver, at.abstainers);
    for (std::size_t w = 0; w < at.words.size(); ++w) {
        if (w > 0) vote.words += at.words[w].begin == at.words[w - 1].end ? " " : ", ";
        vote.words += collapsed(minute.printed(at.words[w]));
    }
    vote.lost = at.lost;
    vote.at = span_of(minute.lexemes, at.at);
    return vote;
}

}  // namespace

void put_motion(Outcome& row, const MinuteText& minute, const Resolver& resolver, const Motion& motion) {
    if (motion.mover && row.mover.empty()) row.mover = name_of_mention(minute, resolver, *motion.mover);
    if (motion.seconder && row.seconder.empty()) row.seconder = name_of_mention(minute, resolver, *motion.seconder);
}

bool has_numbers(const Vote& vote) { return vote.in_favour || vote.against || vote.abstained || !vote.voted_for.empty() || !vote.voted_against.empty(); }

void put_vote(Outcome& row, const MinuteText& minute, const Resolver& resolver, const VoteAt& at) {
    Vote vote = vote_of(minute, resolver, at);
    if (!row.vote.at.empty() && !has_numbers(vote)) return;
    if (!row.vote.words.empty()) vote.words = vote.words.empty() ? row.vote.words : row.vote.words + ", " + vote.words;
    vote.lost = vote.lost || row.vote.lost;
    row.vote = std::move(vote);
}

Outcome task_row(const Passage& passage, std::size_t place, const MinuteText& minute, const Task& task, const Resolver& resolver, const Meeting& meeting) {
    Outcome row;
    row.kind = Outcome::Kind::action;
    row.passage = place;
    row.parts = parts_of(passage, minute, task.text);
    row.owner = collapsed(minute.printed(task.owner));
    row.due = task.due;
    if (task.owners.size() != 1) return row;
    const std::string person = resolver.identify(minute.lexemes, task.owners.front()).person;
    const bool listed = std::any_of(meeting.people.begin(), meeting.people.end(), [&](const Person& other) { return other.name == person; });
    if (listed) row.owner_person = person;
    return row;
}

std::vector<Span> parts_of(const Passage& passage, const MinuteText& minute, Range range) {
    std::vector<Span> parts;
    const Span all = span_of(minute.lexemes, range);
    for (const Span part : passage.parts) {
        const Span cut{std::max(all.begin, part.begin), std::min(all.end, part.end)};
        if (cut.begin < cut.end) parts.push_back(trimmed(minute.text, cut));
    }
    return parts;
}

}  // namespace minutes
