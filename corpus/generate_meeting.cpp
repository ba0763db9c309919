#include "corpus/generate_meeting.hpp"

#include "corpus/generate_names.hpp"

#include <algorithm>
#include <set>

namespace minutes::synthetic {
namespace {

using namespace std::chrono;

/// Meetings of one council follow each other from early 2012 on; after a hundred they start again a day later.
year_month_day date_of(const Council& council, std::uint32_t number) {
    const sys_days first = sys_days(2012y / January / 9) + days(council.seed % 300);
    sys_days day = first + days((number % 100) * 43 + number / 100 * 3);
    const weekday on(day);
    if (on == Saturday || on == Sunday) day += days(2);
    return year_month_day(day);
}

year_month_day later(year_month_day date, int by) { return year_month_day(sys_days(date) + days(by)); }

/// "panel" of "Housing Scrutiny Panel"; a Cabinet is a Cabinet.
std::string body_of(std::string_view committee) {
    const std::string last(committee.substr(committee.rfind(' ') + 1));
    return last == "Cabinet" ? "Cabinet" : slug(last);
}

/// Nobody is listed twice and no two share a surname, so that "Mr Osthurst" is one person.
class Roster {
  public:
    bool admits(const Figure& figure) { return taken_.insert(figure.name.substr(figure.name.rfind(' ') + 1)).second; }

