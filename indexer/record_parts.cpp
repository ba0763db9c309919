#include "indexer/record_parts.hpp"

#include <algorithm>
#include <string_view>

namespace minutes {
namespace {

std::optional<std::uint32_t> counted(const std::optional<int>& votes) {
    return votes && *votes >= 0 ? std::optional(static_cast<std::uint32_t>(*votes)) : std::nullopt;
}

RecordSpeaker* speaker_at(std::span<Record> records, TurnAt at) {
    if (at.passage >= records.size() || at.turn >= records[at.passage].speakers.size()) return nullptr;
    return &records[at.passage].speakers[at.turn];
}

RecordTurn turn_of(std::span<Record> records, TurnAt at) { return {records[at.passage].id, static_cast<std::uint32_t>(at.turn)}; }

}  // namespace

std::vector<RecordSpeaker> speakers_of(const Document& doc, const Passage& passage) {
    std::vector<RecordSpeaker> speakers;
    for (const Speaker& speaker : passage.speakers) {
        RecordSpeaker stored{std::string(name_of(speaker.role)), std::string(name_of(speaker.act)), std::string(name_of(speaker.attribution)),
                             speaker.person, std::string(slice(doc.text, speaker.surface))};
        stored.title = speaker.title;
        stored.flags = speaker.flags;
        stored.resolution = name_of(speaker.resolution);
        stored.rule = speaker.rule;
        stored.evidence = speaker.evidence;
        stored.candidates = speaker.candidates;
        speakers.push_back(std::move(stored));
    }
    return speakers;
}

void add_outcomes(const Item& item, std::span<Record> records) {
    for (const Outcome& outcome : item.outcomes) {
        if (outcome.passage >= records.size()) continue;
        Record& record = records[outcome.passage];
        RecordOutcome stored;
        stored.kind = name_of(outcome.kind);
        stored.limb = outcome.limb;
        for (const Span part : outcome.parts)
            for (const Span span : to_text(record, part)) stored.at.push_back(span);
        stored.mover = outcome.mover;
        stored.seconder = outcome.seconder;
        stored.in_favour = counted(outcome.vote.in_favour);
        stored.against = counted(outcome.vote.against);
        stored.abstained = counted(outcome.vote.abstained);
        stored.voted_for = outcome.vote.voted_for;
        stored.voted_against = outcome.vote.voted_against;
        stored.abstainers = outcome.vote.abstainers;
        stored.lost = outcome.vote.lost;
        stored.vote = outcome.vote.words;
        stored.owner = outcome.owner;
        stored.owner_person = outcome.owner_person;
        stored.due = outcome.due;
        record.outcomes.push_back(std::move(stored));
    }
}

void add_exchanges(const Item& item, std::span<Record> records) {
    for (const Exchange& exchange : item.exchanges) {
        RecordSpeaker* question = speaker_at(records, exchange.question);
        if (question == nullptr) continue;
        question->link_rule = exchange.rule;
        for (const TurnAt at : exchange.answers) {
            RecordSpeaker* answer = speaker_at(records, at);
            if (answer == nullptr) continue;
            question->answered_by.push_back(turn_of(records, at));
            answer->answers.push_back(turn_of(records, exchange.question));
        }
        question->unanswered = question->answered_by.empty();
    }
}

}  // namespace minutes
