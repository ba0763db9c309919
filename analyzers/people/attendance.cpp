#include "analyzers/people/attendance.hpp"

#include "analyzers/people/attendance_list.hpp"
#include "analyzers/people/introductions.hpp"
#include "analyzers/people/person_names.hpp"
#include "analyzers/people/role_flags.hpp"
#include "analyzers/people/role_titles.hpp"

#include <algorithm>
#include <unordered_map>

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

/// The people found so far, each once, looked up by surname.
class Roll {
public:
    /// Adds a person, or only their post if they are on the roll without one.
    void add(Person person) {
        NameParts name = parse_name(person.name);
        const auto [first, last] = by_surname_.equal_range(name.surname);
        for (auto it = first; it != last; ++it) {
            Person& known = people_[it->second];
            if (!same(names_[it->second], name)) continue;
            if (known.post.empty() && known.status != Status::apologies) known.post = person.post;
            if (known.role == Role::member && known.status == Status::present && person.role == Role::chair) known.role = Role::chair;
            return;
        }
        put(std::move(person), std::move(name));
    }

    /// Adds a person whom the text introduces, unless the lists may mean the same one.
    void add_guest(Person person) {
        NameParts name = parse_name(person.name);
        const auto [first, last] = by_surname_.equal_range(name.surname);
        if (std::none_of(first, last, [&](const auto& entry) { return names_agree(name, names_[entry.second]); })) put(std::move(person), std::move(name));
    }

    std::vector<Person>& people() { return people_; }

private:
    static bool same(const NameParts& a, const NameParts& b) { return a.given == b.given && (a.honorific == b.honorific || names_agree(a, b)); }

    void put(Person person, NameParts name) {
        by_surname_.emplace(name.surname, people_.size());
        names_.push_back(std::move(name));
        people_.push_back(std::move(person));
    }

    std::vector<Person> people_;
    std::vector<NameParts> names_;
    std::unordered_multimap<std::string, std::size_t> by_surname_;
};

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

/// Minutes that list all who came as "In attendance", and nobody as present, do not say who was an officer.
void forget_guessed_officers(std::vector<Person>& people) {
    if (std::any_of(people.begin(), people.end(), [](const Person& person) { return person.status == Status::present; })) return;
    const auto guessed = [](const Person& person) { return person.status == Status::in_attendance && person.post.empty() && person.role == Role::officer; };
    if (std::count_if(people.begin(), people.end(), guessed) < 3) return;
    for (Person& person : people)
        if (guessed(person)) person.role = Role::unattributed;
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

/// A mayor who sits on a committee under its own chair is a member there.
void seat_mayors(std::vector<Person>& people) {
    const auto presides = [](const Person& person) { return person.role == Role::chair && person.status == Status::present; };
    const auto is_mayor = [](const Person& person) {
        return person.post.find("ayor") != std::string::npos || person.post.find("rovost") != std::string::npos;
    };
    if (std::none_of(people.begin(), people.end(), [&](const Person& person) { return presides(person) && !is_mayor(person); })) return;
    for (Person& person : people)
        if (presides(person) && is_mayor(person)) person.role = Role::member;
}

ListLabel label_above(const Item& item) {
    const Lexemes title = lexemes_of(item.title, {0, static_cast<std::uint32_t>(item.title.size())});
    return list_label(title, {0, title.size()}).value_or(ListLabel{});
}

/// The people whom one passage lists: an attendance list, or a sentence of apologies.
std::vector<Attendee> attendees_of(const Document& doc, const Item& item, const Passage& passage, std::string_view committee) {
    constexpr std::size_t kLongestApology = 200;  // lexemes
    if (passage.kind == PassageKind::agenda_note) return {};
    const Lexemes lexemes = lexemes_of(doc.text, passage);
    if (passage.kind == PassageKind::attendance) return read_attendance(doc.text, lexemes, label_above(item), committee);
    const Lexemes title = lexemes_of(item.title, {0, static_cast<std::uint32_t>(item.title.size())});
    const bool listed = !title.empty() && mentions_apologies(title.front()) && !lexemes.empty() && lexemes.back().form != "." && lexemes.size() < 60;
    if (listed && std::none_of(lexemes.begin(), lexemes.end(), mentions_apologies))   // "Apologies: Cllr Hay (ill)"
        return read_attendance(doc.text, lexemes, {Status::apologies, Role::member, false, true}, committee);
    if (lexemes.size() > kLongestApology || std::none_of(lexemes.begin(), lexemes.end(), mentions_apologies)) return {};
    std::vector<Attendee> absent;
    for (const Lexemes& names : apology_names(lexemes))
        for (Attendee& entry : read_attendance(doc.text, names, {Status::apologies, Role::member, false, true}, committee)) absent.push_back(std::move(entry));
    return absent;
}

}  // namespace

Meeting with_people(const Document& doc, Meeting meeting) {
    Roll roll;
    Person in_chair;
    for (const Item& item : meeting.items)
        for (const Passage& passage : item.passages)
            for (Attendee& entry : attendees_of(doc, item, passage, meeting.committee.value)) {
                if (entry.in_chair && in_chair.name.empty()) in_chair = entry.person;
                roll.add(std::move(entry.person));
            }
    name_visitors(roll.people());
    forget_guessed_officers(roll.people());
    if (in_chair.name.empty()) seat_mayors(roll.people());
    meeting.people = roll.people();
    state_chair(meeting, in_chair.name.empty() ? nullptr : &in_chair);
    for (Person& guest : introduced_people(doc, meeting)) roll.add_guest(std::move(guest));
    meeting.people = std::move(roll.people());
    for (Person& person : meeting.people) person.flags = flags_of_title(person.post);
    return meeting;
}

}  // namespace minutes