  private:
    std::set<std::string> taken_;
};

void seat_members(Meeting& meeting, Roster& roster, Random& random) {
    const std::uint32_t wanted = random.between(6, 11);
    for (std::uint32_t tries = 0; meeting.members.size() < wanted && tries < 60; ++tries) {
        Figure member = make_member(meeting.council, random.below(40));
        if (roster.admits(member)) meeting.members.push_back(std::move(member));
    }
    meeting.chair = meeting.members[0];
    meeting.chair.role = "chair";
    meeting.vice_chair = meeting.members[1];
    meeting.vice_chair.role = "vice-chair";
    meeting.members.erase(meeting.members.begin(), meeting.members.begin() + 2);
    for (std::uint32_t absent = random.below(3); absent > 0; --absent) {
        Figure member = make_member(meeting.council, random.below(40));
        if (roster.admits(member)) meeting.apologies.push_back(std::move(member));
    }
}

void seat_officers(Meeting& meeting, Roster& roster, Random& random) {
    for (const std::uint32_t topic : meeting.topics) {
        Figure holder = make_cabinet_member(meeting.council, topic);
        if (roster.admits(holder)) meeting.cabinet.push_back(std::move(holder));
        for (std::uint32_t rank = random.below(2); rank < 4; rank += random.between(1, 3)) {
            Figure officer = make_officer(meeting.council, topic, rank);
            if (roster.admits(officer)) meeting.officers.push_back(std::move(officer));
        }
    }
    if (Figure coopted = make_coopted(meeting.council); meeting.council.seed % 3 == 0 && roster.admits(coopted)) meeting.coopted = std::move(coopted);
    meeting.chief_executive = make_chief_executive(meeting.council);
    meeting.clerk = make_clerk(meeting.council, random.below(6));
    if (!roster.admits(meeting.clerk)) meeting.clerk.formal.clear();
    meeting.outsider = make_outsider(meeting.council, random.below(4));
    if (!roster.admits(meeting.outsider)) meeting.outsider.formal.clear();
}

Paragraph procedure(std::string text, std::vector<Turn> turns = {}) {
    return {Shape::plain, "procedural", std::move(text), {}, std::move(turns), 0};
}

Turn decided(std::string surface = {}) { return {"committee", "decision", "inferred", {}, std::move(surface)}; }

Item formal(std::string title, Paragraph paragraph) {
    Item item;
    item.title = std::move(title);
    item.kind = paragraph.kind == "decision" ? "decision" : "procedural";
    item.paragraphs.push_back(std::move(paragraph));
    return item;
}

std::string surnames(const std::vector<Figure>& figures) {
    std::string list;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        if (i > 0) list += i + 1 == figures.size() ? " and " : ", ";
        list += figures[i].name.substr(figures[i].name.rfind(' ') + 1);
    }
    return list;
}

Item apologies_item(const Meeting& meeting) {
    const bool councillors = meeting.council.layout != Layout::pdf_markdown;
    if (meeting.apologies.empty()) return formal("Apologies for Absence", procedure("No apologies were received."));
    std::string who = meeting.apologies[0].name;
    if (meeting.apologies.size() > 1)
        who = councillors ? "Councillors " + surnames(meeting.apologies) : who + " and " + meeting.apologies[1].name;
    return formal("Apologies for Absence", procedure("Apologies for absence were received from " + who + "."));
}

Item interests_item(const Meeting& meeting, Random& random) {
    const std::string chair(meeting.council.chair_word);
    static constexpr std::string_view kNone[] = {"No declarations of interest were received.", "There were no declarations of interest.",
                                                 "No declarations were made.", "None were declared."};
    if (random.chance(80) || meeting.council.layout == Layout::website)
        return formal("Declarations of Interest", procedure(std::string(kNone[random.below(4)])));
    return formal("Declarations of Interest",
                  procedure("The " + chair + " invited members who wished to do so to declare any interest in respect of items on the agenda for the meeting.",
                            {{"chair", "statement", "explicit", {}, "The " + chair}}));
}

Item minutes_item(const Meeting& meeting) {
    const std::string held = long_date(meeting.previous);
    if (meeting.council.layout == Layout::website) {
        Paragraph resolved{Shape::resolution, "decision", {}, {}, {decided("RESOLVED")}, 0};
        resolved.limbs.push_back("That the minutes of the " + meeting.committee + " meeting held on " + held + " be agreed as a correct record");
        return formal("Minutes", std::move(resolved));
    }
    return formal(meeting.council.seed % 3 ? "Minutes of the previous meeting" : "Minutes",
                  procedure("The minutes of the meeting held on " + held + " were agreed as a correct record and signed by the " +
                                std::string(meeting.council.chair_word) + ".",
                            {decided()}));
}

Item questions_item(const Meeting& meeting, Random& random) {
    const std::string order = std::to_string(random.between(7, 40));
    if (meeting.council.layout == Layout::pdf_markdown) return formal("Public Participation", procedure("None."));
    if (meeting.council.layout == Layout::numbered_page)
        return formal("Question Time", procedure("The Chief Executive reported that no questions had been received under Standing Order " + order + ".",
                                                 {{"chief-executive", "report", "explicit", {}, "The Chief Executive"}}));
    return formal("Public Questions", procedure("There were no questions from members of the public."));
}

Item urgent_item() { return formal("Urgent Items", procedure("There were no urgent items for consideration.")); }

Item programme_item(const Meeting& meeting) {
    std::string body = meeting.body;
    return formal("Work Programme", {Shape::plain, "decision", "The " + body + " noted the work programme.", {},
                                     {{"committee", "decision", "explicit", {}, "The " + body + " noted"}}, 0});
}

Item next_item(const Meeting& meeting) {
    return formal("Date of Next Meeting", procedure("The next meeting of the " + meeting.body + " would be held on " + long_date(meeting.next) + "."));
}

void add_items(Meeting& meeting, Random& random) {
    if (meeting.council.layout != Layout::item_page) {
        const bool attended = meeting.council.layout == Layout::pdf_markdown || meeting.council.layout == Layout::website;
        if (attended || random.chance(50)) meeting.items.push_back(apologies_item(meeting));
        meeting.items.push_back(interests_item(meeting, random));
        meeting.items.push_back(minutes_item(meeting));
        if (random.chance(60)) meeting.items.push_back(questions_item(meeting, random));
        if (random.chance(25)) meeting.items.push_back(urgent_item());
    }
    const std::uint32_t business = meeting.council.layout == Layout::item_page ? 1 : random.between(2, 6);
    for (std::uint32_t i = 0; i < business; ++i) {
        const std::uint32_t topic = meeting.topics[random.below(static_cast<std::uint32_t>(meeting.topics.size()))];
        meeting.items.push_back(make_business(meeting, topic, static_cast<std::uint32_t>(meeting.items.size()) + 1, random));
    }
    if (meeting.council.layout == Layout::item_page) return;
    if (random.chance(50)) meeting.items.push_back(programme_item(meeting));
    if (random.chance(40)) meeting.items.push_back(next_item(meeting));
}

/// Straight apostrophes as the printers of most councils have them: U+2019, and U+2018 where a quotation opens.
void curl(std::string& text) {
    for (std::size_t at = text.find('\''); at != std::string::npos; at = text.find('\'', at)) {
        const bool opens = at > 0 && text[at - 1] == ' ';
        text.replace(at, 1, opens ? "\u2018" : "\u2019");
    }
}

void curl(Item& item) {
    curl(item.title);
    for (Paragraph& paragraph : item.paragraphs) {
        const std::size_t before = paragraph.text.size();
        curl(paragraph.text);
        paragraph.settled += static_cast<std::uint32_t>(paragraph.text.size() - before);  // at most too late: a cut stays safe
        for (std::string& limb : paragraph.limbs) curl(limb);
        for (Turn& turn : paragraph.turns) curl(turn.surface);
    }
}

std::string prefix_of(std::string_view committee) {
    std::string prefix = "S";
    for (std::size_t i = 0; i < committee.size() && prefix.size() < 5; ++i)
        if (committee[i] >= 'A' && committee[i] <= 'Z') prefix += committee[i];
    return prefix;
}

}  // namespace

