#include "analyzers/people/introductions.hpp"

#include "analyzers/people/patterns.hpp"
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

/// Whether only ",", "and" or both stand between two of a list.
bool follows(const Lexemes& lexemes, std::size_t end, std::size_t begin) {
    const bool comma = end < begin && lexemes[end].form == ",", both = comma && end + 2 == begin && lexemes[end + 1].form == "and";
    return both || (end + 1 == begin && (comma || lexemes[end].form == "and"));
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

/// "Bob Ford from Eastmoor Trust": named with where they come from, not with a post.
bool comes_from(const Lexemes& lexemes, const Mention& mention) { return mention.who->at.end < mention.title.begin && is_one_of(lexemes[mention.who->at.end].form, {"from", "of", "representing"}); }

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

std::vector<Person> introduced_people(const LexedText& text, const Meeting& meeting) {
    const MentionContext context(meeting.committee.value, meeting.council.value);
    std::vector<Person> people;
    std::vector<std::pair<NameParts, Person>> named;  // "in discussion with Ann Hay, Head of Roads": here only if she speaks by name
    for (const Item& item : meeting.items)
        for (const Passage& passage : item.passages) {
            if (passage.kind != PassageKind::discussion && passage.kind != PassageKind::procedural) continue;
            const Lexemes& lexemes = text.of(passage);
            for (const Range sentence : sentences_of(lexemes)) {
                if (!may_hold_name(lexemes, sentence)) continue;   // nobody without a name is introduced
                const std::vector<Mention> mentions = mentions_in(lexemes, sentence, context);
                if (mentions.empty()) continue;
                for (const Turn& turn : turns_of(lexemes, sentence, mentions)) {
                    if (!turn.by || !turn.by->who) continue;
                    if (names_both(*turn.by)) people.push_back(person_of(text.doc(), lexemes, *turn.by));
                    else add_named(people, named, turn.by->who->parts);
                }
                const Mention* greeted = nullptr;    // "welcomed Ann Hay and Bob Ford from Eastmoor Trust"
                const Mention* welcomed = nullptr;   // "welcomed Ann Hay (Head of Roads) and Bob Ford (Engineer)"
                for (const Mention& mention : mentions) {
                    if (!names_both(mention)) {
                        if (mention.who && is_welcome(lexemes, mention)) greeted = &mention;
                        continue;
                    }
                    if (greeted && follows(lexemes, greeted->at.end, mention.at.begin) && comes_from(lexemes, mention)) {
                        Mention companion = mention;
                        companion.who = greeted->who;
                        people.push_back(person_of(text.doc(), lexemes, companion));
                        welcomed = greeted;
                    }
                    const bool joined = welcomed && follows(lexemes, welcomed->at.end, mention.at.begin);
                    if (is_welcome(lexemes, mention) || joined) {
                        people.push_back(person_of(text.doc(), lexemes, mention));
                        welcomed = &mention;
                    } else if (named.size() < kMostNamed) {
                        named.emplace_back(mention.who->parts, person_of(text.doc(), lexemes, mention));
                    }
                }
            }
        }
    return people;
}

}  // namespace minutes
