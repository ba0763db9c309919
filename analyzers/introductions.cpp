#include "analyzers/introductions.hpp"

#include "analyzers/mentions.hpp"
#include "analyzers/reported_speech.hpp"

#include <algorithm>

namespace minutes {
namespace {

bool is_welcome(const Lexemes& lexemes, const Mention& mention) {
    if (mention.at.begin == 0) return false;
    const std::string& before = lexemes[mention.at.begin - 1].form;
    return before == "welcomed" || before == "invited" || before == "introduced";
}

Person person_of(const Document& doc, const Lexemes& lexemes, const Mention& mention) {
    Person person;
    person.at = span_of(lexemes, mention.who->at);
    person.name = slice(doc.text, person.at);
    person.post = slice(doc.text, span_of(lexemes, mention.title));
    person.role = mention.role;
    person.status = Status::in_attendance;
    return person;
}

bool names_both(const Mention& mention) { return mention.who && !mention.title.empty() && mention.role != Role::unattributed && mention.who->bare.end - mention.who->bare.begin >= 1; }

}  // namespace

std::vector<Person> introduced_people(const Document& doc, const Meeting& meeting) {
    MentionContext context;
    context.committee = meeting.committee.value;
    context.council = meeting.council.value;
    std::vector<Person> people;
    for (const Item& item : meeting.items)
        for (const Passage& passage : item.passages) {
            if (passage.kind != PassageKind::discussion && passage.kind != PassageKind::procedural) continue;
            const Lexemes lexemes = lexemes_of(doc.text, passage);
            for (const Range sentence : sentences_of(lexemes)) {
                const std::vector<Mention> mentions = mentions_in(lexemes, sentence, context);
                if (std::none_of(mentions.begin(), mentions.end(), names_both)) continue;
                const Mention* welcomed = nullptr;   // "welcomed Ann Hay (Head of Roads) and Bob Ford (Engineer)"
                for (const Mention& mention : mentions) {
                    const bool joined = welcomed && mention.at.begin == welcomed->at.end + 1 && (lexemes[welcomed->at.end].form == "and" || lexemes[welcomed->at.end].form == ",");
                    if (!names_both(mention) || !(is_welcome(lexemes, mention) || joined)) continue;
                    people.push_back(person_of(doc, lexemes, mention));
                    welcomed = &mention;
                }
                for (const Turn& turn : turns_of(lexemes, sentence, mentions))
                    if (turn.by && names_both(*turn.by)) people.push_back(person_of(doc, lexemes, *turn.by));
            }
        }
    return people;
}

}  // namespace minutes
