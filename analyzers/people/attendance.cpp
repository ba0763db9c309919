#include "analyzers/people/attendance.hpp"

#include "analyzers/people/attendance_list.hpp"
#include "analyzers/people/attendance_told.hpp"
#include "analyzers/people/introductions.hpp"
#include "analyzers/people/patterns.hpp"
#include "analyzers/people/person_names.hpp"
#include "analyzers/people/role_flags.hpp"
#include "analyzers/people/role_titles.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <unordered_map>

namespace minutes {
namespace {

bool mentions_apologies(const Lexeme& lexeme) {
    return lexeme.form == "apologies" || lexeme.form == "apology" || lexeme.form == "ymddiheuriadau" || lexeme.form == "leithscealta";
}

using Place = Lexemes::const_iterator;

/// "Cllr Croft sent his apologies": the verb before the word, or `word`.
Place sent_before(Place begin, Place word) {
    for (Place it = word; it != begin && word - it < 4;)
        if (--it; is_one_of(it->form, {"sent", "sends", "gave", "tendered", "submitted", "offered"})) return it;
    return word;
}

Place sentence_begin(Place begin, Place it) {
    while (it != begin && std::prev(it)->form != "." && it->breaks < 2) --it;
    return it;
}

/// "received from", "on behalf of", "received by", "Apologies:".
bool leads_to_names(Place begin, Place it) {
    if (it->form == "by") return it != begin && is_one_of(std::prev(it)->form, {"received", "given", "submitted", "tendered", "sent", "made"});
    return it->form == "from" || it->form == "behalf" || it->form == ":" || it->form == "gan";
}

/// "Apologies for absence were received from Councillors Croft and Goodwin.": the part of each sentence behind "from" or
/// "behalf of".
std::vector<Lexemes> apology_names(const Lexemes& lexemes) {
    std::vector<Lexemes> lists;
    for (auto word = std::find_if(lexemes.begin(), lexemes.end(), mentions_apologies); word != lexemes.end();) {
        if (const auto sent = sent_before(lexemes.begin(), word); sent != word) lists.emplace_back(sentence_begin(lexemes.begin(), sent), sent);
        const bool none = word != lexemes.begin() && is_one_of(std::prev(word)->form, {"no", "without"});   // "No apologies were received from Cllr Hay"
        auto from = word;
        while (from != lexemes.end() && !leads_to_names(lexemes.begin(), from)) ++from;
        if (from == lexemes.end()) break;
        if (from->form == "behalf" && from + 1 != lexemes.end() && (from + 1)->form == "of") ++from;
        const auto end = std::find_if(from + 1, lexemes.end(), [](const Lexeme& lexeme) { return lexeme.form == "." || lexeme.form == "who" || lexeme.form == "with"; });
        if (!none) lists.emplace_back(from + 1, end);
        word = std::find_if(end, lexemes.end(), mentions_apologies);
    }
    return lists;
}

/// The people found so far, each once, looked up by surname.
class Roll {
public:
    /// Adds a person, or only their post if they are on the roll without one.
    void add(Person person, bool presides = false) {
        NameParts name = parse_name(person.name);
        const auto [first, last] = by_surname_.equal_range(name.surname);
        if (presides && preside(person, name)) return;
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

    /// "Ann Hay, Chair of the Forum, said": the one member of the list whom the text names as its chair, or null.
    const Person* seat(const Person& chair) {
        const NameParts name = parse_name(chair.name);
        const auto [first, last] = by_surname_.equal_range(name.surname);
        const bool taken = std::any_of(people_.begin(), people_.end(), [](const Person& person) { return person.role == Role::chair; });
        if (taken || name.given.empty() || std::distance(first, last) != 1) return nullptr;
        Person& known = people_[first->second];
        if (known.status != Status::present || !names_agree(name, names_[first->second])) return nullptr;
        known.role = Role::chair;
        if (known.post.empty()) known.post = chair.post;
        return &known;
    }

    std::vector<Person>& people() { return people_; }

private:
    /// "Councillor I Mill presided" of "Councillors Iain Mill, ...": the one person of the list whom the initials fit.
    bool preside(const Person& person, const NameParts& name) {
        const auto [first, last] = by_surname_.equal_range(name.surname);
        const auto fits = [&](const auto& entry) { return names_agree(name, names_[entry.second]) && people_[entry.second].status == Status::present; };
        if (std::count_if(first, last, fits) != 1) return false;
        Person& known = people_[std::find_if(first, last, fits)->second];
        known.role = Role::chair;
        if (known.post.empty()) known.post = person.post;
        return true;
    }

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

/// Where the members of a parish or community council go by their bare names, a councillor among them is a guest of the council above.
void seat_visitors(std::vector<Person>& people) {
    const auto sits = [](const Person& person) { return person.status == Status::present && (person.role == Role::member || person.role == Role::chair || person.role == Role::vice_chair); };
    const auto councillor = [&](const Person& person) { return sits(person) && parse_name(person.name).honorific == Honorific::councillor; };
    const auto all = std::count_if(people.begin(), people.end(), sits), titled = std::count_if(people.begin(), people.end(), councillor);
    if (all - titled < 3 || titled * 2 > all - titled) return;
    if (std::any_of(people.begin(), people.end(), [&](const Person& person) { return councillor(person) && person.role != Role::member; })) return;
    for (Person& person : people)
        if (councillor(person) && person.post.empty()) person.role = Role::visiting_member;
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
    const bool nobody_present = std::none_of(meeting.people.begin(), meeting.people.end(), [](const Person& person) { return person.status == Status::present; });
    if (!in_chair) {
        const auto is_chair = [&](const Person& person) {   // minutes that list all who came as attending have the chair among them
            return person.role == Role::chair && (person.status == Status::present || (nobody_present && person.status == Status::in_attendance));
        };
        if (std::count_if(meeting.people.begin(), meeting.people.end(), is_chair) != 1) return;
        in_chair = &*std::find_if(meeting.people.begin(), meeting.people.end(), is_chair);
    }
    if (meeting.chair.value.empty()) meeting.chair = {in_chair->name, Evidence::stated, in_chair->at};
}

/// "The meeting was chaired by RW": the one who came with those initials; without one, the chair is not told.
void resolve_initials_of_chair(Meeting& meeting) {
    const std::string letters = meeting.chair.value;
    const bool initials = letters.size() >= 2 && letters.size() <= 4 && std::all_of(letters.begin(), letters.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!initials) return;
    const auto small = [](char c) { return static_cast<char>(c - 'A' + 'a'); };
    std::vector<std::string> names;
    for (const Person& person : meeting.people) {
        const NameParts name = parse_name(person.name);
        const bool fits = !name.given.empty() && name.given.front().front() == small(letters.front()) && name.surname.starts_with(small(letters.back()));
        if (fits && person.status != Status::apologies) names.push_back(person.name);
    }
    if (names.size() == 1) meeting.chair.value = names.front();
    else meeting.chair = {};
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

/// Whether a sentence of this passage may tell who was there, and not who attended something else last week.
bool tells_of_attendance(const Item& item, const Passage& passage) {
    if (passage.kind == PassageKind::attendance || item.title.empty()) return true;
    const Lexemes title = lexemes_of(item.title, {0, static_cast<std::uint32_t>(item.title.size())});
    return std::any_of(title.begin(), title.end(), [](const Lexeme& lexeme) { return mentions_apologies(lexeme) || lexeme.form == "present" || lexeme.form == "attendance" || lexeme.form == "welcome" || lexeme.form.starts_with("substitut"); });
}

bool is_local_council(const Meeting& meeting) {
    for (const std::string_view body : {std::string_view(meeting.council.value), std::string_view(meeting.committee.value)})
        for (const std::string_view kind : {"Parish", "Community Council", "Town Council", "Village"})
            if (body.find(kind) != std::string_view::npos) return true;
    return false;
}

/// "2. Apologies – Cllr Hay, County Cllr Ford": a list that stands in its own title.
std::vector<Attendee> apologies_in_title(const Document& doc, const Item& item, const ListContext& context) {
    for (const Span at : item.heading) {
        const Lexemes title = lexemes_of(doc.text, at);
        const auto word = std::find_if(title.begin(), title.end(), mentions_apologies);
        const auto mark = std::find_if(word, title.end(), [](const Lexeme& lexeme) { return lexeme.form == "-" || lexeme.form == ":" || lexeme.form == "from"; });
        if (mark != title.end()) return read_attendance(doc.text, Lexemes(mark + 1, title.end()), {Status::apologies, Role::member, false, true}, context);
    }
    return {};
}

/// "An Cathaoirleach, Councillor Hay presided" in the head: whoever presides was there, though no list has the name.
void seat_stated_chair(Roll& roll, const Fact& chair) {
    if (chair.value.empty() || chair.evidence != Evidence::stated || chair.at.empty() || roll.people().empty()) return;
    const NameParts name = parse_name(chair.value);
    const auto known = [&](const Person& person) {
        const NameParts listed = parse_name(person.name);
        return listed.surname == name.surname && (names_agree(name, listed) || names_agree(listed, name)); };
    if (name.surname.empty() || name.honorific == Honorific::none || std::any_of(roll.people().begin(), roll.people().end(), known)) return;
    Person person;
    person.name = chair.value;
    person.role = Role::chair;
    person.at = chair.at;
    roll.add(std::move(person));
}

ListLabel label_above(const Lexemes& title) {
    return list_label(title, {0, title.size()}).value_or(ListLabel{});
}

/// Whether a paragraph below "Apologies for absence" tells something ("The Panel noted that ...") and lists nobody.
bool tells(const Lexemes& lexemes) {
    return std::any_of(lexemes.begin(), lexemes.end(), [](const Lexeme& lexeme) { return lexeme.form == "that" || lexeme.form == "had" || lexeme.form == "welcomed"; });
}

/// The first sentence, if it is a list of names and nothing else: "Cllr Hay (ill), Cllr Ford and Mr Croft. These were accepted."
Lexemes leading_names(const Lexemes& lexemes) {
    if (lexemes.empty() || !titled_name_at(lexemes, 0, lexemes.size(), true)) return {};
    const Range sentence = sentences_of(lexemes).front();
    int depth = 0;
    for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
        if (lexemes[i].form == "(") ++depth;
        if (lexemes[i].form == ")") --depth;
        if (depth <= 0 && lexemes[i].word && !lexemes[i].capital && lexemes[i].form != "and") return {};
    }
    return Lexemes(lexemes.begin(), lexemes.begin() + static_cast<std::ptrdiff_t>(sentence.end));
}

std::vector<Attendee> apologies_of(const Document& doc, const Lexemes& title, const Lexemes& lexemes, const ListContext& context) {
    constexpr std::size_t kLongestApology = 200;  // lexemes
    constexpr ListLabel kAbsent = {Status::apologies, Role::member, false, true};
    const bool listed = !title.empty() && mentions_apologies(title.front()) && !lexemes.empty() && lexemes.back().form != "." && lexemes.size() < 60;
    if (listed && !tells(lexemes) && std::none_of(lexemes.begin(), lexemes.end(), mentions_apologies))   // "Apologies: Cllr Hay (ill)"
        return read_attendance(doc.text, lexemes, kAbsent, context);
    if (!title.empty() && mentions_apologies(title.front()) && lexemes.size() < kLongestApology)
        if (const Lexemes names = leading_names(lexemes); !names.empty()) return read_attendance(doc.text, names, kAbsent, context);
    if (lexemes.size() > kLongestApology || std::none_of(lexemes.begin(), lexemes.end(), mentions_apologies)) return {};
    std::vector<Attendee> absent;
    for (const Lexemes& names : apology_names(lexemes))
        for (Attendee& entry : read_attendance(doc.text, names, kAbsent, context)) absent.push_back(std::move(entry));
    return absent;
}

/// "The other Councillors present were:-": what the paragraphs below, lists of names alone, are; none for other text.
std::optional<ListLabel> announced_list(const Lexemes& lexemes) {
    constexpr std::size_t kLongest = 12;  // lexemes
    std::size_t end = lexemes.size();
    while (end > 0 && (lexemes[end - 1].form == "-" || lexemes[end - 1].form == ":")) --end;
    if (end == lexemes.size() || end < 2 || end > kLongest || lexemes[end - 1].form != "were") return std::nullopt;
    const auto says = [](const Lexeme& lexeme) { return lexeme.form == "present" || lexeme.form == "attendance"; };
    return std::any_of(lexemes.begin(), lexemes.end(), says) ? list_label(lexemes, {0, end - 1}) : std::nullopt;
}

/// "The following were in attendance:", "The Chair welcomed:": the bullets below name guests.
bool announces_guests(const Lexemes& lexemes) {
    constexpr std::size_t kLongest = 25;  // lexemes
    if (lexemes.size() < 2 || lexemes.size() > kLongest || lexemes.back().form != ":") return false;
    return std::any_of(lexemes.begin(), lexemes.end(), [](const Lexeme& lexeme) { return is_one_of(lexeme.form, {"attendance", "attended", "attending", "present", "welcomed"}); });
}

/// "- Ann Hay, Head of Roads": a guest in a list of the text counts only with a post that we know.
std::vector<Attendee> listed_guest(const Document& doc, const Lexemes& lexemes, const ListContext& context) {
    constexpr std::size_t kLongest = 30;  // lexemes
    if (lexemes.size() > kLongest) return {};
    std::vector<Attendee> read = read_attendance(doc.text, lexemes, {Status::in_attendance, Role::external, false, false}, context);
    std::erase_if(read, [](const Attendee& entry) { return entry.person.post.empty() || entry.person.role == Role::unattributed; });
    return read;
}

/// The lists that a sentence of the text announces, paragraph by paragraph of one item.
class ListsInText {
public:
    explicit ListsInText(const LexedText& text) : text_(text) {}

    /// The people of the paragraph, if it is one of an announced list; one that is nothing but names becomes an attendance list.
    std::vector<Attendee> take(Passage& passage, const ListContext& context) {
        const bool talk = passage.kind == PassageKind::discussion || passage.kind == PassageKind::procedural;
        if (!talk) return end();
        const Lexemes& lexemes = text_.of(passage);
        const Document& doc = text_.doc();
        if (label_ && lists_names(lexemes)) {
            passage.kind = PassageKind::attendance;
            taken_ = true;
            if (label_->role == Role::visiting_member && !context.members_listed) label_ = ListLabel{Status::present, Role::member, false, true};   // "The other Councillors present": than the chair
            return read_attendance(doc.text, lexemes, *label_, context);
        }
        taken_ = false;
        label_ = announced_list(lexemes);
        if (guests_ && !passage.marker.empty()) return listed_guest(doc, lexemes, context);
        guests_ = passage.marker.empty() && announces_guests(lexemes);
        return {};
    }

    /// Whether the paragraph taken last has been read as a list.
    [[nodiscard]] bool taken() const { return taken_; }

private:
    static bool lists_names(const Lexemes& lexemes) { return !lexemes.empty() && titled_name_at(lexemes, 0, lexemes.size(), true) && lexemes.back().form != ":" && !tells(lexemes); }

    std::vector<Attendee> end() {
        guests_ = taken_ = false;
        label_.reset();
        return {};
    }

    const LexedText& text_;
    std::optional<ListLabel> label_;
    bool guests_ = false, taken_ = false;
};

/// The people whom one passage lists: an attendance list, a sentence of apologies, or one that tells who came.
/// `title`: the lexemes of the item's title.
std::vector<Attendee> attendees_of(const LexedText& text, const Item& item, const Lexemes& title, const Passage& passage, const ListContext& context) {
    if (passage.kind == PassageKind::agenda_note) return {};
    std::optional<Lexemes> rest;
    const Document& doc = text.doc();
    const bool list = passage.kind == PassageKind::attendance;
    std::vector<Attendee> told = take_told(doc.text, text.of(passage), tells_of_attendance(item, passage), context, rest);
    const Lexemes& lexemes = rest ? *rest : text.of(passage);
    std::vector<Attendee> read = list ? read_attendance(doc.text, lexemes, label_above(title), context) : apologies_of(doc, title, lexemes, context);
    std::move(told.begin(), told.end(), std::back_inserter(read));
    return read;
}

}  // namespace

Meeting with_people(const LexedText& text, Meeting meeting) {
    Roll roll;
    Person in_chair;
    bool members_listed = false;
    const bool local = is_local_council(meeting);
    for (Item& item : meeting.items) {
        for (Attendee& entry : apologies_in_title(text.doc(), item, {meeting.committee.value, local, members_listed})) roll.add(std::move(entry.person));
        ListsInText lists(text);
        const Lexemes title = lexemes_of(item.title, {0, static_cast<std::uint32_t>(item.title.size())});
        for (Passage& passage : item.passages) {
            for (Attendee& entry : lists.take(passage, {meeting.committee.value, local, members_listed})) roll.add(std::move(entry.person));
            if (lists.taken()) continue;
            for (Attendee& entry : attendees_of(text, item, title, passage, {meeting.committee.value, local, members_listed})) {
                members_listed = members_listed || (entry.person.status == Status::present && (entry.person.role == Role::member || entry.person.role == Role::chair));
                if (entry.in_chair && in_chair.name.empty()) in_chair = entry.person;
                roll.add(std::move(entry.person), entry.in_chair);
            }
        }
    }
    name_visitors(roll.people());
    if (local) seat_visitors(roll.people());
    forget_guessed_officers(roll.people());
    if (in_chair.name.empty()) seat_mayors(roll.people());
    seat_stated_chair(roll, meeting.chair);
    meeting.people = roll.people();
    resolve_initials_of_chair(meeting);
    state_chair(meeting, in_chair.name.empty() ? nullptr : &in_chair);
    constexpr int kMostChairs = 10;   // named in the text and tried: each looks at all who came
    int chairs = 0;
    for (Person& guest : introduced_people(text, meeting)) {
        const bool may_preside = guest.role == Role::chair && meeting.chair.value.empty() && chairs++ < kMostChairs;
        const Person* seated = may_preside ? roll.seat(guest) : nullptr;
        if (seated) meeting.chair = {seated->name, Evidence::stated, guest.at};
        roll.add_guest(std::move(guest));
    }
    meeting.people = std::move(roll.people());
    for (Person& person : meeting.people) person.flags = flags_of_title(person.post);
    return meeting;
}

}  // namespace minutes
