#include "analyzers/people/introductions.hpp"

#include "analyzers/speech/mentions.hpp"
#include "analyzers/speech/reported_speech.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace minutes {
namespace {

bool is_welcome(const Lexemes& lexemes, const Mention& mention) {
    if (mention.at.begin == 0) return false;
    const std::string_view before = lexemes[mention.at.begin - 1].form;
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

constexpr std::size_t kMostNamed = 200;  // bounds the work on a hostile text

/// Adds whoever was named with a post before and now speaks under the same full name.
void add_named(std::vector<Person>& people, std::vector<std::pair<NameParts, Person>>& named, const NameParts& speaker) {
    const auto found = std::find_if(named.begin(), named.end(), [&](const auto& entry) {
        return entry.first.surname == speaker.surname && !speaker.given.empty() && entry.first.given == speaker.given; });
    if (found == named.end()) return;
    people.push_back(std::move(found->second));
    named.erase(found);
}

}  // namespace

std::vector<Person> introduced_people(const Document& doc, const Meeting& meeting) {
    MentionContext context;
    context.committee = meeting.committee.value;
    context.council = meeting.council.value;
    std::vector<Person> people;
    std::vector<std::pair<NameParts, Person>> named;  // "in discussion with Ann Hay, Head of Roads": here only if she speaks by name
    for (const Item& item : meeting.items)
        for (const Passage& passage : item.passages) {
            if (passage.kind != PassageKind::discussion && passage.kind != PassageKind::procedural) continue;
            const Lexemes lexemes = lexemes_of(doc.text, passage);
            for (const Range sentence : sentences_of(lexemes)) {
                const std::vector<Mention> mentions = mentions_in(lexemes, sentence, context);
                if (mentions.empty()) continue;
                for (const Turn& turn : turns_of(lexemes, sentence, mentions)) {
                    if (!turn.by || !turn.by->who) continue;
                    if (names_both(*turn.by)) people.push_back(person_of(doc, lexemes, *turn.by));
                    else add_named(people, named, turn.by->who->parts);
                }
                const Mention* welcomed = nullptr;   // "welcomed Ann Hay (Head of Roads) and Bob Ford (Engineer)"
                for (const Mention& mention : mentions) {
                    if (!names_both(mention)) continue;
                    const bool joined = welcomed && mention.at.begin == welcomed->at.end + 1 && (lexemes[welcomed->at.end].form == "and" || lexemes[welcomed->at.end].form == ",");
                    if (is_welcome(lexemes, mention) || joined) {
                        people.push_back(person_of(doc, lexemes, mention));
                        welcomed = &mention;
                    } else if (named.size() < kMostNamed) {
                        named.emplace_back(mention.who->parts, person_of(doc, lexemes, mention));
                    }
                }
            }
        }
    return people;
}

}  // namespace minutes
