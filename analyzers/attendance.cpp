#include "analyzers/attendance.hpp"

#include "analyzers/attendance_list.hpp"
#include "analyzers/introductions.hpp"
#include "analyzers/person_names.hpp"
#include "analyzers/role_titles.hpp"

#include <algorithm>

namespace minutes {
namespace {

bool mentions_apologies(const Lexeme& lexeme) {
    return lexeme.form == "apologies" || lexeme.form == "apology" || lexeme.form == "ymddiheuriadau" || lexeme.form == "leithscealta";
}

/// "Apologies for absence were received from Councillors Croft and Goodwin.": the part of each sentence behind "from" or
/// "behalf of".
std::vector<Lexemes> apology_names(const Lexemes& lexemes) {
    std::vector<Lexemes> lists;
    for (auto word = std::find_if(lexemes.begin(), lexemes.end(), mentions_apologies); word != lexemes.end();) {
        const auto from = std::find_if(word, lexemes.end(), [](const Lexeme& lexeme) {
            return lexeme.form == "from" || lexeme.form == "behalf" || lexeme.form == ":" || lexeme.form == "gan"; });
        if (from == lexemes.end()) break;
        const auto end = std::find_if(from + 1, lexemes.end(), [](const Lexeme& lexeme) { return lexeme.form == "." || lexeme.form == "who" || lexeme.form == "with"; });
        lists.emplace_back(from + 1, end);
        word = std::find_if(end, lexemes.end(), mentions_apologies);
    }
    return lists;
}

bool same_person(const Person& a, const Person& b) {
    const NameParts first = parse_name(a.name), second = parse_name(b.name);
    return first.surname == second.surname && first.given == second.given && (first.honorific == second.honorific || names_agree(first, second));
}

void add_person(std::vector<Person>& people, Person person) {
    const auto known = std::find_if(people.begin(), people.end(), [&](const Person& other) { return same_person(other, person); });
    if (known == people.end()) people.push_back(std::move(person));
    else if (known->post.empty() && !person.post.empty() && known->status != Status::apologies) known->post = person.post;
}

/// Where members go by Mr and Mrs, so do the councillors who visit; elsewhere a visitor without a post is unknown to us.
void name_visitors(std::vector<Person>& people) {
    const auto plain = [](const Person& person) {
        const Honorific honorific = parse_name(person.name).honorific;
        return honorific == Honorific::mr || honorific == Honorific::ms;
    };
    const auto members = std::count_if(people.begin(), people.end(), [&](const Person& person) {
        return person.status == Status::present && person.role == Role::member && plain(person);
    });
    for (Person& person : people)
        if (person.role == Role::unattributed && person.status == Status::in_attendance && members >= 2 && plain(person)) person.role = Role::visiting_member;
}

/// The chair that the lists name: who was in the chair, else the one present with the title.
void state_chair(Meeting& meeting, const Person* in_chair) {
    if (!in_chair) {
        const auto is_chair = [](const Person& person) { return person.role == Role::chair && person.status == Status::present; };
        if (std::count_if(meeting.people.begin(), meeting.people.end(), is_chair) != 1) return;
        in_chair = &*std::find_if(meeting.people.begin(), meeting.people.end(), is_chair);
    }
    if (meeting.chair.value.empty()) meeting.chair = {in_chair->name, Evidence::stated, in_chair->at};
}

ListLabel label_above(const Item& item) {
    const Lexemes title = lexemes_of(item.title, {0, static_cast<std::uint32_t>(item.title.size())});
    return list_label(title, {0, title.size()}).value_or(ListLabel{});
}

}  // namespace

Meeting with_people(const Document& doc, Meeting meeting) {
    Person in_chair;
    std::vector<Person> people;
    for (const Item& item : meeting.items)
        for (const Passage& passage : item.passages) {
            if (passage.kind == PassageKind::agenda_note) continue;
            const Lexemes lexemes = lexemes_of(doc.text, passage);
            const bool apologies = std::any_of(lexemes.begin(), lexemes.end(), mentions_apologies);
            std::vector<Attendee> entries;
            if (passage.kind == PassageKind::attendance)
                entries = read_attendance(doc.text, lexemes, label_above(item), meeting.committee.value);
            else if (apologies && lexemes.size() < 200)
                for (const Lexemes& names : apology_names(lexemes))
                    for (Attendee& absent : read_attendance(doc.text, names, {Status::apologies, Role::member, false, true}, meeting.committee.value))
                        entries.push_back(std::move(absent));
            for (Attendee& entry : entries) {
                if (entry.in_chair && in_chair.name.empty()) in_chair = entry.person;
                add_person(people, std::move(entry.person));
            }
        }
    name_visitors(people);
    meeting.people = std::move(people);
    state_chair(meeting, in_chair.name.empty() ? nullptr : &in_chair);
    for (Person& person : introduced_people(doc, meeting)) {
        const NameParts name = parse_name(person.name);
        const bool listed = std::any_of(meeting.people.begin(), meeting.people.end(), [&](const Person& other) { return names_agree(name, parse_name(other.name)); });
        if (!listed) meeting.people.push_back(std::move(person));
    }
    return meeting;
}

}  // namespace minutes