Meeting make_meeting(const Council& council, std::uint32_t number) {
    Random random(mix(council.seed, 1000 + number));
    const Grammar& grammar = Grammar::shared();
    Meeting meeting;
    meeting.council = council;
    const std::uint32_t committee = number % 4;
    meeting.committee = council.committees[committee];
    meeting.body = body_of(meeting.committee);
    meeting.date = date_of(council, number);
    meeting.previous = later(meeting.date, -static_cast<int>(random.between(28, 70)));
    meeting.next = later(meeting.date, static_cast<int>(random.between(28, 70)));
    meeting.issued = later(meeting.date, static_cast<int>(random.between(5, 40)));
    meeting.start = 60 * random.between(9, 19) + 30 * random.below(2);
    meeting.end = meeting.start + 5 * random.between(12, 40);
    const std::uint32_t topics = static_cast<std::uint32_t>(grammar.topics().size());
    for (std::uint32_t i = 0; i < 3; ++i) meeting.topics.push_back((static_cast<std::uint32_t>(council.seed % 7) + committee * 5 + i * (1 + committee)) % topics);
    const char* const place = council.layout == Layout::pdf_markdown ? "venue_pdf" : "venue";
    meeting.venue = grammar.say(grammar.rule(place), random, {council.seed, int(meeting.date.year()), meeting.topics[0]});
    if (council.layout == Layout::pdf_markdown) meeting.venue += ", " + council.place;
    Roster roster;
    seat_members(meeting, roster, random);
    seat_officers(meeting, roster, random);
    meeting.first_number = council.layout == Layout::meeting_page ? 1 : 1 + number % 40 * 11 + random.below(5);
    meeting.prefix = prefix_of(meeting.committee);
    add_items(meeting, random);
    if (!council.curly) return meeting;
    for (Item& item : meeting.items) curl(item);
    for (std::vector<Figure>* figures : {&meeting.cabinet, &meeting.officers})
        for (Figure& figure : *figures) curl(figure.post);
    return meeting;
}

}  // namespace minutes::synthetic
